using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>What a <see cref="WorkCalendar"/> says about one day, and on whose word.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Date">The date.</param>
/// <param name="Kind">What the day is.</param>
public sealed record CalendarDay(LocalDate Date, DayKind Kind)
{
    /// <summary>Gets whether the day is worked; null when it is unknown.</summary>
    public bool? IsWorking => Kind == DayKind.Unknown ? null : Kind is DayKind.Working or DayKind.Makeup;

    /// <summary>Gets the name of the holiday, or of the layer that decided; null where the weekly pattern did.</summary>
    public LocalizedText? Name { get; init; }

    /// <summary>Gets the address of the paper, or the code of the layer that decided; null where the weekly pattern did.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the working hours; empty on a day that is off or unknown.</summary>
    public EquatableArray<DailyHours> Hours { get; init; }
}
