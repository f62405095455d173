namespace GridGovernance.Sdk.Lifecycles;

/// <summary>What a state does to a clock when a case enters it.</summary>
public enum ClockRole
{
    /// <summary>Nothing: the clock goes on as it was; a paused one resumes.</summary>
    Keeps = 0,

    /// <summary>Starts it.</summary>
    Starts = 1,

    /// <summary>Pauses it.</summary>
    Pauses = 2,

    /// <summary>Stops it.</summary>
    Stops = 3,
}
