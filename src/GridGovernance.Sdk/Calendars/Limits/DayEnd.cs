namespace GridGovernance.Sdk.Calendars;

/// <summary>When the last day ends (民法典 203(2)).</summary>
public enum DayEnd
{
    /// <summary>At 24:00, the start of the next day.</summary>
    Midnight = 0,

    /// <summary>When business closes on that day; at 24:00 on a day without business.</summary>
    CloseOfBusiness = 1,
}
