namespace GridGovernance.Sdk.Calendars;

/// <summary>When a limit in hours begins to run.</summary>
public enum HourStart
{
    /// <summary>At the instant itself (民法典 201(2)).</summary>
    AtOnce = 0,

    /// <summary>At the next full hour of the local clock, 次时起算 (民诉法解释 125): the hour of the start is not counted.</summary>
    NextHour = 1,
}
