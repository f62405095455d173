using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace GridGovernance.Sdk.Calendars;

/// <summary>How a due date came about, for who asks how 48 hours became six days: every stretch of time with its reason.</summary>
/// <remarks>
/// <para>The intervals follow each other without a gap from the start to the due date; those that count add up to the limit exactly:
/// <see cref="CountedTime"/> for hours, <see cref="CountedDays"/> for days, months and years.</para>
/// <para>Where the due date is not known, they end at the unknown day; where the clock is stopped, at the pause that lasts.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Ledger">The clock.</param>
/// <param name="ZoneId">The time zone in which the text gives times.</param>
/// <param name="Due">The due date.</param>
/// <param name="Intervals">The intervals, in order.</param>
public sealed record DeadlineExplanation(DeadlineLedger Ledger, string ZoneId, DueDate Due, EquatableArray<DeadlineInterval> Intervals)
{
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    /// <summary>Gets the length of all intervals that count.</summary>
    public Duration CountedTime => Intervals.Aggregate(Duration.Zero, static (sum, item) => item.IsCounted ? sum + (item.To - item.From) : sum);

    /// <summary>Gets the days of all intervals that count; 0 for a limit in hours.</summary>
    public int CountedDays => Intervals.Sum(static item => item.CountedDays);

    /// <summary>Returns the explanation as lines of text.</summary>
    /// <param name="culture">Chinese for every <c>zh</c> culture, English for all others.</param>
    /// <returns>Lines, each ending in a line feed.</returns>
    public string ToString(CultureInfo? culture)
    {
        var zone = DateTimeZoneProviders.Tzdb[ZoneId];
        var text = new StringBuilder();
        Line("calendars.explain-head", Limits(), Ledger.Policy.Title ?? new LocalizedText(Ledger.Policy.Code, Ledger.Policy.Code), Local(Ledger.StartedAt));
        foreach (var item in Intervals)
        {
            var mark = CalendarMessages.All[item.IsCounted ? "calendars.explain-counted" : "calendars.explain-not-counted"];
            Line("calendars.explain-interval", Local(item.From), Local(item.To), mark, Length(item.To - item.From), item.Reason);
        }

        if (CountedDays > 0)
        {
            Line("calendars.explain-sum-days", CountedDays);
        }
        else
        {
            Line("calendars.explain-sum-time", Length(CountedTime));
        }

        if (Due.IsKnown)
        {
            Line("calendars.explain-due", Local(Due.At), LocalDatePattern.Iso.Format(Due.On));
        }
        else if (Due.UnknownDay is { } day)
        {
            Line("calendars.explain-unknown", LocalDatePattern.Iso.Format(day));
        }
        else
        {
            Line("calendars.explain-stopped");
        }

        return text.ToString();

        string Local(Instant at) => Pattern.Format(at.InZone(zone).LocalDateTime);

        void Line(string code, params ReadOnlySpan<object?> values) => text.Append(CalendarMessages.All[code, values].ToString(culture)).Append('\n');
    }

    /// <summary>Returns the explanation in English.</summary>
    /// <returns>Lines of text.</returns>
    public override string ToString() => ToString(CultureInfo.InvariantCulture);

    private static string Length(Duration length) =>
        string.Create(CultureInfo.InvariantCulture, $"{(long)Math.Floor(length.TotalHours):00}:{length.Minutes:00}:{length.Seconds:00}");

    private string Limits() => string.Join(" + ", Ledger.Extensions.Select(static item => item.By).Prepend(Ledger.Limit));
}
