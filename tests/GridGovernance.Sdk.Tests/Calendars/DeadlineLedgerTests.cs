using GridGovernance.Sdk.Calendars;
using NodaTime;
using static GridGovernance.Sdk.Tests.Calendars.CalendarVectors;

namespace GridGovernance.Sdk.Tests.Calendars;

public sealed class DeadlineLedgerTests
{
    private static readonly WorkCalendar China = WorkCalendar.China;

    [Fact]
    public void Pause_OverAWeekend_AddsNothing()
    {
        var ledger = Start("16 working-hours", "2026-03-06T10:00").Pause(At("2026-03-06T19:00"), "owner away").Resume(At("2026-03-09T07:00"));

        Assert.Equal(At("2026-03-10T10:00"), ledger.Due(China).At);
        Assert.Equal(Start("16 working-hours", "2026-03-06T10:00").Due(China), ledger.Due(China));
    }

    [Fact]
    public void Pause_WithinWorkingTime_AddsExactlyThatTime()
    {
        var ledger = Start("8 working-hours", "2026-03-02T08:00").Pause(At("2026-03-02T11:00"), "expert opinion").Resume(At("2026-03-02T15:00"));

        Assert.Equal(At("2026-03-03T10:00"), ledger.Due(China).At);
    }

    [Fact]
    public void Pause_OverlappingAnother_IsTakenAwayOnce()
    {
        var ledger = Start("8 working-hours", "2026-03-02T08:00")
            .PauseBetween(At("2026-03-02T10:00"), At("2026-03-02T11:00"), "late entry")
            .PauseBetween(At("2026-03-02T09:00"), At("2026-03-02T10:30"), "another cause");

        Assert.Equal(At("2026-03-03T10:00"), ledger.Due(China).At);
    }

    [Fact]
    public void ChangeLimit_AfterAPause_KeepsThePause()
    {
        var ledger = Start("8 working-hours", "2026-03-02T08:00")
            .PauseBetween(At("2026-03-02T09:00"), At("2026-03-02T11:00"), "cause")
            .ChangeLimit(TimeLimit.Parse("16 working-hours", null), At("2026-03-02T16:00"));

        Assert.Equal(At("2026-03-04T10:00"), ledger.Due(China).At);
    }

    [Fact]
    public void Due_WhilePaused_IsStopped()
    {
        var ledger = Start("8 working-hours", "2026-03-02T08:00").Pause(At("2026-03-02T11:00"), "cause");

        Assert.True(ledger.IsPaused);
        Assert.True(ledger.Due(China).IsStopped);
        Assert.False(ledger.Due(China).IsKnown);
    }

    [Fact]
    public void Due_WhenPausedAfterItWasDue_StaysDue()
    {
        var ledger = Start("2 working-hours", "2026-03-02T08:00").Pause(At("2026-03-02T10:00"), "cause");

        Assert.Equal(At("2026-03-02T10:00"), ledger.Due(China).At);
    }

    [Fact]
    public void Pause_ThatLastsBehindOneThatIsOver_IsOneWithIt()
    {
        var ledger = Start("0 working-days", "2026-03-02T10:00").PauseBetween(At("2026-03-02T12:00"), At("2026-03-05T12:00"), "cause").Pause(At("2026-03-04T12:00"), "cause");

        Assert.True(ledger.Due(China).IsStopped);
        Assert.Equal(At("2026-03-03T00:00"), Start("0 working-days", "2026-03-02T10:00").Pause(At("2026-03-03T00:00"), "cause").Due(China).At);
    }

    [Fact]
    public void Due_OnADayThatTwoPausesCoverTogether_IsNotYet()
    {
        // 17 September 2024 is a holiday; the 18th lies wholly in the first pause, whose last part the second one continues.
        var policy = CountingPolicy.Hotline12345 with { Code = "own", CountsStartDay = true };
        var ledger = DeadlineLedger.Start(new TimeLimit(0, LimitUnit.Years), policy, At("2024-09-17T13:00"))
            .PauseBetween(At("2024-09-17T09:00"), At("2024-09-22T09:00"), "cause")
            .Pause(At("2024-09-18T21:00"), "another");

        Assert.True(ledger.Due(China).IsStopped);
    }

    [Fact]
    public void Due_OfVeryManyPausesAndExtensions_CountsThemAll()
    {
        var ledger = Start("1 working-hours", "2026-03-02T08:00");
        for (var i = 0; i < 20; i++)
        {
            ledger = ledger.PauseBetween(At("2026-03-02T08:00") + Duration.FromMinutes(i * 6), At("2026-03-02T08:00") + Duration.FromMinutes((i * 6) + 3), "cause")
                .Extend(new TimeLimit(1, i % 2 == 0 ? LimitUnit.UrgentHours : LimitUnit.WorkingHours), At("2026-03-02T08:00"));
        }

        // An hour of work among the pauses until 10:00; then each working hour lies in the day, and each urgent one right behind it.
        Assert.Equal(21, ledger.Explain(China).CountedTime.TotalHours);
        Assert.Equal(ledger.Explain(China).Intervals[^1].To, ledger.Due(China).At);
        Assert.Equal(Start("1 working-hours", "2026-03-02T09:00").Extend(new TimeLimit(20, LimitUnit.WorkingHours), At("2026-03-02T08:00")).Due(China).At, Start("21 working-hours", "2026-03-02T09:00").Due(China).At);
    }

    [Fact]
    public void Pauses_OfOneBeginning_StandInTheOrderOfTheirEntry()
    {
        var ledger = Start("8 working-hours", "2026-03-02T08:00")
            .PauseBetween(At("2026-03-02T09:00"), At("2026-03-02T10:00"), "first")
            .PauseBetween(At("2026-03-02T09:00"), At("2026-03-02T09:30"), "second")
            .PauseBetween(At("2026-03-02T08:30"), At("2026-03-02T08:45"), "earlier");

        Assert.Equal(["earlier", "first", "second"], ledger.Pauses.Select(static pause => pause.Cause));
        Assert.Equal(At("2026-03-03T09:15"), ledger.Due(China).At);
    }

    [Fact]
    public void Reset_ForgetsEverythingButTheLimit()
    {
        var ledger = Start("8 working-hours", "2026-03-02T08:00").Extend(TimeLimit.Parse("1 month", null), At("2026-03-02T09:00"))
            .PauseBetween(At("2026-03-03T09:00"), At("2026-03-03T10:00"), "cause").Complete(At("2026-03-02T10:00")).Reset(At("2026-03-03T08:00"));

        Assert.Equal(Start("8 working-hours", "2026-03-03T08:00"), ledger);
    }

    [Fact]
    public void ChangeLimit_IsWrittenDown()
    {
        var ledger = Start("8 working-hours", "2026-03-02T08:00").ChangeLimit(TimeLimit.Parse("2 working-days", null), At("2026-03-02T09:00"));

        Assert.Equal(new LimitChange(new TimeLimit(8, LimitUnit.WorkingHours), new TimeLimit(2, LimitUnit.WorkingDays), At("2026-03-02T09:00")), Assert.Single(ledger.Changes));
        Assert.Equal(new TimeLimit(2, LimitUnit.WorkingDays), ledger.Limit);
    }

    [Fact]
    public void Entries_ThatCannotBe_Throw()
    {
        var ledger = Start("8 working-hours", "2026-03-02T08:00");

        Assert.Throws<InvalidOperationException>(() => ledger.Resume(At("2026-03-02T09:00")));
        Assert.Throws<InvalidOperationException>(() => ledger.Pause(At("2026-03-02T09:00"), "a").Pause(At("2026-03-02T10:00"), "b"));
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.Pause(At("2026-03-02T09:00"), "a").Resume(At("2026-03-02T08:59")));
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.PauseBetween(At("2026-03-02T09:00"), At("2026-03-02T08:00"), "a"));
        Assert.Throws<ArgumentException>(() => ledger.Pause(At("2026-03-02T09:00"), " "));
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.ReachesShare(China, 1.1m));
        Assert.Throws<ArgumentOutOfRangeException>(() => ledger.ReachesShare(China, -0.1m));
    }

    [Fact]
    public void StartAt_AnEarlierInstant_MovesTheDueDateAndKeepsPauses()
    {
        var ledger = Start("8 working-hours", "2026-03-03T08:00").PauseBetween(At("2026-03-03T09:00"), At("2026-03-03T10:00"), "cause").StartAt(At("2026-03-02T16:00"));

        Assert.Equal(At("2026-03-03T17:00"), ledger.Due(China).At);
    }

    [Theory]
    [InlineData("2026-03-02T07:00", 0)]
    [InlineData("2026-03-02T12:00", 0.5)]
    [InlineData("2026-03-02T13:00", 0.5)]
    [InlineData("2026-03-02T18:00", 1)]
    [InlineData("2026-03-03T10:00", 1.25)]
    public void ShareUsed_OfEightWorkingHours_IsExact(string at, double share) =>
        Assert.Equal((decimal)share, Start("8 working-hours", "2026-03-02T08:00").ShareUsed(China, At(at)));

    [Fact]
    public void ShareUsed_WhilePausedOrCompleted_StandsStill()
    {
        var ledger = Start("8 working-hours", "2026-03-02T08:00");

        Assert.Equal(0.25m, ledger.Pause(At("2026-03-02T10:00"), "cause").ShareUsed(China, At("2026-03-05T10:00")));
        Assert.Equal(0.25m, ledger.Complete(At("2026-03-02T10:00")).ShareUsed(China, At("2026-03-05T10:00")));
        Assert.Equal(At("2026-03-02T16:24"), ledger.ReachesShare(China, 0.8m).At);
        Assert.Null(Start("8 working-hours", "2027-03-02T08:00").ShareUsed(China, At("2027-03-02T10:00")));
        Assert.True(ledger.Pause(At("2026-03-02T10:00"), "cause").ReachesShare(China, 0.8m).IsStopped);
    }

    [Theory]
    [InlineData("2026-03-06T09:00", "2026-03-09T09:00", "2026-03-10")] // eight working hours: a working day
    [InlineData("2026-03-06T19:00", "2026-03-09T07:00", "2026-03-09")] // a weekend: nothing
    [InlineData("2026-03-05T10:00", "2026-03-05T15:00", "2026-03-09")] // less than a working day
    [InlineData("2026-03-03T00:00", "2026-03-05T00:00", "2026-03-11")] // two whole days
    public void Pause_OfALimitInWorkingDays_AddsItsWholeWorkingDays(string from, string to, string on)
    {
        var ledger = Start("5 working-days", "2026-03-02T10:00").PauseBetween(At(from), At(to), "cause");

        Assert.Equal(NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value, ledger.Due(China).On);
    }

    [Theory]
    [InlineData("2026-03-05T09:00", "2026-03-08T09:00", "2026-03-20")] // 72 hours: 15 + 3 days
    [InlineData("2026-03-05T09:00", "2026-03-05T17:00", "2026-03-17")]
    public void Pause_OfALimitInCalendarDays_AddsItsWholeDays(string from, string to, string on)
    {
        var ledger = Start("15 calendar-days", "2026-03-02T10:00").PauseBetween(At(from), At(to), "cause");

        Assert.Equal(NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value, ledger.Due(China).On);
    }

    [Fact]
    public void Extend_InTheSameUnit_AddsToTheAmount()
    {
        var ledger = Start("60 calendar-days", "2026-03-02T10:00").Extend(TimeLimit.Parse("30 calendar-days", null), At("2026-04-20T10:00"));

        Assert.Equal(Start("90 calendar-days", "2026-03-02T10:00").Due(China), ledger.Due(China));
    }

    [Fact]
    public void Extend_InAnotherUnit_CountsFromTheEndOfTheLimit()
    {
        var ledger = Start("1 month", "2026-03-02T10:00").Extend(TimeLimit.Parse("5 working-days", null), At("2026-03-20T10:00"));

        Assert.Equal(new LocalDate(2026, 4, 10), ledger.Due(China).On);
    }

    [Fact]
    public void Reset_ForgetsPauses()
    {
        var ledger = Start("8 working-hours", "2026-03-02T08:00").Pause(At("2026-03-02T11:00"), "cause").Reset(At("2026-03-03T08:00"));

        Assert.Equal(At("2026-03-03T18:00"), ledger.Due(China).At);
    }

    private static DeadlineLedger Start(string limit, string at) => DeadlineLedger.Start(TimeLimit.Parse(limit, null), CountingPolicy.CivilCode, At(at));
}
