using GridGovernance.Sdk.Calendars;
using NodaTime;
using NodaTime.Text;
using static GridGovernance.Sdk.Tests.Calendars.CalendarVectors;

namespace GridGovernance.Sdk.Tests.Calendars;

/// <summary>Pauses around the end of a limit in days: a clock falls due only while it runs.</summary>
public sealed class DeadlinePauseTests
{
    private static readonly WorkCalendar China = WorkCalendar.China;

    [Theory]
    [InlineData("1 working-days", "2026-03-06T16:00", "2026-03-09T08:00/2026-06-30T17:00", "2026-06-30")]
    [InlineData("1 working-days", "2026-03-06T16:00", "2026-03-09T08:01/2026-06-30T17:00", "2026-06-30")]
    [InlineData("1 working-days", "2026-03-06T16:00", "2026-03-09T08:01/2026-03-12T09:00", "2026-03-12")]
    [InlineData("1 working-days", "2026-03-06T16:00", "2026-03-09T20:00/2026-03-10T07:00", "2026-03-10")] // no working time, but the day's end
    [InlineData("1 working-days", "2026-03-06T16:00", "2026-03-09T20:00/2026-03-10T00:00", "2026-03-10")] // up to the very end
    [InlineData("1 working-days", "2026-03-06T16:00", "2026-03-10T00:00/2026-03-12T00:00", "2026-03-09")] // behind it
    [InlineData("1 working-days", "2026-03-05T16:00", "2026-03-06T20:00/2026-03-07T09:00", "2026-03-09")] // on to the next working day
    [InlineData("3 calendar-days", "2026-03-06T16:00", "2026-03-09T08:00/2026-03-10T08:00", "2026-03-10")]
    [InlineData("17 calendar-days", "2026-03-06T16:00", "2026-03-23T00:01/2026-04-15T12:00", "2026-04-15")]
    [InlineData("1 months", "2026-03-05T10:00", "2026-04-07T00:01/2026-04-09T12:00", "2026-04-09")] // 5 April rolls over to the 7th
    [InlineData("1 months", "2026-03-05T10:00", "2026-04-07T09:00/2026-04-11T12:00", "2026-04-13")] // and from the 7th over a weekend
    [InlineData("1 years", "2025-03-09T10:00", "2026-03-09T23:00/2026-03-10T01:00", "2026-03-10")]
    [InlineData("0 calendar-days", "2026-03-09T10:00", "2026-03-09T23:00/2026-03-10T01:00", "2026-03-10")]
    public void Due_AtTheEndOfADayThatAPauseCovers_IsOnTheNextThatFits(string limit, string start, string pause, string on) =>
        Assert.Equal(LocalDatePattern.Iso.Parse(on).Value, Paused(CountingPolicy.CivilCode, limit, start, pause).Due(China).On);

    [Fact]
    public void Pause_AfterClosing_OfDaysThatHoursFollow_TakesItsShareOfEachWholeDay()
    {
        // Four evenings of six hours are a day. Where hours follow, the fourth day ends at midnight; where it is the last, with business.
        var policy = CountingPolicy.CivilCode with { Code = "own", DayEnd = DayEnd.CloseOfBusiness, RollOver = RollOver.None };
        var ledger = DeadlineLedger.Start(new TimeLimit(4, LimitUnit.CalendarDays), policy, CalendarVectors.At("2026-03-08T10:00"));
        for (var day = 9; day <= 12; day++)
        {
            ledger = ledger.PauseBetween(CalendarVectors.At($"2026-03-{day:00}T18:00"), CalendarVectors.At($"2026-03-{day + 1:00}T00:00"), "evening");
        }

        Assert.Equal(new LocalDate(2026, 3, 12), ledger.Due(WorkCalendar.China).On);
        Assert.Equal(CalendarVectors.At("2026-03-14T01:00"), ledger.Extend(new TimeLimit(1, LimitUnit.UrgentHours), CalendarVectors.At("2026-03-10T10:00")).Due(WorkCalendar.China).At);
    }

    [Fact]
    public void Due_AtTheCloseOfBusinessInsideAPause_IsOnTheNextWorkingDay()
    {
        Assert.Equal(At("2026-03-16T18:00"), Paused(CountingPolicy.Hotline12345, "5 working-days", "2026-03-06T10:00", "2026-03-13T17:30/2026-03-13T18:30").Due(China).At);
        Assert.Equal(At("2026-03-13T18:00"), Paused(CountingPolicy.Hotline12345, "5 working-days", "2026-03-06T10:00", "2026-03-13T18:00/2026-03-13T19:00").Due(China).At);
    }

    [Fact]
    public void Due_ThatMovesOnOverUnknownDays_NeedsTheFirst()
    {
        var ledger = Paused(CountingPolicy.CivilCode, "1 calendar-days", "2026-12-30T10:00", "2026-12-31T20:00/2027-01-20T10:00");

        Assert.Equal(new LocalDate(2027, 1, 1), ledger.Due(China).UnknownDay);
    }

    [Fact]
    public void Due_WithoutRollOver_MovesOnToAnyDay()
    {
        var policy = CountingPolicy.CivilCode with { Code = "own", RollOver = RollOver.None };

        Assert.Equal(new LocalDate(2026, 3, 7), Paused(policy, "1 calendar-days", "2026-03-05T10:00", "2026-03-06T20:00/2026-03-07T09:00").Due(China).On);
        Assert.Equal(new LocalDate(2026, 3, 9), Paused(policy, "1 working-days", "2026-03-05T10:00", "2026-03-06T20:00/2026-03-07T09:00").Due(China).On);
    }

    [Fact]
    public void Resume_AfterTheDayThatWouldHaveBeenTheLast_IsNotMissedThen()
    {
        var ledger = DeadlineLedger.Start(new TimeLimit(1, LimitUnit.WorkingDays), CountingPolicy.CivilCode, At("2026-03-06T16:00")).Pause(At("2026-03-09T08:01"), "awaiting an opinion");

        Assert.True(ledger.Due(China).IsStopped);
        var due = ledger.Resume(At("2026-03-12T09:00")).Due(China);
        Assert.Equal(new LocalDate(2026, 3, 12), due.On);
        Assert.False(due.IsMissedBy(At("2026-03-12T09:00")));
    }

    [Fact]
    public void Explain_OfALastDayThatMovesOn_NamesThePause()
    {
        var explanation = Paused(CountingPolicy.CivilCode, "1 working-days", "2026-03-06T16:00", "2026-03-09T20:00/2026-03-10T07:00").Explain(China);

        Assert.Equal(1, explanation.CountedDays);
        Assert.Equal(explanation.Due.At, explanation.Intervals[^1].To);
        Assert.Contains("the clock was paused when the last day ended", explanation.ToString(), StringComparison.Ordinal);
        Assert.Contains("expert opinion", explanation.Intervals[^1].Reason.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Pause_AfterTheDueDate_LeavesTheDueDateAndTheWarningKnown()
    {
        var hours = DeadlineLedger.Start(new TimeLimit(2, LimitUnit.WorkingHours), CountingPolicy.CivilCode, At("2026-03-06T09:00")).Pause(At("2026-03-09T10:00"), "cause");
        var evening = DeadlineLedger.Start(new TimeLimit(1, LimitUnit.WorkingDays), CountingPolicy.Hotline12345, At("2026-03-06T09:00")).Pause(At("2026-03-09T20:00"), "cause");

        Assert.Equal(At("2026-03-06T11:00"), hours.Due(China).At);
        Assert.Equal(At("2026-03-06T10:00"), hours.ReachesShare(China, 0.5m).At);
        Assert.Equal(At("2026-03-09T18:00"), evening.Due(China).At);
        Assert.Equal(At("2026-03-09T12:00"), evening.ReachesShare(China, 0.5m).At);
    }

    [Theory]
    [InlineData("0 calendar-days", "2026-03-06T20:00", false, "2026-03-09T18:00")]
    [InlineData("0 calendar-days", "2026-03-05T20:00", false, "2026-03-06T18:00")]
    [InlineData("0 calendar-days", "2026-03-05T17:59", false, "2026-03-05T18:00")]
    [InlineData("0 calendar-days", "2026-03-05T18:00", false, "2026-03-06T18:00")]
    [InlineData("1 working-days", "2026-03-05T20:00", true, "2026-03-06T18:00")]
    [InlineData("1 working-days", "2026-03-05T10:00", true, "2026-03-05T18:00")]
    [InlineData("1 months", "2026-03-05T20:00", true, "2026-04-07T18:00")] // from the 6th: to 5 April, which rolls over
    public void Due_StartedWhenBusinessIsClosed_IsCountedFromTheNextDay(string limit, string start, bool countsStartDay, string due)
    {
        var policy = CountingPolicy.Hotline12345 with { Code = "own", CountsStartDay = countsStartDay };

        var explanation = China.Explain(At(start), TimeLimit.Parse(limit, null), policy);

        Assert.Equal(At(due), explanation.Due.At);
        Assert.Equal(At(due), explanation.Intervals[^1].To);
        Assert.Equal(At(start), explanation.Intervals[0].From);
        Assert.True(explanation.CountedDays >= TimeLimit.Parse(limit, null).Amount);
        Assert.True(China.LatestStart(At(due), TimeLimit.Parse(limit, null), policy).At >= At(start));
    }

    [Theory]
    [InlineData("2024-02-29T10:00", "1 years", "1 months", "2025-03-29")]
    [InlineData("2024-02-29T10:00", "13 months", "0 months", "2025-03-29")]
    [InlineData("2024-01-31T10:00", "1 months", "1 years", "2025-02-28")]
    public void Extend_OfYearsByMonths_CountsMonthsTogether(string start, string limit, string by, string on)
    {
        var policy = CountingPolicy.CivilCode with { Code = "own", RollOver = RollOver.None };
        var ledger = DeadlineLedger.Start(TimeLimit.Parse(limit, null), policy, At(start)).Extend(TimeLimit.Parse(by, null), At(start));

        Assert.Equal(LocalDatePattern.Iso.Parse(on).Value, ledger.Due(China).On);
    }

    [Fact]
    public void Extend_ByNothingInAnotherUnit_ChangesNothing()
    {
        var ledger = DeadlineLedger.Start(new TimeLimit(1, LimitUnit.CalendarDays), CountingPolicy.CivilCode, At("2026-03-06T10:00"));

        Assert.Equal(ledger.Due(China), ledger.Extend(new TimeLimit(0, LimitUnit.WorkingHours), At("2026-03-06T12:00")).Due(China));
    }

    internal static DeadlineLedger Paused(CountingPolicy policy, string limit, string start, string pause)
    {
        var ends = pause.Split('/');
        return DeadlineLedger.Start(TimeLimit.Parse(limit, null), policy, At(start)).PauseBetween(At(ends[0]), At(ends[1]), "expert opinion");
    }
}
