namespace GridGovernance.Sdk.Calendars;

/// <summary>What a day is in a calendar.</summary>
public enum DayKind
{
    /// <summary>No notice covers the day: it is not known whether it is worked, and it is never guessed.</summary>
    Unknown = 0,

    /// <summary>Worked by the weekly pattern or by a layer.</summary>
    Working = 1,

    /// <summary>A rest day of the week that a notice makes a working day (调休上班).</summary>
    Makeup = 2,

    /// <summary>A rest day of the weekly pattern.</summary>
    Weekend = 3,

    /// <summary>Off by a State Council notice or by a layer's holiday (放假).</summary>
    Holiday = 4,

    /// <summary>Off by a layer's closure.</summary>
    Closed = 5,
}
