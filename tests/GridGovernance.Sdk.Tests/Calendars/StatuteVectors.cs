using GridGovernance.Sdk.Calendars;
using NodaTime;
using static GridGovernance.Sdk.Tests.Calendars.CalendarVectors;

namespace GridGovernance.Sdk.Tests.Calendars;

/// <summary>Every counting rule of the statutes with a vector of its own, named by its article.</summary>
public sealed class StatuteVectors
{
    private static readonly WorkCalendar China = WorkCalendar.China;

    [Fact]
    public void CivilCode201_TheStartDay_IsNotCounted()
    {
        Assert.Equal(new LocalDate(2026, 3, 3), Due("2026-03-02T00:00", "1 calendar-days", CountingPolicy.CivilCode).On);
        Assert.Equal(new LocalDate(2026, 3, 2), Due("2026-03-02T00:00", "1 calendar-days", CountingPolicy.CivilCode with { Code = "own", CountsStartDay = true }).On);
    }

    [Fact]
    public void CivilCode201Paragraph2_Hours_RunAtOnce() =>
        Assert.Equal(At("2026-03-02T12:20"), Due("2026-03-02T10:20", "2 urgent-hours", CountingPolicy.CivilCode).At);

    [Theory]
    [InlineData("2026-03-02T10:20", "2 urgent-hours", "2026-03-02T13:00")]
    [InlineData("2026-03-02T10:00", "2 urgent-hours", "2026-03-02T13:00")] // the hour of the start is not counted, even from its first second
    [InlineData("2026-03-02T10:20", "2 working-hours", "2026-03-02T15:00")]
    public void CivilProcedure85Interpretation125_Hours_RunFromTheNextHour(string start, string limit, string due) =>
        Assert.Equal(At(due), Due(start, limit, CountingPolicy.CivilProcedure).At);

    [Theory]
    [InlineData("2026-01-31T10:00", "1 months", "2026-02-28")] // a makeup Saturday
    [InlineData("2024-01-31T10:00", "1 months", "2024-02-29")]
    [InlineData("2026-03-05T10:00", "1 months", "2026-04-07")] // 5 April is a holiday, as are the days around it
    [InlineData("2024-02-29T10:00", "1 years", "2025-02-28")]
    [InlineData("2025-04-08T10:00", "1 years", "2026-04-08")]
    public void CivilCode202_Months_EndOnTheCorrespondingDayOrTheMonthsLast(string start, string limit, string on) =>
        Assert.Equal(NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value, Due(start, limit, CountingPolicy.CivilCode).On);

    [Fact]
    public void CivilCode202_WhereAPolicySaysSo_MonthsSpillIntoTheNext() => Assert.Equal(
        new LocalDate(2026, 3, 1),
        Due("2026-01-31T10:00", "1 months", CountingPolicy.CivilCode with { Code = "own", MonthEnd = MonthEndRule.FirstDayOfNextMonth, RollOver = RollOver.None }).On);

    [Theory]
    [InlineData(RollOver.StatutoryHolidaysAndWeekends, "2026-03-09")]
    [InlineData(RollOver.StatutoryHolidaysOnly, "2026-03-07")]
    [InlineData(RollOver.None, "2026-03-07")]
    public void CivilCode203_ALimitThatEndsOnASaturday_RollsOverByPolicy(RollOver rollOver, string on) => Assert.Equal(
        NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value, Due("2026-03-02T10:00", "5 calendar-days", CountingPolicy.CivilCode with { Code = "own", RollOver = rollOver }).On);

    [Theory]
    [InlineData(RollOver.StatutoryHolidaysAndWeekends, "2026-05-06")]
    [InlineData(RollOver.StatutoryHolidaysOnly, "2026-05-06")]
    [InlineData(RollOver.None, "2026-05-01")]
    public void CivilCode203_ALimitThatEndsOnAHoliday_RollsOverByPolicy(RollOver rollOver, string on) => Assert.Equal(
        NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value, Due("2026-04-16T10:00", "15 calendar-days", CountingPolicy.CivilCode with { Code = "own", RollOver = rollOver }).On);

    [Fact]
    public void CivilCode203Paragraph2_TheLastDay_EndsAtMidnightOrWithBusiness()
    {
        Assert.Equal(At("2026-03-10T00:00"), Due("2026-03-02T10:00", "5 working-days", CountingPolicy.CivilCode).At);
        Assert.Equal(At("2026-03-09T18:00"), Due("2026-03-02T10:00", "5 working-days", CountingPolicy.Hotline12345).At);
    }

    [Fact]
    public void CivilCode204_AnAgreement_MayDiffer() => Assert.Equal(
        At("2026-05-02T00:00"), Due("2026-04-16T10:00", "15 calendar-days", CountingPolicy.CivilCode with { Code = "contract-17", RollOver = RollOver.None }).At);

    [Fact]
    public void CivilProcedure85_TimeInTheMail_IsNotCounted()
    {
        var due = Due("2026-03-02T10:00", "15 calendar-days", CountingPolicy.CivilProcedure);
        var (posted, arrived) = (At("2026-03-17T17:00"), At("2026-03-20T09:00"));

        Assert.False(due.IsMissedBy(CountingPolicy.CivilProcedure.FiledAt(arrived, posted)));
        Assert.True(due.IsMissedBy(CountingPolicy.CivilCode.FiledAt(arrived, posted)));
        Assert.True(due.IsMissedBy(CountingPolicy.CivilProcedure.FiledAt(arrived, null)));
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, true)]
    [InlineData(5, true)]
    [InlineData(7, true)]
    [InlineData(4, false)]
    [InlineData(10, false)]
    public void AdministrativePenalty85_SmallCountsOfDays_AreWorkingDays(int days, bool working) =>
        Assert.Equal(working, CountingPolicy.AdministrativePenalty.Read(new TimeLimit(days, LimitUnit.CalendarDays)).Unit == LimitUnit.WorkingDays);

    [Theory]
    [InlineData(3, true)]
    [InlineData(5, true)]
    [InlineData(7, true)]
    [InlineData(10, true)]
    [InlineData(2, false)]
    [InlineData(60, false)]
    public void AdministrativeReview88_SmallCountsOfDays_AreWorkingDays(int days, bool working) =>
        Assert.Equal(working, CountingPolicy.AdministrativeReview.Read(new TimeLimit(days, LimitUnit.CalendarDays)).Unit == LimitUnit.WorkingDays);

    [Fact]
    public void AdministrativePenalty85_ThreeDaysOverAHoliday_AreDueAfterIt() =>
        Assert.Equal(new LocalDate(2026, 5, 8), Due("2026-04-30T10:00", "3 calendar-days", CountingPolicy.AdministrativePenalty).On);

    [Fact]
    public void Petition23_AnObjection_IsTheOneLimitInWorkingDays()
    {
        Assert.Equal(new LocalDate(2026, 3, 9), Due("2026-03-02T10:00", "5 working-days", CountingPolicy.Petition).On);
        Assert.Equal(new LocalDate(2026, 3, 17), Due("2026-03-02T10:00", "15 calendar-days", CountingPolicy.Petition).On);
    }

    [Fact]
    public void Petition34_AnExtensionOfThirtyDays_RunsFromTheEndOfTheSixty() => Assert.Equal(
        new LocalDate(2026, 6, 1), // 31 May is a Sunday
        DeadlineLedger.Start(new TimeLimit(60, LimitUnit.CalendarDays), CountingPolicy.Petition, At("2026-03-02T10:00"))
            .Extend(new TimeLimit(30, LimitUnit.CalendarDays), At("2026-04-20T10:00")).Due(China).On);

    [Fact]
    public void Presets_All_CiteTheirArticlesInBothLanguages()
    {
        Assert.All(CountingPolicy.Presets, static policy =>
        {
            Assert.True(CountingPolicy.TryFromCode(policy.Code, out var found));
            Assert.Same(policy, found);
            Assert.Matches("article", policy.Source!.En);
            Assert.Matches("第.+条", policy.Source.Zh);
        });
        Assert.False(CountingPolicy.TryFromCode("no-such-policy", out _));
        Assert.False(CountingPolicy.TryFromCode(null, out _));
    }

    private static DueDate Due(string start, string limit, CountingPolicy policy) => China.Due(At(start), TimeLimit.Parse(limit, null), policy);
}
