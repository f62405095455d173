namespace GridGovernance.Sdk.Cases;

/// <summary>A way of handling clocks instead of matters.</summary>
public enum ClockGame
{
    /// <summary>A clock was paused just before it was due.</summary>
    PauseBeforeDue = 0,

    /// <summary>A case went to and fro between the same seats.</summary>
    PingPong = 1,

    /// <summary>A case was closed just before it was due, and had to be reopened.</summary>
    CloseAndReopen = 2,

    /// <summary>One matter was reported as many cases.</summary>
    Splitting = 3,
}
