using GridGovernance.Sdk.Calendars;
using NodaTime;
using static GridGovernance.Sdk.Tests.Calendars.CalendarVectors;

namespace GridGovernance.Sdk.Tests.Calendars;

/// <summary>Shifts that run into the next day belong to the day on which they begin.</summary>
public sealed class NightShiftTests
{
    private static readonly CalendarDefinition Night = CalendarDefinition.China with { Hours = CalendarCases.Hours("22:00-06:00") };

    [Fact]
    public void Compile_AClosedShift_LeavesWhatIsLeftOfTheOneBefore()
    {
        var calendar = Compile(Night with { Layers = [Layer("a", new LocalDate(2026, 3, 10), DayEffect.Closed, "22:00-06:00")] });

        Assert.Equal(At("2026-03-10T06:00"), calendar.Due(At("2026-03-09T22:00"), new TimeLimit(8, LimitUnit.WorkingHours), CountingPolicy.CivilCode).At);
        Assert.Equal(At("2026-03-11T23:00"), calendar.Due(At("2026-03-09T22:00"), new TimeLimit(9, LimitUnit.WorkingHours), CountingPolicy.CivilCode).At);
    }

    [Theory]
    [InlineData(DayEffect.Closed)]
    [InlineData(DayEffect.Holiday)]
    public void Compile_ADayThatIsOff_HasNoShiftOfItsOwnAndLeavesTheOneBefore(DayEffect effect)
    {
        var calendar = Compile(Night with { Layers = [Layer("a", new LocalDate(2026, 3, 10), effect)] });

        Assert.True(calendar.IsWorkingTime(At("2026-03-10T05:00")));
        Assert.False(calendar.IsWorkingTime(At("2026-03-10T23:00")));
        Assert.False(calendar.IsWorkingTime(At("2026-03-11T05:00")));
    }

    [Fact]
    public void Compile_ClosedHoursAfterMidnight_CutTheShiftOfTheDayBefore()
    {
        var calendar = Compile(Night with { Layers = [Layer("a", new LocalDate(2026, 3, 10), DayEffect.Closed, "00:00-03:00")] });

        Assert.False(calendar.IsWorkingTime(At("2026-03-10T02:00")));
        Assert.True(calendar.IsWorkingTime(At("2026-03-10T04:00")));
    }

    [Theory]
    [InlineData("2026-03-06T22:00", "2026-03-07T06:00", 11)] // the whole shift of Friday
    [InlineData("2026-03-06T22:00", "2026-03-07T05:00", 10)]
    [InlineData("2026-03-07T06:00", "2026-03-09T22:00", 10)] // no shift at all
    [InlineData("2026-03-06T02:00", "2026-03-07T02:00", 11)] // half of one and half of the next
    public void Due_InWorkingDays_LosesTheSharesOfShifts(string from, string to, int on)
    {
        var ledger = DeadlineLedger.Start(new TimeLimit(4, LimitUnit.WorkingDays), CountingPolicy.CivilCode, At("2026-03-04T10:00")).PauseBetween(At(from), At(to), "cause");

        Assert.Equal(new LocalDate(2026, 3, on), ledger.Due(Compile(Night)).On);
    }

    [Fact]
    public void Compile_TheShiftOfTheLastKnownDay_IsKnownToItsEnd()
    {
        var calendar = Compile(Night);

        Assert.True(calendar.IsWorkingTime(At("2027-01-01T05:59")));
        Assert.Null(calendar.IsWorkingTime(At("2027-01-01T06:00")));
        Assert.Equal(At("2027-01-01T06:00"), calendar.Due(At("2026-12-31T22:00"), new TimeLimit(8, LimitUnit.WorkingHours), CountingPolicy.CivilCode).At);
        Assert.Equal(At("2026-12-31T22:00"), calendar.SubtractWorkingTime(At("2027-01-01T06:00"), Duration.FromHours(8)).At);
        var beyond = calendar.Explain(At("2026-12-31T22:00"), new TimeLimit(9, LimitUnit.WorkingHours), CountingPolicy.CivilCode);
        Assert.Equal(new LocalDate(2027, 1, 1), beyond.Due.UnknownDay);
        Assert.Equal(At("2027-01-01T06:00"), beyond.Intervals[^1].To);
        Assert.Null(Compile(Night with { Hours = CalendarCases.Hours("04:00-05:00", "22:00-04:00") }).IsWorkingTime(At("2027-01-01T04:00")));
        Assert.Null(WorkCalendar.China.IsWorkingTime(At("2027-01-01T00:00")));
    }

    [Fact]
    public void Explain_BetweenTwoNightShifts_IsNoBreak()
    {
        var explanation = Compile(Night).Explain(At("2026-03-09T22:00"), new TimeLimit(12, LimitUnit.WorkingHours), CountingPolicy.CivilCode);
        var split = Compile(Night with { Hours = CalendarCases.Hours("20:00-24:00", "26:00-30:00") })
            .Explain(At("2026-03-09T20:00"), new TimeLimit(9, LimitUnit.WorkingHours), CountingPolicy.CivilCode);

        Assert.Equal([IntervalKind.Working, IntervalKind.Night, IntervalKind.Working], explanation.Intervals.Select(static item => item.Kind));
        Assert.Contains(split.Intervals, static item => item.Kind == IntervalKind.Lunch && item.From == At("2026-03-10T00:00") && item.To == At("2026-03-10T02:00"));
    }

    [Theory]
    [InlineData("08:00-12:00", "33:00-34:00")]
    [InlineData("08:00-09:00", "34:00-35:00")]
    [InlineData("20:00-08:00", "07:00-09:00")]
    public void Compile_HoursThatRunIntoThoseOfTheNextDay_AreRefused(params string[] hours)
    {
        Assert.Null(WorkCalendar.Compile(CalendarDefinition.China with { Hours = CalendarCases.Hours(hours) }, out var report));

        Assert.Equal("calendars.hours-into-next-day", Assert.Single(report).Code);
    }

    [Fact]
    public void Compile_ADaysOwnHoursThatBeginBeforeTheShiftBeforeEnds_AreCountedOnce()
    {
        var calendar = Compile(Night with { Layers = [Layer("a", new LocalDate(2026, 3, 10), DayEffect.Hours, "04:00-12:00")] });

        Assert.Equal(Duration.FromHours(14), calendar.WorkingTimeBetween(At("2026-03-09T20:00"), At("2026-03-10T20:00")).Length);
    }

    private static CalendarLayer Layer(string code, LocalDate date, DayEffect effect, params string[] hours) => new()
    {
        Code = code,
        Kind = LayerKind.County,
        Days = [new CalendarDayRule { From = date, Effect = effect, Hours = CalendarCases.Hours(hours) }],
    };

    private static WorkCalendar Compile(CalendarDefinition definition)
    {
        var calendar = WorkCalendar.Compile(definition, out var report);
        report.EnsureNoErrors();
        return calendar!;
    }
}
