namespace GridGovernance.Sdk.Calendars;

/// <summary>What a stretch of time is to a clock.</summary>
public enum IntervalKind
{
    /// <summary>Working time, or a working day.</summary>
    Working = 0,

    /// <summary>Time of a clock that runs around the clock.</summary>
    Running = 1,

    /// <summary>Before opening or after closing on a working day.</summary>
    Night = 2,

    /// <summary>Between two stretches of working hours of one day.</summary>
    Lunch = 3,

    /// <summary>A rest day of the weekly pattern.</summary>
    Weekend = 4,

    /// <summary>A holiday by notice or layer.</summary>
    Holiday = 5,

    /// <summary>Closed by a layer.</summary>
    Closed = 6,

    /// <summary>Paused, with its cause; only what would have counted otherwise.</summary>
    Pause = 7,

    /// <summary>The rest of the day of the start, which is not counted.</summary>
    StartDay = 8,

    /// <summary>The rest of the hour of the start, which is not counted.</summary>
    StartHour = 9,

    /// <summary>The day to which the end was moved because the last day is a rest day.</summary>
    RollOver = 10,

    /// <summary>A day that no notice covers, where nothing depends on it.</summary>
    Unknown = 11,
}
