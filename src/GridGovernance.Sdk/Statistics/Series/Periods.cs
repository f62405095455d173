using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace GridGovernance.Sdk.Statistics;

/// <summary>Names the periods that dates fall into, so that their ordinal order is their order in time.</summary>
public static class Periods
{
    /// <summary>Names the period of a date.</summary>
    /// <param name="date">The date.</param>
    /// <param name="kind">The length of the period.</param>
    /// <returns>Such as <c>2026-03-31</c>, <c>2026-W14</c>, <c>2026-03</c>, <c>2026-Q1</c> or <c>2026</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not one of the kinds.</exception>
    public static string PeriodOf(LocalDate date, PeriodKind kind) => kind switch
    {
        PeriodKind.Day => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}-{date.Day:00}"),
        PeriodKind.Week => string.Create(CultureInfo.InvariantCulture, $"{WeekYearRules.Iso.GetWeekYear(date):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(date):00}"),
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-{date.Month:00}"),
        PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}-Q{((date.Month - 1) / 3) + 1}"),
        PeriodKind.Year => string.Create(CultureInfo.InvariantCulture, $"{date.Year:0000}"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The kind is not one of the kinds of periods."),
    };
}
