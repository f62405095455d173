namespace GridGovernance.Sdk.Calendars;

/// <summary>Where a limit in months or years ends when the last month lacks the corresponding day.</summary>
public enum MonthEndRule
{
    /// <summary>On the last day of that month: 31 January + 1 month is 28 or 29 February (民法典 202).</summary>
    LastDayOfMonth = 0,

    /// <summary>On the first day of the month after: 31 January + 1 month is 1 March.</summary>
    FirstDayOfNextMonth = 1,
}
