namespace GridGovernance.Sdk.Lifecycles;

/// <summary>What a stopped clock does when a case enters a starting state again, as after rework (返工).</summary>
public enum ClockReentry
{
    /// <summary>It goes on with the time that was left: rework earns no new limit.</summary>
    Continue = 0,

    /// <summary>It starts anew with the whole limit: each entry is an obligation of its own.</summary>
    Restart = 1,
}
