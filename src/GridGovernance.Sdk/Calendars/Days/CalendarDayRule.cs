using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>One rule of a <see cref="CalendarLayer"/>: some days in a row, and what they are.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record CalendarDayRule
{
    /// <summary>Gets the first day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>Gets the last day; null when <see cref="From"/> is the only one.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Gets what the rule does.</summary>
    public required DayEffect Effect { get; init; }

    /// <summary>Gets the hours: which are closed (<see cref="DayEffect.Closed"/>) or which are worked
    /// (<see cref="DayEffect.Working"/>, <see cref="DayEffect.Hours"/>). Empty for the whole day or the standard hours.</summary>
    public EquatableArray<DailyHours> Hours { get; init; }

    /// <summary>Gets the reason for people, such as a holiday's name; null for the layer's title.</summary>
    public LocalizedText? Name { get; init; }
}
