using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>A yearly notice on public holidays (放假安排通知), or an amendment to one: the days that are off, and the rest days that are worked.</summary>
/// <remarks>
/// <para>A notice with at least one day makes its year known. It may also name days of the last weeks of the year before, which take effect
/// where that year is known. Ordinary weekends are not listed.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record HolidayNotice
{
    /// <summary>Gets the year that the notice is about.</summary>
    public required int Year { get; init; }

    /// <summary>Gets the addresses of the papers.</summary>
    public EquatableArray<string> Papers { get; init; }

    /// <summary>Gets the date from which the notice is known; null when it always was. A later notice amends an earlier one day by day.</summary>
    public LocalDate? EffectiveFrom { get; init; }

    /// <summary>Gets the days. A notice without days leaves its year unknown.</summary>
    public EquatableArray<HolidayNoticeDay> Days { get; init; }
}
