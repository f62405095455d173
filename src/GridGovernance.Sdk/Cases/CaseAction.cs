namespace GridGovernance.Sdk.Cases;

/// <summary>The actions on a case that the engine itself checks against the authority list.</summary>
public static class CaseAction
{
    /// <summary>Handling a matter (处置).</summary>
    public const string Handle = "handle";

    /// <summary>Dispatching a case (派遣).</summary>
    public const string Dispatch = "dispatch";
}
