namespace GridGovernance.Sdk.Calendars;

/// <summary>What happens when the last day of a limit in days, months or years is a rest day (顺延).</summary>
/// <remarks>民法典 203 and 民诉法 85 say 法定休假日; whether plain weekends count is left to practice, hence the choice.</remarks>
public enum RollOver
{
    /// <summary>The next working day of the calendar becomes the last day: past holidays, weekends and closures; a makeup working day ends the search.</summary>
    StatutoryHolidaysAndWeekends = 0,

    /// <summary>The next day that no notice names as off becomes the last day: a plain weekend stays the last day.</summary>
    StatutoryHolidaysOnly = 1,

    /// <summary>The last day stays what it is.</summary>
    None = 2,
}
