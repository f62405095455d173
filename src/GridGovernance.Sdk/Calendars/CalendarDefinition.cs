using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>A calendar of working time as data (工作日历): what <see cref="WorkCalendar.Compile(CalendarDefinition, out FindingReport)"/> compiles.</summary>
/// <remarks>Whatever is absent is as in most county offices. Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record CalendarDefinition
{
    /// <summary>Gets the calendar that <see cref="WorkCalendar.China"/> compiles: everything as by default.</summary>
    public static CalendarDefinition China { get; } = new() { Code = "china", Title = new LocalizedText("Mainland China", "中国内地") };

    /// <summary>Gets the code.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name for people; null for the code.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets the time zone's TZDB id; null for <c>Asia/Shanghai</c>.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Gets the weekdays that are worked; null for Monday to Friday.</summary>
    public EquatableArray<IsoDayOfWeek>? WorkingWeekdays { get; init; }

    /// <summary>Gets the standard hours of a working day, makeup days included; null for 08:00–12:00 and 14:00–18:00.</summary>
    public EquatableArray<DailyHours>? Hours { get; init; }

    /// <summary>Gets the weekdays whose hours differ from the standard.</summary>
    public EquatableArray<WeekdayHours> WeekdayHours { get; init; }

    /// <summary>Gets a value indicating whether holiday notices apply; null for yes. Without them (round-the-clock posts) no day from 1990 to 2099 is unknown.</summary>
    public bool? ObservesHolidays { get; init; }

    /// <summary>Gets a value indicating whether the notices for 2007–2026 that the library carries apply; null for yes.</summary>
    public bool? EmbeddedNotices { get; init; }

    /// <summary>Gets further notices: years after those embedded, or amendments.</summary>
    public EquatableArray<HolidayNotice> Notices { get; init; }

    /// <summary>Gets the layers; their order does not matter.</summary>
    public EquatableArray<CalendarLayer> Layers { get; init; }
}
