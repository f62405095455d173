using System.Globalization;
using GridGovernance.Sdk.Calendars;
using NodaTime;
using NodaTime.Text;
using static GridGovernance.Sdk.Tests.Calendars.CalendarVectors;

namespace GridGovernance.Sdk.Tests.Calendars;

/// <summary>Whole explanations, stretch by stretch: the way of the clock as a person would write it down.</summary>
public sealed class DeadlineExplanationTests
{
    private static readonly WorkCalendar China = WorkCalendar.China;
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("MM-dd'T'HH:mm");

    [Fact]
    public void UrgentHours_AroundTwoPauses_RunByNight() => Shows(
        Clock("4 urgent-hours", "2026-03-02T22:00").PauseBetween(At("2026-03-02T23:00"), At("2026-03-03T01:00"), "a").PauseBetween(At("2026-03-03T01:30"), At("2026-03-03T02:00"), "b"),
        "03-02T22:00 03-02T23:00 + runs around the clock",
        "03-02T23:00 03-03T01:00 - paused: \"a\"",
        "03-03T01:00 03-03T01:30 + runs around the clock",
        "03-03T01:30 03-03T02:00 - paused: \"b\"",
        "03-03T02:00 03-03T04:30 + runs around the clock");

    [Fact]
    public void HoursFromTheNextHour_LeaveOutTheHourOfTheStart() => Shows(
        Clock("2 working-hours", "2026-03-02T10:20", CountingPolicy.CivilProcedure),
        "03-02T10:20 03-02T11:00 - the hour of the start is not counted (*)",
        "03-02T11:00 03-02T12:00 + working time",
        "03-02T12:00 03-02T14:00 - lunch break",
        "03-02T14:00 03-02T15:00 + working time");

    [Fact]
    public void WorkingHours_FromLunchOverANight_SayWhich() => Shows(
        Clock("5 working-hours", "2026-03-02T12:30"),
        "03-02T12:30 03-02T14:00 - lunch break",
        "03-02T14:00 03-02T18:00 + working time",
        "03-02T18:00 03-03T08:00 - outside working hours",
        "03-03T08:00 03-03T09:00 + working time");

    [Fact]
    public void WorkingHours_OfPausesEndToEnd_NameEachItsOwnCause() => Shows(
        Clock("2 working-hours", "2026-03-02T08:00")
            .PauseBetween(At("2026-03-02T09:00"), At("2026-03-02T12:00"), "a")
            .PauseBetween(At("2026-03-02T12:00"), At("2026-03-02T14:00"), "b")
            .PauseBetween(At("2026-03-02T14:00"), At("2026-03-02T15:00"), "c"),
        "03-02T08:00 03-02T09:00 + working time",
        "03-02T09:00 03-02T12:00 - paused: \"a\"",
        "03-02T12:00 03-02T14:00 - lunch break",
        "03-02T14:00 03-02T15:00 - paused: \"c\"",
        "03-02T15:00 03-02T16:00 + working time");

    [Fact]
    public void WorkingDays_AroundAHoliday_NameMakeupDayAndHoliday() => Shows(
        Clock("5 working-days", "2026-02-12T10:00").PauseBetween(At("2026-02-24T00:00"), At("2026-02-25T00:00"), "a"),
        "02-12T10:00 02-13T00:00 - the day of the start is not counted (*)",
        "02-13T00:00 02-14T00:00 +1 working day",
        "02-14T00:00 02-15T00:00 +1 working day that makes up for \"春节\" (*)",
        "02-15T00:00 02-24T00:00 - holiday \"春节\" (*)",
        "02-24T00:00 02-25T00:00 - pauses have added up to this day: \"a\"",
        "02-25T00:00 02-28T00:00 +3 working day");

    [Fact]
    public void CalendarDays_ThatEndOnAHoliday_RollOver() => Shows(
        Clock("15 calendar-days", "2026-04-16T10:00"),
        "04-16T10:00 04-17T00:00 - the day of the start is not counted (*)",
        "04-17T00:00 04-18T00:00 +1 working day",
        "04-18T00:00 04-20T00:00 +2 weekend",
        "04-20T00:00 04-25T00:00 +5 working day",
        "04-25T00:00 04-27T00:00 +2 weekend",
        "04-27T00:00 05-01T00:00 +4 working day",
        "05-01T00:00 05-02T00:00 +1 holiday \"劳动节\" (*)",
        "05-02T00:00 05-06T00:00 - holiday \"劳动节\" (*)",
        "05-06T00:00 05-07T00:00 - the last day was a rest day, so this day is the last (*)");

    [Fact]
    public void CalendarDays_OfPausesThatAddUpToADay_NameThemAll() => Shows(
        Clock("3 calendar-days", "2026-03-02T10:00").PauseBetween(At("2026-03-03T00:00"), At("2026-03-03T12:00"), "a").PauseBetween(At("2026-03-04T12:00"), At("2026-03-05T00:00"), "b"),
        "03-02T10:00 03-03T00:00 - the day of the start is not counted (*)",
        "03-03T00:00 03-04T00:00 +1 working day",
        "03-04T00:00 03-05T00:00 - pauses have added up to this day: \"a; b\"",
        "03-05T00:00 03-07T00:00 +2 working day");

    [Fact]
    public void ClosedHours_AreNamedByTheirLayer() => Shows(
        Clock("4 working-hours", "2026-03-02T17:00"),
        Closing(("08:00-09:00", null), ("10:00-11:00", null)),
        "03-02T17:00 03-02T18:00 + working time",
        "03-02T18:00 03-03T08:00 - outside working hours",
        "03-03T08:00 03-03T09:00 - closed: \"flood\" (layer flood)",
        "03-03T09:00 03-03T10:00 + working time",
        "03-03T10:00 03-03T11:00 - closed: \"flood\" (layer flood)",
        "03-03T11:00 03-03T12:00 + working time",
        "03-03T12:00 03-03T14:00 - lunch break",
        "03-03T14:00 03-03T15:00 + working time");

    [Fact]
    public void AClosureThatReachesIntoLunch_IsNamedUntilWorkGoesOn() => Shows(
        Clock("4 working-hours", "2026-03-03T09:00"),
        Closing(("11:00-13:00", null), ("17:30-19:00", null)),
        "03-03T09:00 03-03T11:00 + working time",
        "03-03T11:00 03-03T13:00 - closed: \"flood\" (layer flood)",
        "03-03T13:00 03-03T14:00 - lunch break",
        "03-03T14:00 03-03T16:00 + working time");

    [Fact]
    public void AClosedDay_IsNotCounted() => Shows(
        Clock("1 working-days", "2026-03-02T10:00"),
        Closing((null, "Flood")),
        "03-02T10:00 03-03T00:00 - the day of the start is not counted (*)",
        "03-03T00:00 03-04T00:00 - closed: \"Flood\" (layer flood)",
        "03-04T00:00 03-05T00:00 +1 working day");

    [Fact]
    public void AnExtensionInDays_BeginsAfterTheDayOnWhichTheHoursEnd() => Shows(
        Clock("8 working-hours", "2026-03-05T10:00").Extend(new TimeLimit(2, LimitUnit.WorkingDays), At("2026-03-05T11:00")),
        "03-05T10:00 03-05T12:00 + working time",
        "03-05T12:00 03-05T14:00 - lunch break",
        "03-05T14:00 03-05T18:00 + working time",
        "03-05T18:00 03-06T08:00 - outside working hours",
        "03-06T08:00 03-06T10:00 + working time",
        "03-06T10:00 03-07T00:00 - the day of the start is not counted (*)",
        "03-07T00:00 03-09T00:00 - weekend",
        "03-09T00:00 03-11T00:00 +2 working day");

    [Fact]
    public void AnExtensionInHours_BeginsAfterTheLastDay() => Shows(
        Clock("1 working-days", "2026-03-02T10:00").Extend(new TimeLimit(4, LimitUnit.WorkingHours), At("2026-03-02T11:00")).Extend(new TimeLimit(1, LimitUnit.UrgentHours), At("2026-03-02T11:00")),
        "03-02T10:00 03-03T00:00 - the day of the start is not counted (*)",
        "03-03T00:00 03-04T00:00 +1 working day",
        "03-04T00:00 03-04T08:00 - outside working hours",
        "03-04T08:00 03-04T12:00 + working time",
        "03-04T12:00 03-04T13:00 + runs around the clock");

    [Fact]
    public void AnExtensionInOtherDays_FollowsOnTheNextDay() => Shows(
        Clock("1 working-days", "2026-03-05T10:00").Extend(new TimeLimit(2, LimitUnit.CalendarDays), At("2026-03-05T11:00")),
        "03-05T10:00 03-06T00:00 - the day of the start is not counted (*)",
        "03-06T00:00 03-07T00:00 +1 working day",
        "03-07T00:00 03-09T00:00 +2 weekend",
        "03-09T00:00 03-10T00:00 - the last day was a rest day, so this day is the last (*)");

    [Fact]
    public void ACountedStartDay_IsCountedThoughOnlyItsRestIsLeft() => Shows(
        Clock("2 calendar-days", "2026-03-02T10:00", CountingPolicy.CivilCode with { Code = "own", CountsStartDay = true }),
        "03-02T10:00 03-04T00:00 +2 working day");

    [Fact]
    public void ALimitOfNoDays_LastsOverTheRestOfTheDay() => Shows(
        Clock("0 calendar-days", "2026-03-02T10:00", CountingPolicy.CivilCode with { Code = "own", CountsStartDay = true }),
        "03-02T10:00 03-03T00:00 - the day of the start is not counted (*)");

    [Fact]
    public void TheCloseOfBusiness_CutsTheLastDay() => Shows(
        Clock("2 working-days", "2026-03-02T10:00", CountingPolicy.Hotline12345),
        "03-02T10:00 03-03T00:00 - the day of the start is not counted (*)",
        "03-03T00:00 03-04T18:00 +2 working day");

    [Fact]
    public void AStoppedClock_IsExplainedUntilItsPause()
    {
        var hours = Clock("8 working-hours", "2026-03-02T08:00").Pause(At("2026-03-02T11:00"), "a");
        Shows(hours, "03-02T08:00 03-02T11:00 + working time");
        Shows(
            Clock("5 working-days", "2026-03-02T10:00").Pause(At("2026-03-04T12:00"), "a"),
            "03-02T10:00 03-03T00:00 - the day of the start is not counted (*)",
            "03-03T00:00 03-04T00:00 +1 working day",
            "03-04T00:00 03-04T12:00 - this day had not ended when the clock was paused");
        Assert.EndsWith("Time counted: 03:00:00\nNot known: the clock is paused since 2026-03-02 11:00:00: \"a\"\n", hours.Explain(China).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AnUnknownDay_EndsTheExplanation()
    {
        Shows(
            Clock("5 working-days", "2026-12-29T10:00"),
            "12-29T10:00 12-30T00:00 - the day of the start is not counted (*)",
            "12-30T00:00 01-01T00:00 +2 working day");
        Shows(
            Clock("3 calendar-days", "2026-12-29T10:00"),
            "12-29T10:00 12-30T00:00 - the day of the start is not counted (*)",
            "12-30T00:00 01-01T00:00 +2 working day");
        Assert.Empty(Clock("5 working-hours", "2027-03-01T10:00").Explain(China).Intervals);
    }

    [Fact]
    public void Text_OfDays_SumsDaysAndTellsWhenItIsDue()
    {
        var text = Clock("2 working-days", "2026-03-02T10:00", CountingPolicy.Hotline12345).Explain(China).ToString(CultureInfo.InvariantCulture);

        Assert.Contains("2 working days", text, StringComparison.Ordinal);
        Assert.Contains("12345 hotline, local rules", text, StringComparison.Ordinal);
        Assert.EndsWith("Days counted: 2\nDue at 2026-03-04 18:00:00, on 2026-03-04\n", text, StringComparison.Ordinal);
        Assert.Contains("48 working hours + 1 month by", Clock("48 working-hours", "2026-03-02T10:00").Extend(new TimeLimit(1, LimitUnit.Months), At("2026-03-02T10:00")).Explain(China).ToString(), StringComparison.Ordinal);
        Assert.Contains("own-code", Clock("1 working-hours", "2026-03-02T10:00", new CountingPolicy { Code = "own-code" }).Explain(China).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void AReason_NamesTheArticleThenTheStatuteThenThePolicyThenItsCode()
    {
        var policy = CountingPolicy.CivilCode;

        Assert.Contains(policy.StartDaySource!.En, Clock("1 working-days", "2026-03-02T10:00").Explain(China).Intervals[0].Reason.ToString(), StringComparison.Ordinal);
        policy = policy with { StartDaySource = null };
        Assert.Contains(policy.Source!.En, Clock("1 working-days", "2026-03-02T10:00", policy).Explain(China).Intervals[0].Reason.ToString(), StringComparison.Ordinal);
        Assert.Contains(policy.Title!.En, Clock("1 working-days", "2026-03-02T10:00", policy with { Source = null }).Explain(China).Intervals[0].Reason.ToString(), StringComparison.Ordinal);
        Assert.Contains("own", Clock("1 working-days", "2026-03-02T10:00", new CountingPolicy { Code = "own" }).Explain(China).Intervals[0].Reason.ToString(), StringComparison.Ordinal);
        Assert.Contains("https://www.gov.cn/", Clock("2 working-days", "2026-02-13T10:00").Explain(China).Intervals[1].Reason.ToString(), StringComparison.Ordinal);
    }

    private static DeadlineLedger Clock(string limit, string start, CountingPolicy? policy = null) =>
        DeadlineLedger.Start(TimeLimit.Parse(limit, null), policy ?? CountingPolicy.CivilCode, At(start));

    private static WorkCalendar Closing(params (string? Hours, string? Name)[] closures)
    {
        var rules = closures.Select(static item => new CalendarDayRule
        {
            From = new LocalDate(2026, 3, 3),
            Effect = DayEffect.Closed,
            Hours = item.Hours is { } hours ? CalendarCases.Hours(hours) : [],
            Name = item.Name is { } name ? new LocalizedText(name, name) : null,
        });
        return WorkCalendar.Compile(CalendarDefinition.China with { Layers = [new CalendarLayer { Code = "flood", Kind = LayerKind.Closure, Days = [.. rules] }] }, out _)!;
    }

    private static void Shows(DeadlineLedger ledger, params string[] expected) => Shows(ledger, China, expected);

    // A line is the beginning, the end, + with the days counted or -, and the reason; what is in brackets there is a source, tested elsewhere.
    private static void Shows(DeadlineLedger ledger, WorkCalendar calendar, params string[] expected) => Assert.Equal(expected, ledger.Explain(calendar).Intervals.Select(item =>
    {
        var reason = item.Reason.ToString();
        var bracket = reason.Contains("(layer", StringComparison.Ordinal) ? -1 : reason.IndexOf('(', StringComparison.Ordinal);
        var days = item.CountedDays > 0 ? item.CountedDays.ToString(CultureInfo.InvariantCulture) : "";
        return $"{Local(item.From)} {Local(item.To)} {(item.IsCounted ? "+" : "-")}{days} {(bracket < 0 ? reason : reason[..bracket] + "(*)")}";
    }));

    private static string Local(Instant at) => Pattern.Format(at.InZone(China.Zone).LocalDateTime);
}
