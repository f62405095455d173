namespace GridGovernance.Sdk.Cases;

/// <summary>The effects that a case itself understands; every other name is handed to the host.</summary>
public static class CaseEffect
{
    /// <summary>The actor has handled the matter: whoever verifies must be another.</summary>
    public const string MarkHandled = "mark-handled";

    /// <summary>The case was sent back to its handler (返工).</summary>
    public const string MarkReworked = "mark-reworked";

    /// <summary>The lead has returned the case to the dispatcher (回退).</summary>
    public const string MarkReturned = "mark-returned";
}
