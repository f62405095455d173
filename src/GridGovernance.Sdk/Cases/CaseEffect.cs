namespace GridGovernance.Sdk.Cases;

/// <summary>The effects that a case itself understands; every other name is handed to the host.</summary>
public static class CaseEffect
{
    /// <summary>The actor has handled the matter: whoever verifies must be another.</summary>
    public const string MarkHandled = "mark-handled";

    /// <summary>The transition dispatches: it needs a <see cref="Commands.DispatchCase"/>, which is checked against the lists (派遣).</summary>
    public const string MarkDispatched = "mark-dispatched";

    /// <summary>The case was sent back to its handler (返工).</summary>
    public const string MarkReworked = "mark-reworked";

    /// <summary>The lead has returned the case to the dispatcher (回退).</summary>
    public const string MarkReturned = "mark-returned";

    /// <summary>The case was closed by order (强制结案): its matter counts as closed, not as solved.</summary>
    public const string MarkForced = "mark-forced";

    /// <summary>The case ends with its matter unsolved (未解决), whoever handled it before: terminated, rejected, or nobody was reached who could say.</summary>
    public const string MarkUnsolved = "mark-unsolved";

    /// <summary>The lead has refused to come (拒哨): the record stands whatever is decided later.</summary>
    public const string MarkRefused = "mark-refused";

    /// <summary>The report was found true on the spot (核实属实): what came by a channel that needs it may be filed.</summary>
    public const string MarkVerified = "mark-verified";

    /// <summary>The transition closes a duplicate (重复件): it needs a <see cref="Commands.MergeCase"/>, which points to the case that goes on.</summary>
    public const string MarkMerged = "mark-merged";

    /// <summary>Says whether an effect is one that a case itself understands.</summary>
    /// <param name="effect">The effect's name.</param>
    /// <returns>True when no host needs to see it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="effect"/> is null.</exception>
    public static bool IsMark(string effect)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return effect is MarkHandled or MarkDispatched or MarkReworked or MarkReturned or MarkForced or MarkUnsolved or MarkRefused or MarkVerified or MarkMerged;
    }
}
