using GridGovernance.Sdk.Calendars;
using NodaTime;
using static GridGovernance.Sdk.Tests.Calendars.CalendarVectors;

namespace GridGovernance.Sdk.Tests.Calendars;

/// <summary>Explanations that run beyond the known calendar, where one stretch stands for many days that are alike.</summary>
public sealed class FarExplanationTests
{
    private static readonly CountingPolicy Plain = new() { Code = "own", RollOver = RollOver.None };

    // Each stretch: when it begins, its kind, the days it counts, and why a pause stands there.
    public static TheoryData<string, string, string[], string, string[]> Cases => new()
    {
        {
            "2026-12-29T10:00", "10 calendar-days", [], "2027-01-08",
            ["2026-12-29 10:00 StartDay 0", "2026-12-30 00:00 Working 2", "2027-01-01 00:00 Unknown 8"]
        },
        {
            "2026-12-29T10:00", "10 calendar-days", ["2027-01-03T00:00/2027-01-20T00:00"], "2027-01-25",
            ["2026-12-29 10:00 StartDay 0", "2026-12-30 00:00 Working 2", "2027-01-01 00:00 Unknown 2", "2027-01-03 00:00 Pause 0 added up", "2027-01-20 00:00 Unknown 6"]
        },
        {
            "2026-12-29T10:00", "10 calendar-days", ["2027-01-03T12:00/2027-01-20T18:00"], "2027-01-25",
            ["2026-12-29 10:00 StartDay 0", "2026-12-30 00:00 Working 2", "2027-01-01 00:00 Unknown 3", "2027-01-04 00:00 Pause 0 added up", "2027-01-21 00:00 Unknown 5"]
        },
        {
            "2026-12-29T10:00", "10 calendar-days", ["2027-01-03T12:00/2027-01-04T12:00", "2027-01-06T00:00/2027-01-07T00:00"], "2027-01-10",
            ["2026-12-29 10:00 StartDay 0", "2026-12-30 00:00 Working 2", "2027-01-01 00:00 Unknown 3", "2027-01-04 00:00 Pause 0 added up", "2027-01-05 00:00 Unknown 1", "2027-01-06 00:00 Pause 0 added up", "2027-01-07 00:00 Unknown 4"]
        },
        {
            "2026-12-29T10:00", "3 calendar-days", ["2026-12-30T00:00/2027-03-01T00:00"], "2027-03-03",
            ["2026-12-29 10:00 StartDay 0", "2026-12-30 00:00 Pause 0 added up", "2027-03-01 00:00 Unknown 3"]
        },
        {
            "2026-12-29T10:00", "3 calendar-days", ["2027-01-01T10:00/2027-03-01T10:00"], "2027-03-01",
            ["2026-12-29 10:00 StartDay 0", "2026-12-30 00:00 Working 2", "2027-01-01 00:00 Unknown 1", "2027-01-02 00:00 Pause 0 end", "2027-03-01 00:00 RollOver 0 last"]
        },
        {
            "2026-12-29T10:00", "10 calendar-days", ["2027-01-08T10:00/2027-03-01T10:00"], "2027-03-01",
            ["2026-12-29 10:00 StartDay 0", "2026-12-30 00:00 Working 2", "2027-01-01 00:00 Unknown 8", "2027-01-09 00:00 Pause 0 end", "2027-03-01 00:00 RollOver 0 last"]
        },
        {
            "2026-12-29T10:00", "1 month", ["2027-01-05T00:00/2030-01-05T00:00"], "2030-01-29",
            ["2026-12-29 10:00 StartDay 0", "2026-12-30 00:00 Working 2", "2027-01-01 00:00 Unknown 4", "2027-01-05 00:00 Pause 0 added up", "2030-01-05 00:00 Unknown 25"]
        },
        {
            "2027-02-01T10:00", "5 calendar-days", ["2027-02-01T12:00/2027-02-03T12:00"], "2027-02-07",
            ["2027-02-01 10:00 StartDay 0", "2027-02-02 00:00 Pause 0 added up", "2027-02-03 00:00 Unknown 5"]
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Explain_BeyondTheKnownCalendar_JoinsDaysThatAreAlike(string start, string limit, string[] pauses, string dueOn, string[] expected)
    {
        var ledger = DeadlineLedger.Start(TimeLimit.Parse(limit, null), Plain, At(start));
        foreach (var pause in pauses.Select(static text => text.Split('/')))
        {
            ledger = ledger.PauseBetween(At(pause[0]), At(pause[1]), "cause");
        }

        var explanation = ledger.Explain(WorkCalendar.China);

        Assert.Equal(expected, explanation.Intervals.Select(Describe));
        Assert.All(explanation.Intervals, static item => Assert.Equal(item.CountedDays > 0, item.IsCounted));
        Assert.All(explanation.Intervals.Zip(explanation.Intervals.Skip(1)), static pair => Assert.Equal(pair.First.To, pair.Second.From));
        Assert.Equal(explanation.Due.At, explanation.Intervals[^1].To);
        Assert.Equal(dueOn, NodaTime.Text.LocalDatePattern.Iso.Format(explanation.Due.On));
    }

    private static string Describe(DeadlineInterval item)
    {
        var from = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Format(item.From.InZone(WorkCalendar.China.Zone).LocalDateTime);
        var reason = item.Reason.ToString();
        var why = item.Kind is not (IntervalKind.Pause or IntervalKind.RollOver) ? ""
            : reason.Contains("paused when this day ended", StringComparison.Ordinal) ? " end"
            : reason.Contains("paused when the last day ended", StringComparison.Ordinal) ? " last"
            : " added up";
        return $"{from} {item.Kind} {item.CountedDays}{why}";
    }
}
