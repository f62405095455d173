using GridGovernance.Sdk.Calendars;
using NodaTime;
using static GridGovernance.Sdk.Tests.Calendars.CalendarVectors;

namespace GridGovernance.Sdk.Tests.Calendars;

/// <summary>The ends of time: a documented error outside the range, an answer at its very ends.</summary>
public sealed class InstantRangeTests
{
    private static readonly WorkCalendar China = WorkCalendar.China;
    private static readonly Instant First = Instant.FromUtc(1, 1, 1, 0, 0);
    private static readonly Instant Last = Instant.FromUtc(9000, 1, 1, 0, 0) - Duration.FromTicks(1);
    private static readonly TimeLimit Day = new(1, LimitUnit.CalendarDays);

    public static TheoryData<string> Extremes => [.. Calls(Last).Keys];

    [Theory]
    [MemberData(nameof(Extremes))]
    public void Call_OutsideTheRange_ThrowsArgumentOutOfRange(string call)
    {
        foreach (var at in (Instant[])[Instant.MinValue, First - Duration.FromTicks(1), Last + Duration.FromTicks(1), Instant.MaxValue])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => Calls(at)[call]());
        }

        Calls(First)[call]();
        Calls(Last)[call]();
    }

    [Theory]
    [InlineData("100 years")]
    [InlineData("1200 months")]
    [InlineData("36525 calendar-days")]
    [InlineData("36525 working-days")]
    [InlineData("876600 urgent-hours")]
    [InlineData("876600 working-hours")]
    public void Due_OfTheLongestLimits_HasAnAnswerAtBothEnds(string text)
    {
        var limit = TimeLimit.Parse(text, null);
        foreach (var policy in (CountingPolicy[])[CountingPolicy.CivilCode, CountingPolicy.Hotline12345, CountingPolicy.CivilCode with { Code = "own", RollOver = RollOver.None }])
        {
            foreach (var at in (Instant[])[First, At("2026-03-02T10:00"), Last])
            {
                var ledger = Enumerable.Range(0, 4).Aggregate(DeadlineLedger.Start(limit, policy, at), (some, _) => some.Extend(limit, at));
                var explanation = ledger.Explain(China);
                Assert.Equal(ledger.Due(China), explanation.Due);
                Assert.True(!explanation.Due.IsKnown || explanation.Due.At == explanation.Intervals[^1].To);
                Assert.Equal(ledger.Due(China), ledger.PauseBetween(First, First, "nothing").Due(China));
                _ = China.LatestStart(at, limit, policy);
                Assert.Throws<ArgumentOutOfRangeException>(() => ledger.Extend(new TimeLimit(1, LimitUnit.UrgentHours), at));
                Assert.Throws<ArgumentOutOfRangeException>(() => DeadlineLedger.Start(Day, policy, at).Extend(limit, at).Extend(limit, at).Extend(limit, at).Extend(limit, at).ChangeLimit(limit, at).Extend(Day, at));
            }
        }
    }

    [Fact]
    public void AddWorkingTime_LongerThanAHundredYears_Throws()
    {
        var start = At("2026-03-02T10:00");

        Assert.Throws<ArgumentOutOfRangeException>(() => China.AddWorkingTime(start, Duration.FromHours(876_600) + Duration.FromTicks(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => China.SubtractWorkingTime(start, Duration.MaxValue));
        Assert.Equal(new LocalDate(2027, 1, 1), China.AddWorkingTime(start, Duration.FromHours(876_600)).UnknownDay);
        Assert.Equal(new LocalDate(2006, 12, 31), China.SubtractWorkingTime(start, Duration.FromHours(876_600)).UnknownDay);
    }

    [Theory]
    [InlineData("3 calendar-days", RollOver.StatutoryHolidaysAndWeekends)]
    [InlineData("3 working-days", RollOver.StatutoryHolidaysAndWeekends)]
    [InlineData("3 months", RollOver.None)]
    [InlineData("3 working-hours", RollOver.None)]
    public void Due_AroundAPauseOfThousandsOfYears_IsAnsweredAtOnce(string limit, RollOver rollOver)
    {
        var policy = CountingPolicy.CivilCode with { Code = "own", RollOver = rollOver };
        var ledger = DeadlineLedger.Start(TimeLimit.Parse(limit, null), policy, At("2026-03-06T16:00")).PauseBetween(At("2026-03-09T00:00"), Last, "forgotten");

        // A thousand times, as a day at a time would take hours.
        for (var i = 0; i < 1_000; i++)
        {
            Assert.Equal(rollOver == RollOver.None && !ledger.Limit.IsInHours, ledger.Due(China).IsKnown);
        }

        Assert.InRange(ledger.Explain(China).Intervals.Count, 2, 1_000);
    }

    private static Dictionary<string, Action> Calls(Instant at)
    {
        var ledger = DeadlineLedger.Start(Day, CountingPolicy.CivilCode, At("2026-03-02T10:00"));
        return new Dictionary<string, Action>(StringComparer.Ordinal)
        {
            ["Due"] = () => China.Due(at, Day, CountingPolicy.CivilCode),
            ["Explain"] = () => China.Explain(at, Day, CountingPolicy.CivilCode),
            ["LatestStart"] = () => China.LatestStart(at, Day, CountingPolicy.CivilCode),
            ["AddWorkingTime"] = () => China.AddWorkingTime(at, Duration.FromHours(1)),
            ["SubtractWorkingTime"] = () => China.SubtractWorkingTime(at, Duration.FromHours(1)),
            ["WorkingTimeBetween from"] = () => China.WorkingTimeBetween(at, At("2026-03-02T10:00")),
            ["WorkingTimeBetween to"] = () => China.WorkingTimeBetween(At("2026-03-02T10:00"), at),
            ["IsWorkingTime"] = () => China.IsWorkingTime(at),
            ["Start"] = () => DeadlineLedger.Start(Day, CountingPolicy.CivilCode, at).Due(China),
            ["StartAt"] = () => ledger.StartAt(at).Due(China),
            ["Reset"] = () => ledger.Reset(at).Due(China),
            ["Complete"] = () => ledger.Complete(at).ShareUsed(China, At("2026-03-02T10:00")),
            ["Pause"] = () => ledger.Pause(at, "cause").Explain(China),
            ["Resume"] = () => ledger.Pause(First, "cause").Resume(at).Explain(China),
            ["PauseBetween"] = () => ledger.PauseBetween(at, at, "cause").Explain(China),
            ["ShareUsed"] = () => ledger.ShareUsed(China, at),
        };
    }
}
