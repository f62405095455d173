using GridGovernance.Sdk.Calendars;
using NodaTime;
using NodaTime.Text;

namespace GridGovernance.Sdk.Tests.Calendars;

public sealed class CalendarVectors
{
    private static readonly WorkCalendar China = WorkCalendar.China;

    /// <summary>The vectors computed by hand from the notices, rules of 民法典 201–203 with weekend roll-over.</summary>
    [Theory]
    [InlineData("2026-02-05T10:00", "15 calendar-days", "2026-02-24")]
    [InlineData("2025-12-17T10:00", "15 calendar-days", "2026-01-04")] // a makeup Sunday ends the search
    [InlineData("2025-08-02T10:00", "60 calendar-days", "2025-10-09")]
    [InlineData("2026-04-16T10:00", "15 calendar-days", "2026-05-06")]
    [InlineData("2026-08-02T10:00", "60 calendar-days", "2026-10-08")]
    [InlineData("2026-01-05T10:00", "60 calendar-days", "2026-03-06")]
    [InlineData("2026-02-13T10:00", "1 working-days", "2026-02-14")]
    [InlineData("2026-02-13T10:00", "5 working-days", "2026-02-27")]
    [InlineData("2025-09-26T10:00", "5 working-days", "2025-10-10")]
    [InlineData("2024-02-02T10:00", "3 working-days", "2024-02-06")]
    [InlineData("2026-04-30T10:00", "5 working-days", "2026-05-11")]
    [InlineData("2026-09-24T10:00", "3 working-days", "2026-09-30")]
    public void Due_ByTheCivilCode_IsTheEndOfTheDay(string start, string limit, string on)
    {
        var due = China.Due(At(start), TimeLimit.Parse(limit, null), CountingPolicy.CivilCode);

        Assert.True(due.IsKnown);
        Assert.Equal(LocalDatePattern.Iso.Parse(on).Value, due.On);
        Assert.Equal(due.On.PlusDays(1).AtStartOfDayInZone(China.Zone).ToInstant(), due.At);
    }

    [Theory]
    [InlineData("2026-03-02T10:00", "3 working-hours", "2026-03-02T15:00")] // lunch is skipped
    [InlineData("2026-03-02T10:00", "2 working-hours", "2026-03-02T12:00")] // not 14:00
    [InlineData("2026-03-02T12:30", "1 working-hours", "2026-03-02T15:00")]
    [InlineData("2026-03-06T20:00", "8 working-hours", "2026-03-09T18:00")] // opened out of hours
    [InlineData("2026-02-13T17:00", "2 working-hours", "2026-02-14T09:00")] // makeup Saturday
    [InlineData("2026-02-14T17:00", "2 working-hours", "2026-02-24T09:00")] // past the Spring Festival
    [InlineData("2026-03-02T08:00", "48 working-hours", "2026-03-09T18:00")] // 48 h are six days
    [InlineData("2026-02-14T17:00", "48 urgent-hours", "2026-02-16T17:00")]
    [InlineData("2026-03-02T10:00", "0 working-hours", "2026-03-02T10:00")]
    public void Due_InHours_IsTheInstant(string start, string limit, string due) =>
        Assert.Equal(At(due), China.Due(At(start), TimeLimit.Parse(limit, null), CountingPolicy.CivilCode).At);

    [Theory]
    [InlineData("2026-12-17T10:00", "15 calendar-days", "2027-01-01")]
    [InlineData("2026-12-30T10:00", "2 working-days", "2027-01-01")]
    [InlineData("2026-12-31T17:00", "2 working-hours", "2027-01-01")]
    [InlineData("2027-03-01T10:00", "2 working-hours", "2027-03-01")]
    [InlineData("2006-12-29T10:00", "1 working-hours", "2006-12-29")]
    [InlineData("2006-12-29T10:00", "1 working-days", "2006-12-30")]
    public void Due_ThatNeedsADayBeyondTheNotices_NamesTheDay(string start, string limit, string day)
    {
        var due = China.Due(At(start), TimeLimit.Parse(limit, null), CountingPolicy.CivilCode);

        Assert.False(due.IsKnown);
        Assert.Equal(LocalDatePattern.Iso.Parse(day).Value, due.UnknownDay);
        Assert.Throws<InvalidOperationException>(() => due.At);
    }

    [Theory]
    [InlineData("2026-12-31T17:00", "1 working-hours", "2026-12-31T18:00")]
    [InlineData("2026-12-30T10:00", "1 working-days", "2027-01-01T00:00")]
    [InlineData("2027-03-01T10:00", "2 urgent-hours", "2027-03-01T12:00")]
    [InlineData("2006-12-25T10:00", "15 calendar-days", "2007-01-10T00:00")]
    public void Due_ThatNeedsNoUnknownDay_IsKnown(string start, string limit, string due) =>
        Assert.Equal(At(due), China.Due(At(start), TimeLimit.Parse(limit, null), CountingPolicy.CivilCode).At);

    [Theory]
    [InlineData(2020, 249)]
    [InlineData(2021, 250)]
    [InlineData(2022, 249)]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void IsWorkingDay_OverAYear_CountsAsTheNoticesSay(int year, int expected)
    {
        var count = 0;
        for (var date = new LocalDate(year, 1, 1); date.Year == year; date = date.PlusDays(1))
        {
            count += China.IsWorkingDay(date) == true ? 1 : 0;
        }

        Assert.Equal(expected, count);
    }

    [Theory]
    [InlineData("2011-12-31", true)] // Saturday worked, by the notice for 2012
    [InlineData("2018-12-29", true)] // Saturday worked, by the notice for 2019
    [InlineData("2018-12-31", false)] // Monday off, by the notice for 2019
    [InlineData("2022-12-31", false)]
    [InlineData("2006-12-30", null)]
    [InlineData("2027-01-01", null)]
    [InlineData("2026-12-31", true)]
    [InlineData("2007-01-01", false)]
    public void IsWorkingDay_AtTheYearsEnd_FollowsTheNextYearsNotice(string date, bool? expected) =>
        Assert.Equal(expected, China.IsWorkingDay(LocalDatePattern.Iso.Parse(date).Value));

    internal static Instant At(string local) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm").Parse(local).Value.InZoneStrictly(China.Zone).ToInstant();
}
