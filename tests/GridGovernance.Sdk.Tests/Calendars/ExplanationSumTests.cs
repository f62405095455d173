using System.Globalization;
using GridGovernance.Sdk.Calendars;
using NodaTime;
using static GridGovernance.Sdk.Tests.Calendars.CalendarVectors;

namespace GridGovernance.Sdk.Tests.Calendars;

/// <summary>Explanations whose parts have other names or other units than one expects: what they say, and that they still sum.</summary>
public sealed class ExplanationSumTests
{
    private static readonly WorkCalendar China = WorkCalendar.China;
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");

    [Fact]
    public void Explain_OverlappingClosures_NamesThemInOrderOfTime()
    {
        var calendar = Compile(CalendarDefinition.China with { Layers = [Closure("a", "10:00-11:00"), Closure("b", "09:00-10:30")] });
        var intervals = calendar.Explain(At("2026-03-09T08:00"), new TimeLimit(3, LimitUnit.WorkingHours), CountingPolicy.CivilCode).Intervals;

        Assert.Equal(
            [(IntervalKind.Working, 8 * 60), (IntervalKind.Closed, 9 * 60), (IntervalKind.Closed, (10 * 60) + 30), (IntervalKind.Working, 11 * 60), (IntervalKind.Lunch, 12 * 60), (IntervalKind.Working, 14 * 60)],
            intervals.Select(static item => (item.Kind, (int)(item.From - At("2026-03-09T00:00")).TotalMinutes)));
        Assert.Contains("\"b\"", intervals[1].Reason.ToString(), StringComparison.Ordinal);
        Assert.Contains("\"a\"", intervals[2].Reason.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_AnExtensionInAnotherUnit_GivesBothTotals()
    {
        var explanation = DeadlineLedger.Start(new TimeLimit(2, LimitUnit.WorkingDays), CountingPolicy.CivilCode, At("2026-03-05T10:00"))
            .Extend(new TimeLimit(4, LimitUnit.WorkingHours), At("2026-03-06T10:00")).Explain(China);

        Assert.Equal((2, Duration.FromHours(4)), (explanation.CountedDays, explanation.CountedHours));
        Assert.Contains("2 working days + 4 working hours", explanation.ToString(), StringComparison.Ordinal);
        Assert.Contains("Days counted: 2\nTime counted: 04:00:00\n", explanation.ToString(), StringComparison.Ordinal);
        Assert.Equal(At("2026-03-10T12:00"), explanation.Due.At);
    }

    [Fact]
    public void Explain_FractionsOfASecond_ArePrinted()
    {
        var explanation = China.Explain(At("2026-03-09T10:20") + Duration.FromTicks(305_000_000), new TimeLimit(4, LimitUnit.WorkingHours), CountingPolicy.CivilCode);

        Assert.Contains("2026-03-09 10:20:30.5 – 2026-03-09 12:00:00  counted      01:39:29.5", explanation.ToString(), StringComparison.Ordinal);
        Assert.Contains("02:20:30.5", explanation.ToString(), StringComparison.Ordinal);
        Assert.Contains("Time counted: 04:00:00\n", explanation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_Limits_AreInWords()
    {
        var month = China.Explain(At("2026-03-09T10:00"), new TimeLimit(1, LimitUnit.Months), CountingPolicy.CivilCode);

        Assert.StartsWith("1 month by Civil Code, periods, from 2026-03-09 10:00:00 (times of Asia/Shanghai)\n", month.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("时限1个月，依据民法典期间，自2026-03-09 10:00:00起（时区：Asia/Shanghai）\n", month.ToString(Chinese), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_EachRule_CitesItsOwnArticle()
    {
        var penalty = China.Explain(At("2026-03-05T10:00"), new TimeLimit(9, LimitUnit.CalendarDays), CountingPolicy.AdministrativePenalty);
        var procedure = China.Explain(At("2026-03-05T10:00"), new TimeLimit(9, LimitUnit.CalendarDays), CountingPolicy.CivilProcedure);
        var hour = China.Explain(At("2026-03-05T10:20"), new TimeLimit(9, LimitUnit.UrgentHours), CountingPolicy.CivilProcedure);

        Assert.Contains("the day of the start is not counted (Civil Code, article 201)", penalty.ToString(), StringComparison.Ordinal);
        Assert.Contains("so this day is the last (Civil Code, article 203)", penalty.ToString(), StringComparison.Ordinal);
        Assert.Contains("开始的当日不计入（《民事诉讼法》第八十五条）", procedure.ToString(Chinese), StringComparison.Ordinal);
        Assert.Contains("Interpretation of the Supreme People's Court on the Civil Procedure Law, article 125", hour.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5 working-days")]
    [InlineData("5 calendar-days")]
    [InlineData("40 working-hours")]
    [InlineData("110 urgent-hours")]
    public void Explain_AStoppedClock_EndsAtThePauseAndNamesIt(string limit)
    {
        var explanation = DeadlineLedger.Start(TimeLimit.Parse(limit, null), CountingPolicy.CivilCode, At("2026-03-05T10:00"))
            .Pause(At("2026-03-09T15:00"), "awaiting an opinion").Explain(China);

        Assert.True(explanation.Due.IsStopped);
        Assert.Equal(At("2026-03-09T15:00"), explanation.Intervals[^1].To);
        Assert.EndsWith("Not known: the clock is paused since 2026-03-09 15:00:00: \"awaiting an opinion\"\n", explanation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_ALastDayThatIsUnknown_DoesNotCountIt()
    {
        var explanation = China.Explain(At("2026-12-17T10:00"), new TimeLimit(15, LimitUnit.CalendarDays), CountingPolicy.CivilCode);

        Assert.Equal(new LocalDate(2027, 1, 1), explanation.Due.UnknownDay);
        Assert.Equal(14, explanation.CountedDays);
        Assert.Equal(At("2027-01-01T00:00"), explanation.Intervals[^1].To);
    }

    [Fact]
    public void Explain_OverAChangeOfTheClock_PrintsOffsets()
    {
        var calendar = Compile(new CalendarDefinition { Code = "ny", TimeZone = "America/New_York", ObservesHolidays = false });
        var start = Instant.FromUtc(2026, 11, 1, 5, 40); // 01:40 in summer time, twenty minutes before the hour comes again
        var text = calendar.Explain(start, new TimeLimit(1, LimitUnit.UrgentHours), CountingPolicy.CivilCode).ToString();

        Assert.Contains("2026-11-01 01:40:00-04:00 – 2026-11-01 01:40:00-05:00", text, StringComparison.Ordinal);
        Assert.Contains("times of America/New_York", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_AStartAfterClosing_LeavesTheRestOfThatDayOut()
    {
        var policy = CountingPolicy.CivilCode with { Code = "own", CountsStartDay = true, DayEnd = DayEnd.CloseOfBusiness };
        var closed = China.Explain(At("2026-03-09T19:00"), new TimeLimit(1, LimitUnit.WorkingDays), policy);
        var open = China.Explain(At("2026-03-09T17:00"), new TimeLimit(1, LimitUnit.WorkingDays), policy);

        Assert.Equal([(IntervalKind.StartDay, 0), (IntervalKind.Working, 1)], closed.Intervals.Select(static item => (item.Kind, item.CountedDays)));
        Assert.Contains("business", closed.Intervals[0].Reason.ToString(), StringComparison.Ordinal);
        Assert.Equal((At("2026-03-09T19:00"), At("2026-03-10T00:00"), At("2026-03-10T18:00")), (closed.Intervals[0].From, closed.Intervals[0].To, closed.Due.At));
        Assert.Equal((At("2026-03-09T17:00"), At("2026-03-09T18:00")), (Assert.Single(open.Intervals).From, open.Due.At));
    }

    [Fact]
    public void Explain_HoursBehindDays_BeginAtOnce()
    {
        var explanation = DeadlineLedger.Start(new TimeLimit(1, LimitUnit.WorkingDays), CountingPolicy.CivilProcedure, At("2026-03-09T10:20"))
            .Extend(new TimeLimit(2, LimitUnit.UrgentHours), At("2026-03-10T10:00")).Explain(China);

        Assert.Equal(HourStart.NextHour, CountingPolicy.CivilProcedure.HourStart);
        Assert.DoesNotContain(explanation.Intervals, static item => item.Kind == IntervalKind.StartHour);
        Assert.Equal(At("2026-03-11T02:00"), explanation.Due.At);
    }

    [Fact]
    public void Explain_ALimitOfNoDaysThatAPauseMoves_SaysSo()
    {
        var explanation = DeadlineLedger.Start(new TimeLimit(0, LimitUnit.CalendarDays), CountingPolicy.CivilCode, At("2026-03-09T10:00"))
            .PauseBetween(At("2026-03-09T20:00"), At("2026-03-11T09:00"), "cause").Explain(China);

        Assert.Equal(new LocalDate(2026, 3, 11), explanation.Due.On);
        Assert.Equal(IntervalKind.RollOver, explanation.Intervals[^1].Kind);
        Assert.Contains("the clock was paused when the last day ended", explanation.Intervals[^1].Reason.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_WithAChoiceThatIsNone_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => CountingPolicy.CivilCode with { RollOver = (RollOver)77 });
        Assert.Throws<ArgumentOutOfRangeException>(static () => CountingPolicy.CivilCode with { DayEnd = (DayEnd)5 });
        Assert.Throws<ArgumentOutOfRangeException>(static () => CountingPolicy.CivilCode with { HourStart = (HourStart)2 });
        Assert.Throws<ArgumentOutOfRangeException>(static () => CountingPolicy.CivilCode with { MonthEnd = (MonthEndRule)(-1) });
    }

    private static CalendarLayer Closure(string code, string hours) => new()
    {
        Code = code,
        Kind = LayerKind.Closure,
        Days = [new CalendarDayRule { From = new LocalDate(2026, 3, 9), Effect = DayEffect.Closed, Hours = CalendarCases.Hours(hours) }],
    };

    private static WorkCalendar Compile(CalendarDefinition definition)
    {
        var calendar = WorkCalendar.Compile(definition, out var report);
        report.EnsureNoErrors();
        return calendar!;
    }
}
