using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Calendars;

/// <summary>Notices that amend each other, in whatever order they are loaded.</summary>
public sealed class NoticeAmendmentTests
{
    private static readonly LocalDate Saturday = new(2027, 1, 9);
    private static readonly HolidayNotice Of2027 = Notice(2027, null, ("2027-01-01", true), ("2027-01-02", true), ("2027-01-03", true), ("2027-01-09", false));

    [Fact]
    public void Compile_ADatedAmendmentOfAnUndatedNotice_TakesEffectInAnyOrder()
    {
        var amendment = Notice(2027, new LocalDate(2027, 1, 5), ("2027-01-09", true));

        foreach (HolidayNotice[] notices in (HolidayNotice[][])[[Of2027, amendment], [amendment, Of2027]])
        {
            var calendar = WorkCalendar.Compile(CalendarDefinition.China with { Notices = [.. notices] }, out var report);
            Assert.Empty(report);
            Assert.False(calendar!.IsWorkingDay(Saturday));
            Assert.True(calendar.AsKnownAt(new LocalDate(2027, 1, 4)).IsWorkingDay(Saturday));
            Assert.False(calendar.AsKnownAt(new LocalDate(2027, 1, 5)).IsWorkingDay(Saturday));
        }
    }

    [Fact]
    public void Compile_NoticesThatContradictEachOther_AreFoundInAnyOrder()
    {
        HolidayNotice[] notices =
        [
            Notice(2026, new LocalDate(2026, 3, 1), ("2026-06-06", true)),
            Notice(2026, new LocalDate(2026, 4, 1), ("2026-06-06", false)),
            Notice(2026, new LocalDate(2026, 3, 1), ("2026-06-06", false)),
        ];

        foreach (var order in (int[][])[[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
        {
            Assert.Null(WorkCalendar.Compile(CalendarDefinition.China with { Notices = [.. order.Select(index => notices[index])] }, out var report));
            Assert.Equal("calendars.notice-conflict", Assert.Single(report).Code);
        }

        var calendar = WorkCalendar.Compile(CalendarDefinition.China with { Notices = [notices[1], notices[0]] }, out _)!;
        Assert.NotNull(calendar.AsKnownAt(new LocalDate(2026, 3, 1)));
        Assert.False(calendar.AsKnownAt(new LocalDate(2026, 3, 31)).IsWorkingDay(new LocalDate(2026, 6, 6)));
        Assert.True(calendar.IsWorkingDay(new LocalDate(2026, 6, 6)));
    }

    [Fact]
    public void Compile_ThePublishedFinalStateOnTopOfTheEmbedded_AgreesAndIsKnownAtEveryDate()
    {
        var final = EmbeddedNotices.All.Where(static notice => notice.Year == 2020).SelectMany(static notice => notice.Days).GroupBy(static day => day.Date).Select(static days => days.Last());
        var calendar = WorkCalendar.Compile(CalendarDefinition.China with { Notices = [new HolidayNotice { Year = 2020, Days = [.. final] }] }, out var report);

        Assert.Empty(report);
        Assert.True(calendar!.AsKnownAt(new LocalDate(2020, 1, 1)).IsWorkingDay(new LocalDate(2020, 2, 1)));
        Assert.False(calendar.IsWorkingDay(new LocalDate(2020, 2, 1)));
    }

    [Theory]
    [InlineData("2027-01-09")] // an amendment without its base
    [InlineData("2026-12-31")] // no day of its own year
    public void Compile_ANoticeThatIsNoYearlyOne_LeavesItsYearUnknownAndSaysSo(string day)
    {
        var calendar = WorkCalendar.Compile(CalendarDefinition.China with { Notices = [Notice(2027, new LocalDate(2026, 12, 20), (day, true))] }, out var report);

        var finding = Assert.Single(report);
        Assert.Equal(("calendars.notice-without-base", FindingSeverity.Warning, "/notices/0/days"), (finding.Code, finding.Severity, finding.Place.Path));
        Assert.Null(calendar!.IsWorkingDay(new LocalDate(2027, 1, 1)));
        Assert.Null(calendar.IsWorkingDay(Saturday));
    }

    [Theory]
    [InlineData("2026-09-03", true)] // a Thursday off
    [InlineData("2026-09-05", false)] // a Saturday worked
    [InlineData("2026-09-20", true)] // a makeup Sunday off
    public void Compile_AnUndatedNoticeThatChangesAnEmbeddedYear_IsRefused(string day, bool isOff)
    {
        Assert.Null(WorkCalendar.Compile(CalendarDefinition.China with { Notices = [Notice(2026, null, (day, isOff))] }, out var report));
        Assert.Equal(("calendars.notice-conflict", "/notices/0/days/0"), (Assert.Single(report).Code, report[0].Place.Path));
        Assert.NotNull(WorkCalendar.Compile(CalendarDefinition.China with { Notices = [Notice(2026, new LocalDate(2026, 8, 1), (day, isOff))] }, out _));
    }

    [Fact]
    public void Compile_AMakeupDayThatIsWorkedAnyway_IsAWarning()
    {
        var calendar = WorkCalendar.Compile(CalendarDefinition.China with { Notices = [Notice(2027, null, ("2027-01-01", true), ("2027-01-04", false))] }, out var report);

        Assert.Equal(("calendars.notice-needless-makeup", FindingSeverity.Warning), (Assert.Single(report).Code, report[0].Severity));
        Assert.True(calendar!.IsWorkingDay(new LocalDate(2027, 1, 4)));
    }

    [Fact]
    public void Compile_NoticesWhereHolidaysAreNotObserved_IsAWarning()
    {
        WorkCalendar.Compile(CalendarDefinition.China with { ObservesHolidays = false, Notices = [Of2027] }, out var report);

        Assert.Equal(("calendars.notices-ignored", FindingSeverity.Warning), (Assert.Single(report).Code, report[0].Severity));
    }

    [Fact]
    public void Compile_WithoutHolidaysAndWithoutNotices_IsNoWarning()
    {
        WorkCalendar.Compile(CalendarDefinition.China with { ObservesHolidays = false }, out var report);

        Assert.Empty(report);
    }

    [Theory]
    [InlineData("2027-01-08", true)] // a Friday is worked anyway
    [InlineData("2027-01-04", true)]
    [InlineData("2027-01-09", false)]
    [InlineData("2027-01-10", false)]
    public void Compile_AMakeupDay_IsAWarningWhereItIsWorkedAnyway(string date, bool warns)
    {
        WorkCalendar.Compile(CalendarDefinition.China with { Notices = [Notice(2027, null, ("2027-01-01", true), (date, false))] }, out var report);

        Assert.Equal(warns ? 1 : 0, report.Count);
        Assert.All(report, static finding => Assert.Equal(FindingSeverity.Warning, finding.Severity));
    }

    private static HolidayNotice Notice(int year, LocalDate? effectiveFrom, params (string Date, bool IsOff)[] days) => new()
    {
        Year = year,
        EffectiveFrom = effectiveFrom,
        Days = [.. days.Select(static day => new HolidayNoticeDay("x", NodaTime.Text.LocalDatePattern.Iso.Parse(day.Date).Value, day.IsOff))],
    };
}
