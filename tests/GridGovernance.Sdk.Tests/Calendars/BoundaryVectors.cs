using GridGovernance.Sdk.Calendars;
using NodaTime;
using NodaTime.Text;
using static GridGovernance.Sdk.Tests.Calendars.CalendarVectors;

namespace GridGovernance.Sdk.Tests.Calendars;

/// <summary>What happens exactly on a boundary: of a day, a pause, a year, a zone's hour.</summary>
public sealed class BoundaryVectors
{
    private static readonly WorkCalendar China = WorkCalendar.China;
    private static readonly Duration Tick = Duration.FromTicks(1);
    private static readonly CountingPolicy CountsStart = CountingPolicy.CivilCode with { Code = "own", CountsStartDay = true };

    [Theory]
    [InlineData("1 working-days")]
    [InlineData("1 calendar-days")]
    public void Pause_ThatBeginsTheMomentItIsDue_IsTooLate(string limit)
    {
        var (ledger, due) = (Clock(limit, "2026-03-02T10:00"), At("2026-03-04T00:00"));

        Assert.Equal(due, ledger.Pause(due, "a").Due(China).At);
        Assert.True(ledger.Pause(due - Tick, "a").Due(China).IsStopped);
    }

    [Fact]
    public void Pause_ThatBeginsWhenTheUnknownDayIsOver_LeavesItUnknown()
    {
        var ledger = Clock("5 working-days", "2026-12-29T10:00");

        Assert.Equal(new LocalDate(2027, 1, 1), ledger.Pause(At("2027-01-02T00:00"), "a").Due(China).UnknownDay);
        Assert.True(ledger.Pause(At("2027-01-02T00:00") - Tick, "a").Due(China).IsStopped);
    }

    [Theory]
    [InlineData("2026-03-09T00:00", "2026-03-10T00:00", "2026-03-10")] // the whole day to which it rolls over
    [InlineData("2026-03-09T23:59", "2026-03-10T00:00", "2026-03-10")]
    [InlineData("2026-03-09T00:00", "2026-03-09T23:59", "2026-03-09")]
    public void RollOver_OntoADayWhoseEndIsPaused_GoesOn(string from, string to, string on) =>
        Assert.Equal(Date(on), Clock("5 calendar-days", "2026-03-02T10:00").PauseBetween(At(from), At(to), "a").Due(China).On);

    [Theory]
    [InlineData("Asia/Kathmandu", "2026-03-02T10:20", "2026-03-02T12:00")] // five and three quarters of an hour before Greenwich
    [InlineData("Asia/Kolkata", "2026-03-02T10:20", "2026-03-02T12:00")]
    [InlineData("America/St_Johns", "2026-03-02T10:20", "2026-03-02T12:00")]
    [InlineData("Asia/Shanghai", "1960-03-02T10:20", "1960-03-02T12:00")]
    public void NextHour_InAnyZoneAndTime_IsTheHourOfItsClocks(string zone, string start, string due)
    {
        var calendar = WorkCalendar.Compile(CalendarDefinition.China with { TimeZone = zone }, out _)!;

        Assert.Equal(In(calendar, due), calendar.Due(In(calendar, start), new TimeLimit(1, LimitUnit.UrgentHours), CountingPolicy.CivilProcedure).At);
        Assert.Equal(In(calendar, due) - Duration.FromHours(1) - Duration.FromSeconds(1), calendar.LatestStart(In(calendar, due), new TimeLimit(1, LimitUnit.UrgentHours), CountingPolicy.CivilProcedure).At);
    }

    [Theory]
    [InlineData("2026-03-04T00:00", "1 working-days", "2026-03-02")]
    [InlineData("2026-03-03T23:59", "1 working-days", "2026-03-01")]
    [InlineData("2026-03-09T00:00", "5 calendar-days", "2026-03-01")] // Sunday is no last day, so Friday it is
    [InlineData("2026-03-01T00:00", "1 months", "2026-01-31")] // 28 February is a makeup Saturday
    [InlineData("2026-04-08T00:00", "1 months", "2026-03-07")]
    [InlineData("2026-04-09T00:00", "1 years", "2025-04-08")]
    [InlineData("2026-03-04T00:00", "0 working-days", "2026-03-03")]
    public void LatestStart_OfDays_IsTheLastSecondOfADay(string until, string limit, string on) =>
        Assert.Equal(
            Date(on).PlusDays(1).AtStartOfDayInZone(China.Zone).ToInstant() - Duration.FromSeconds(1),
            China.LatestStart(At(until), TimeLimit.Parse(limit, null), CountingPolicy.CivilCode).At);

    [Theory]
    [InlineData("2026-03-04T00:00", "1 working-days", "2026-03-03")]
    [InlineData("2026-03-04T00:00", "3 calendar-days", "2026-03-01")]
    [InlineData("2026-03-31T00:00", "1 months", "2026-02-28")]
    public void LatestStart_WhereTheStartDayCounts_IsADayLater(string until, string limit, string on) =>
        Assert.Equal(Date(on), China.LatestStart(At(until), TimeLimit.Parse(limit, null), CountsStart).On);

    [Fact]
    public void LatestStart_BeyondTheNotices_NeedsThemOnlyWhereTheDayMatters()
    {
        var (until, limit) = (At("2027-03-10T12:00"), new TimeLimit(1, LimitUnit.CalendarDays));
        var plain = CountingPolicy.CivilCode with { Code = "own", RollOver = RollOver.None };

        Assert.Equal(new LocalDate(2027, 3, 8), China.LatestStart(until, limit, plain).On);
        Assert.Equal(new LocalDate(2027, 3, 9), China.LatestStart(until, limit, plain with { DayEnd = DayEnd.CloseOfBusiness }).UnknownDay);
        Assert.Equal(new LocalDate(2027, 3, 9), China.LatestStart(until, limit, CountingPolicy.CivilCode).UnknownDay);
        Assert.Equal(new LocalDate(2027, 3, 9), China.LatestStart(until, limit, plain with { RollOver = RollOver.StatutoryHolidaysOnly }).UnknownDay);
    }

    [Fact]
    public void LatestStart_WhereOnlyHolidaysRollOver_MayEndOnASaturday()
    {
        var policy = CountingPolicy.CivilCode with { Code = "own", RollOver = RollOver.StatutoryHolidaysOnly };

        Assert.Equal(new LocalDate(2026, 3, 6), China.LatestStart(At("2026-03-08T00:00"), new TimeLimit(1, LimitUnit.CalendarDays), policy).On);
        Assert.Equal(new LocalDate(2026, 4, 29), China.LatestStart(At("2026-05-04T00:00"), new TimeLimit(1, LimitUnit.CalendarDays), policy).On);
    }

    [Fact]
    public void SubtractAndAdd_BeyondTheNotices_NameTheDayThatIsUnknown()
    {
        Assert.Equal(new LocalDate(2006, 12, 31), China.SubtractWorkingTime(At("2007-01-04T09:00"), Duration.FromHours(100)).UnknownDay);
        Assert.Equal(new LocalDate(2027, 1, 1), China.AddWorkingTime(At("2026-12-31T17:00"), Duration.FromHours(2)).UnknownDay);
        Assert.Equal(new LocalDate(2027, 2, 1), China.AddWorkingTime(At("2027-02-01T17:00"), Duration.FromHours(2)).UnknownDay);
        Assert.Equal(new LocalDate(2027, 2, 1), China.SubtractWorkingTime(At("2027-02-01T17:00"), Duration.FromHours(2)).UnknownDay);
        Assert.Equal(new LocalDate(2026, 12, 31), China.SubtractWorkingTime(At("2027-01-01T00:00"), Duration.FromHours(8)).On);
        Assert.Equal(new LocalDate(2027, 1, 1), China.SubtractWorkingTime(At("2027-01-01T00:00") + Tick, Duration.FromHours(8)).UnknownDay);
        Assert.Equal(At("2026-12-31T18:00"), China.AddWorkingTime(At("2026-12-31T17:00"), Duration.FromHours(1)).At);
        Assert.Equal(At("2007-01-04T08:00"), China.SubtractWorkingTime(At("2007-01-04T09:00"), Duration.FromHours(1)).At);
        Assert.Equal(At("2027-02-01T17:00"), China.AddWorkingTime(At("2027-02-01T17:00"), Duration.Zero).At);
        Assert.Equal(At("2027-02-01T17:00"), China.SubtractWorkingTime(At("2027-02-01T17:00"), Duration.Zero).At);
        Assert.Throws<ArgumentOutOfRangeException>(() => China.AddWorkingTime(At("2026-12-31T17:00"), -Tick));
        Assert.Throws<ArgumentOutOfRangeException>(() => China.SubtractWorkingTime(At("2026-12-31T17:00"), -Tick));
    }

    [Fact]
    public void WorkingTimeBetween_IsKnownUpToTheLastSecondOfTheNotices()
    {
        Assert.Equal(Duration.FromHours(8), China.WorkingTimeBetween(At("2026-12-31T00:00"), At("2027-01-01T00:00")).Length);
        Assert.Equal(new LocalDate(2027, 1, 1), China.WorkingTimeBetween(At("2026-12-31T00:00"), At("2027-01-01T00:00") + Tick).UnknownDay);
        Assert.Equal(new LocalDate(2027, 1, 1), China.WorkingTimeBetween(At("2027-01-01T00:00") + Tick, At("2026-12-31T00:00")).UnknownDay);
        Assert.Equal(new LocalDate(2006, 12, 31), China.WorkingTimeBetween(At("2006-12-31T00:00"), At("2007-01-08T00:00")).UnknownDay);
        Assert.Equal(Duration.Zero, China.WorkingTimeBetween(At("2030-01-01T00:00"), At("2030-01-01T00:00")).Length);
        Assert.Throws<InvalidOperationException>(() => China.WorkingTimeBetween(At("2030-01-01T00:00"), At("2030-01-01T00:01")).Length);
        Assert.True(China.IsWorkingTime(At("2026-03-02T12:00") - Tick));
        Assert.False(China.IsWorkingTime(At("2026-03-02T12:00")));
        Assert.True(China.IsWorkingTime(At("2026-03-02T14:00")));
        Assert.False(China.IsWorkingTime(At("2026-12-31T23:00")));
        Assert.Null(China.IsWorkingTime(At("2027-01-01T00:00")));
    }

    [Fact]
    public void ShareUsed_ByKindOfLimit_MeasuresWorkingOrNaturalTime()
    {
        var mixed = Clock("8 working-hours", "2026-03-02T08:00").Extend(new TimeLimit(1, LimitUnit.CalendarDays), At("2026-03-02T09:00"));

        Assert.Equal(0.5m, mixed.ShareUsed(China, At("2026-03-03T04:00"))); // 20 of the 40 hours until midnight
        Assert.Equal(0.1m, Clock("5 working-days", "2026-03-02T10:00").ShareUsed(China, At("2026-03-03T12:00"))); // 4 of 40 working hours
        Assert.Equal(2m / 38m, Clock("5 working-days", "2026-03-02T10:00", CountsStart).ShareUsed(China, At("2026-03-02T12:00")));
        Assert.Equal(0.25m, Clock("2 calendar-days", "2026-03-02T10:00").ShareUsed(China, At("2026-03-03T12:00")));
        Assert.Equal(0m, Clock("2 calendar-days", "2026-03-02T10:00").ShareUsed(China, At("2026-03-02T23:00")));
        Assert.Equal(1m, Clock("0 working-hours", "2026-03-02T10:00").ShareUsed(China, At("2026-03-02T10:00")));
        Assert.Equal(1m, Clock("0 working-hours", "2026-03-02T10:00").ShareUsed(China, At("2026-03-02T11:00")));
        Assert.Equal(0m, Clock("0 working-hours", "2026-03-02T10:00").ShareUsed(China, At("2026-03-02T10:00") - Tick));
        Assert.Equal(0.5m, Clock("2 urgent-hours", "2026-03-02T10:20", CountingPolicy.CivilProcedure).ShareUsed(China, At("2026-03-02T12:00")));
    }

    [Fact]
    public void ReachesShare_AroundPauses_IsTheWorkingInstant()
    {
        var ledger = Clock("8 working-hours", "2026-03-02T08:00")
            .PauseBetween(At("2026-03-01T08:00"), At("2026-03-01T09:00"), "before")
            .PauseBetween(At("2026-03-02T09:00"), At("2026-03-02T11:00"), "a")
            .PauseBetween(At("2026-03-02T15:00"), At("2026-03-02T16:00"), "b")
            .PauseBetween(At("2026-03-05T09:00"), At("2026-03-05T11:00"), "after");

        Assert.Equal(At("2026-03-02T08:00"), ledger.ReachesShare(China, 0m).At);
        Assert.Equal(At("2026-03-02T09:00"), ledger.ReachesShare(China, 0.125m).At); // the moment at which the pause begins
        Assert.Equal(At("2026-03-02T11:30"), ledger.ReachesShare(China, 0.1875m).At);
        Assert.Equal(At("2026-03-02T17:00"), ledger.ReachesShare(China, 0.5m).At);
        Assert.Equal(At("2026-03-03T11:00"), ledger.ReachesShare(China, 1m).At);
        Assert.Equal(ledger.Due(China), ledger.ReachesShare(China, 1m));
        Assert.Equal(At("2026-03-02T10:00"), Clock("0 working-hours", "2026-03-02T10:00").ReachesShare(China, 0.5m).At);
        Assert.Equal(At("2026-03-03T12:00"), Clock("1 calendar-days", "2026-03-02T10:00").ReachesShare(China, 0.5m).At);
        Assert.Equal(new LocalDate(2027, 3, 2), Clock("8 working-hours", "2027-03-02T08:00").ReachesShare(China, 0.5m).UnknownDay);
    }

    [Fact]
    public void ShareUsed_WhilePausedBeforeOrAfterItBegan_StandsStill()
    {
        var ledger = Clock("8 working-hours", "2026-03-02T08:00").PauseBetween(At("2026-03-02T09:00"), At("2026-03-02T10:00"), "a").Pause(At("2026-03-02T11:00"), "b");

        Assert.Equal(0.125m, ledger.ShareUsed(China, At("2026-03-02T10:00")));
        Assert.Equal(0.25m, ledger.ShareUsed(China, At("2026-03-02T11:00")));
        Assert.Equal(0.25m, ledger.ShareUsed(China, At("2026-03-09T11:00")));
        Assert.Equal(0.125m, ledger.Complete(At("2026-03-02T09:30")).ShareUsed(China, At("2026-03-09T11:00")));
        Assert.Equal(0.25m, ledger.Complete(At("2026-03-09T11:00")).ShareUsed(China, At("2026-03-02T11:00")));
    }

    [Fact]
    public void ShareUsed_BeyondTheNotices_IsNotKnown()
    {
        var ledger = Clock("8 working-hours", "2026-12-31T08:00");

        Assert.Equal(1m, ledger.ShareUsed(China, At("2027-01-01T00:00")));
        Assert.Null(ledger.ShareUsed(China, At("2027-01-02T00:00")));
        Assert.Equal(At("2027-03-02T10:00"), Clock("0 working-hours", "2027-03-02T10:00").ReachesShare(China, 0.5m).At);
    }

    [Fact]
    public void ARoundTheClockShift_IsKnownToTheLastMomentOfTheNotices()
    {
        var calendar = WorkCalendar.Compile(CalendarDefinition.China with { Hours = CalendarCases.Hours("00:00-24:00") }, out _)!;
        var end = At("2027-01-01T00:00");

        Assert.Equal(end, calendar.Due(At("2026-12-31T23:00"), new TimeLimit(1, LimitUnit.WorkingHours), CountingPolicy.CivilCode).At);
        Assert.Equal(end, calendar.AddWorkingTime(At("2026-12-31T23:00"), Duration.FromHours(1)).At);
        Assert.Equal(new LocalDate(2027, 1, 1), calendar.AddWorkingTime(At("2026-12-31T23:00"), Duration.FromHours(1) + Tick).UnknownDay);
        Assert.Equal(At("2026-12-31T23:00"), calendar.SubtractWorkingTime(end, Duration.FromHours(1)).At);
    }

    [Fact]
    public void AnUnknownDayBeforeAPause_IsNeeded() => Assert.Equal(
        new LocalDate(2027, 1, 1), Clock("10 working-hours", "2026-12-31T16:00").PauseBetween(At("2027-01-05T00:00"), At("2027-01-06T00:00"), "a").Due(China).UnknownDay);

    [Fact]
    public void ADueDate_KnowsOneThing()
    {
        var (known, unknown) = (DueDate.Known(At("2026-03-02T10:00"), Date("2026-03-02")), DueDate.NeedsDay(Date("2027-01-01")));

        Assert.Null(known.UnknownDay);
        Assert.Null(DueDate.Stopped.UnknownDay);
        Assert.Equal("2026-03-02T02:00:00Z (2026-03-02)", known.ToString());
        Assert.Equal("unknown day 2027-01-01", unknown.ToString());
        Assert.Equal("stopped", DueDate.Stopped.ToString());
        Assert.False(known.IsMissedBy(At("2026-03-02T10:00")));
        Assert.True(known.IsMissedBy(At("2026-03-02T10:00") + Tick));
        Assert.False(unknown.IsMissedBy(At("2030-01-01T00:00")));
        Assert.Contains("2027-01-01", Assert.Throws<InvalidOperationException>(() => unknown.On).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_ThatAreNull_AreRefused()
    {
        var (ledger, limit, at) = (Clock("1 working-hours", "2026-03-02T10:00"), new TimeLimit(1, LimitUnit.WorkingHours), At("2026-03-02T10:00"));

        Assert.Throws<ArgumentNullException>(() => WorkCalendar.Compile(null!, out _));
        Assert.Throws<ArgumentNullException>(() => China.Due(at, limit, null!));
        Assert.Throws<ArgumentNullException>(() => China.Explain(at, limit, null!));
        Assert.Throws<ArgumentNullException>(() => China.LatestStart(at, limit, null!));
        Assert.Throws<ArgumentNullException>(() => DeadlineLedger.Start(limit, null!, at));
        Assert.Throws<ArgumentNullException>(() => ledger.Due(null!));
        Assert.Throws<ArgumentNullException>(() => ledger.Explain(null!));
        Assert.Throws<ArgumentNullException>(() => ledger.ShareUsed(null!, at));
        Assert.Throws<ArgumentNullException>(() => ledger.Pause(at, "a").ReachesShare(null!, 0.5m));
        Assert.Throws<ArgumentNullException>(() => DeadlineClocks.None.Next(null!));
        Assert.Throws<ArgumentNullException>(() => DeadlineClocks.None.With("a", null!));
        Assert.Throws<ArgumentNullException>(() => DailyHours.Parse(null!, null));
        Assert.Throws<ArgumentNullException>(() => TimeLimit.Parse(null!, null));
        Assert.Throws<ArgumentException>(() => DeadlineClocks.None.With(" ", ledger));
        Assert.Throws<ArgumentException>(() => DeadlineClocks.None.Pause(at, " "));
        Assert.Throws<ArgumentException>(() => ledger.PauseBetween(at, at, " "));
        Assert.False(DailyHours.TryParse(null, null, out _));
    }

    internal static DeadlineLedger Clock(string limit, string start, CountingPolicy? policy = null) =>
        DeadlineLedger.Start(TimeLimit.Parse(limit, null), policy ?? CountingPolicy.CivilCode, At(start));

    internal static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static Instant In(WorkCalendar calendar, string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneStrictly(calendar.Zone).ToInstant();
}
