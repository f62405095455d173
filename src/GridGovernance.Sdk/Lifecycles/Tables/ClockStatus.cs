namespace GridGovernance.Sdk.Lifecycles;

/// <summary>How a clock of a case stands.</summary>
public enum ClockStatus
{
    /// <summary>It has not started.</summary>
    Idle = 0,

    /// <summary>It runs.</summary>
    Running = 1,

    /// <summary>It is paused.</summary>
    Paused = 2,

    /// <summary>It has stopped: the obligation is met, or missed.</summary>
    Stopped = 3,
}
