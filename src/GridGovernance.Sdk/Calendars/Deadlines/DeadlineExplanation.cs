using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;

namespace GridGovernance.Sdk.Calendars;

/// <summary>How a due date came about, for who asks how 48 hours became six days: every stretch of time with its reason.</summary>
/// <remarks>
/// <para>The intervals follow each other without a gap from the start to the due date; those that count add up to the limit exactly:
/// <see cref="CountedHours"/> for its hours, <see cref="CountedDays"/> for its days, months and years.</para>
/// <para>Where the due date is not known, they end at the unknown day, or where the last known shift does; where the clock is stopped, at the pause
/// that lasts.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Ledger">The clock.</param>
/// <param name="ZoneId">The time zone in which the text gives times.</param>
/// <param name="Due">The due date.</param>
/// <param name="Intervals">The intervals, in order.</param>
public sealed record DeadlineExplanation(DeadlineLedger Ledger, string ZoneId, DueDate Due, EquatableArray<DeadlineInterval> Intervals)
{
    private static readonly OffsetDateTimePattern Plain = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss;FFFFFFF");
    private static readonly OffsetDateTimePattern WithOffset = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss;FFFFFFFo<Z+HH:mm>");

    /// <summary>Gets the length of all intervals that count.</summary>
    public Duration CountedTime => Intervals.Aggregate(Duration.Zero, static (sum, item) => item.IsCounted ? sum + (item.To - item.From) : sum);

    /// <summary>Gets the length of the intervals that count toward limits in hours; zero for a limit in days.</summary>
    public Duration CountedHours => Intervals.Aggregate(
        Duration.Zero, static (sum, item) => item is { IsCounted: true, CountedDays: 0 } ? sum + (item.To - item.From) : sum);

    /// <summary>Gets the days of all intervals that count; 0 for a limit in hours.</summary>
    public int CountedDays => Intervals.Sum(static item => item.CountedDays);

    /// <summary>Returns the explanation as lines of text.</summary>
    /// <param name="culture">Chinese for every <c>zh</c> culture, English for all others.</param>
    /// <returns>Lines, each ending in a line feed.</returns>
    public string ToString(CultureInfo? culture)
    {
        var zone = DateTimeZoneProviders.Tzdb[ZoneId];
        var text = new StringBuilder();

        // Where the clock changes on the way, an hour occurs twice: its offset tells which.
        var instants = Intervals.Select(static item => item.To).Prepend(Ledger.StartedAt).Concat(Due.IsKnown ? [Due.At] : []);
        var pattern = instants.Select(zone.GetUtcOffset).Distinct().Count() > 1 ? WithOffset : Plain;
        var policy = Ledger.Policy.Title ?? new LocalizedText(Ledger.Policy.Code, Ledger.Policy.Code);
        Line("calendars.explain-head", Limits(culture), policy, Local(Ledger.StartedAt), ZoneId);
        foreach (var item in Intervals)
        {
            var mark = CalendarMessages.All[item.IsCounted ? "calendars.explain-counted" : "calendars.explain-not-counted"];
            Line("calendars.explain-interval", Local(item.From), Local(item.To), mark, Length(item.To - item.From), item.Reason);
        }

        var counted = CountedHours;
        if (CountedDays > 0)
        {
            Line("calendars.explain-sum-days", CountedDays);
        }

        if (CountedDays == 0 || counted > Duration.Zero)
        {
            Line("calendars.explain-sum-time", Length(counted));
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
            var pause = Ledger.Pauses.First(static item => item.To is null);
            Line("calendars.explain-stopped", Local(pause.From), pause.Cause);
        }

        return text.ToString();

        string Local(Instant at) => pattern.Format(at.InZone(zone).ToOffsetDateTime());

        void Line(string code, params ReadOnlySpan<object?> values) => text.Append(CalendarMessages.All[code, values].ToString(culture)).Append('\n');
    }

    /// <summary>Returns the explanation in English.</summary>
    /// <returns>Lines of text.</returns>
    public override string ToString() => ToString(CultureInfo.InvariantCulture);

    // Fractions of a second are printed where there are any: the parts sum to the total as they stand.
    private static string Length(Duration length)
    {
        var fraction = length.SubsecondTicks == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $".{length.SubsecondTicks:0000000}").TrimEnd('0');
        return string.Create(CultureInfo.InvariantCulture, $"{(long)Math.Floor(length.TotalHours):00}:{length.Minutes:00}:{length.Seconds:00}{fraction}");
    }

    private string Limits(CultureInfo? culture) => string.Join(" + ", Ledger.Extensions.Select(static item => item.By).Prepend(Ledger.Limit).Select(limit => limit.ToText().ToString(culture)));
}
