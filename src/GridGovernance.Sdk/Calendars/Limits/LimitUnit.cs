namespace GridGovernance.Sdk.Calendars;

/// <summary>The unit of a time limit (时限单位). It belongs to the limit, not to a regime: one statute may use several.</summary>
public enum LimitUnit
{
    /// <summary>Hours that run through nights, weekends and holidays (紧急工作时); text <c>urgent-hours</c>.</summary>
    UrgentHours = 0,

    /// <summary>Hours that run only within working hours (工作时); text <c>working-hours</c>.</summary>
    WorkingHours = 1,

    /// <summary>Days without weekends and holidays, with makeup working days (工作日); text <c>working-days</c>.</summary>
    WorkingDays = 2,

    /// <summary>Calendar days (自然日); text <c>calendar-days</c>.</summary>
    CalendarDays = 3,

    /// <summary>Months, to the corresponding day (月); text <c>months</c>.</summary>
    Months = 4,

    /// <summary>Years, to the corresponding day (年); text <c>years</c>.</summary>
    Years = 5,
}
