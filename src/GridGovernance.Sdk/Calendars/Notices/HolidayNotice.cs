using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>A yearly notice on public holidays (放假安排通知), or an amendment to one: the days that are off, and the rest days that are worked.</summary>
/// <remarks>
/// <para>A notice that names 1 January of its year as off, as every yearly notice does, makes the year known; what does not is an amendment, which takes
/// effect where the year is known. A notice may also name days of the December before, which take effect where that year is known.
/// Ordinary weekends are not listed.</para>
/// <para>Of each day the notice known last decides, in whatever order notices are loaded. Two that are known from one date must agree, and a notice
/// without a date must agree with what the library carries: an amendment says from when it is known.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record HolidayNotice
{
    /// <summary>Gets the year that the notice is about.</summary>
    public required int Year { get; init; }

    /// <summary>Gets the addresses of the papers.</summary>
    public EquatableArray<string> Papers { get; init; }

    /// <summary>Gets the date from which the notice is known; null when it always was: before every date. A later notice amends an earlier one day by day.</summary>
    public LocalDate? EffectiveFrom { get; init; }

    /// <summary>Gets the days. A notice without days says nothing.</summary>
    public EquatableArray<HolidayNoticeDay> Days { get; init; }
}
