using GridGovernance.Sdk.Calendars;
using NodaTime;
using static GridGovernance.Sdk.Tests.Calendars.BoundaryVectors;

namespace GridGovernance.Sdk.Tests.Calendars;

/// <summary>Which notice speaks for a day, and which layer names it.</summary>
public sealed class NoticeLayeringTests
{
    private static readonly CalendarDefinition China = CalendarDefinition.China;

    [Theory]
    [InlineData("2026-11-01", "2026-12-01", true)] // the later one says that the day is worked
    [InlineData("2026-12-01", "2026-11-01", false)]
    [InlineData("2026-11-01", "2026-11-01", null)] // neither amends the other
    [InlineData(null, "2026-11-01", true)] // what has a date amends what has none
    [InlineData("2026-11-01", null, false)]
    [InlineData(null, null, null)]
    public void TwoOwnNotices_ThatDiffer_AreOrderedByTheirDates(string? off, string? worked, bool? expected)
    {
        HolidayNotice[] notices = [Notice(2027, off, "2027-03-02", true), Notice(2027, worked, "2027-03-02", false)];

        foreach (var order in new[] { notices, [notices[1], notices[0]] })
        {
            var calendar = WorkCalendar.Compile(China with { Notices = [.. order] }, out var report);

            Assert.Equal(expected, calendar?.IsWorkingDay(Date("2027-03-02")));
            Assert.Equal(expected is null ? ["calendars.notice-conflict"] : [], report.Select(static finding => finding.Code));
        }
    }

    [Theory]
    [InlineData(2007, "2007-01-02", "2026-01-01", true)] // the paper of 2007 has no date: whatever has one is later
    [InlineData(2026, "2026-10-02", "2026-01-01", true)]
    [InlineData(2026, "2026-10-02", "2025-01-01", false)] // given before the State Council's own, which therefore amends it
    [InlineData(2026, "2026-10-02", null, null)]
    public void AnOwnNotice_AgainstTheStateCouncils_NeedsADateToAmendIt(int year, string day, string? from, bool? expected)
    {
        var calendar = WorkCalendar.Compile(China with { Notices = [Notice(year, from, day, false)] }, out var report);

        Assert.Equal(expected, calendar?.IsWorkingDay(Date(day)));
        Assert.Equal(expected is null, report.HasErrors);
    }

    [Fact]
    public void TwoNotices_ThatAgree_AreNoConflict()
    {
        var calendar = WorkCalendar.Compile(China with { Notices = [Notice(2026, null, "2026-10-02", true)] }, out var report);

        Assert.Empty(report);
        Assert.False(calendar!.IsWorkingDay(Date("2026-10-02")));
    }

    [Theory]
    [InlineData("2026-12-01", true)]
    [InlineData("2026-11-30", false)]
    [InlineData("2027-12-31", true)]
    [InlineData("2028-01-01", false)]
    public void ANotice_SpeaksForItsYearAndTheDecemberBefore(string day, bool accepted)
    {
        WorkCalendar.Compile(China with { Notices = [Notice(2027, "2026-11-01", day, true)] }, out var report);

        Assert.Equal(accepted ? [] : ["calendars.notice-outside-year"], report.Select(static finding => finding.Code));
    }

    [Fact]
    public void ANotice_ThatNamesADayTwice_IsWarnedOf()
    {
        var twice = Notice(2027, null, "2027-03-02", true) with { Days = [new("元旦", Date("2027-01-01"), true), new("假日", Date("2027-03-02"), true), new("假日", Date("2027-03-02"), true)] };
        var calendar = WorkCalendar.Compile(China with { Notices = [twice] }, out var report);

        Assert.Equal(("calendars.notice-duplicate", "/notices/0/days/2", FindingSeverity.Warning), (report[0].Code, report[0].Place.Path, report[0].Severity));
        Assert.False(calendar!.IsWorkingDay(Date("2027-03-02")));
    }

    [Theory]
    [InlineData(1899, false)]
    [InlineData(1900, true)]
    [InlineData(2199, true)]
    [InlineData(2200, false)]
    public void Years_OutsideTwoCenturies_AreRefused(int year, bool accepted)
    {
        var day = new LocalDate(year, 3, 2);
        WorkCalendar.Compile(China with { EmbeddedNotices = false, Notices = [new HolidayNotice { Year = year, Days = [new("假日", day, true)] }] }, out var byNotice);
        WorkCalendar.Compile(Small with { Layers = [Layer("a", LayerKind.County, new CalendarDayRule { From = day, Effect = DayEffect.Closed })] }, out var byRule);

        Assert.Equal(accepted, !byNotice.HasErrors);
        Assert.Equal(accepted, !byRule.HasErrors);
    }

    [Fact]
    public void ARule_IsNamedByItself_ThenItsLayerThenItsCode()
    {
        var (own, title) = (new LocalizedText("own", "自有"), new LocalizedText("title", "标题"));
        var rule = new CalendarDayRule { From = Date("2026-03-03"), Effect = DayEffect.Closed };

        Assert.Equal((own, "code"), Named(Layer("code", LayerKind.County, rule with { Name = own }) with { Title = title }));
        Assert.Equal((title, "code"), Named(Layer("code", LayerKind.County, rule) with { Title = title }));
        Assert.Equal((new LocalizedText("code", "code"), "code"), Named(Layer("code", LayerKind.County, rule)));
        Assert.Equal((own, "code"), Named(Layer("code", LayerKind.County, rule with { Effect = DayEffect.Hours, Hours = CalendarCases.Hours("09:00-10:00"), Name = own })));
        Assert.Equal((own, "code"), Named(Layer("code", LayerKind.County, rule with { Hours = CalendarCases.Hours("09:00-10:00"), Name = own })));
    }

    [Fact]
    public void ANamedDay_KeepsItsNameWhenALayerChangesItsHours()
    {
        var layer = Layer("code", LayerKind.County, new CalendarDayRule { From = Date("2026-02-14"), Effect = DayEffect.Hours, Hours = CalendarCases.Hours("09:00-10:00") });
        var day = Compile(Small with { Layers = [layer] }).Day(Date("2026-02-14"));

        Assert.Equal(("春节", DayKind.Makeup), (day.Name!.Zh, day.Kind));
        Assert.StartsWith("https://www.gov.cn/", day.Source, StringComparison.Ordinal);
        Assert.Equal(CalendarCases.Hours("09:00-10:00"), day.Hours);
    }

    [Fact]
    public void RulesOfOneRank_NameADayTheSameInAnyOrder()
    {
        CalendarDayRule[] rules = [Holiday("b"), Holiday("a")];
        CalendarLayer[] layers = [Layer("2", LayerKind.County, Holiday("x")), Layer("1", LayerKind.County, Holiday("y"))];

        Assert.Equal("a", Named(Layer("code", LayerKind.County, rules)).Name!.En);
        Assert.Equal("a", Named(Layer("code", LayerKind.County, rules[1], rules[0])).Name!.En);
        Assert.Equal("y", Named(layers).Name!.En);
        Assert.Equal("y", Named(layers[1], layers[0]).Name!.En);
        Assert.Equal("x", Named(layers[0], layers[1] with { Kind = LayerKind.Province }).Name!.En);
    }

    [Fact]
    public void HolidayAndClosureOfOneRank_GiveAHoliday()
    {
        var closed = new CalendarDayRule { From = Date("2026-03-03"), Effect = DayEffect.Closed, Name = new LocalizedText("a", "a") };
        var day = Compile(Small with { Layers = [Layer("code", LayerKind.County, closed, Holiday("b"))] }).Day(Date("2026-03-03"));

        Assert.Equal((DayKind.Holiday, "b"), (day.Kind, day.Name!.En));
    }

    [Fact]
    public void AClosureOfAllHours_ClosesTheDay()
    {
        var day = Compile(Small with { Layers = [Layer("code", LayerKind.Closure, new CalendarDayRule { From = Date("2026-03-03"), Effect = DayEffect.Closed, Hours = CalendarCases.Hours("07:00-19:00") })] });

        Assert.Equal((DayKind.Closed, "code"), (day.Day(Date("2026-03-03")).Kind, day.Day(Date("2026-03-03")).Source));
        Assert.False(day.IsWorkingDay(Date("2026-03-03")));
        Assert.Equal((DayKind.Weekend, null), (day.Day(Date("2026-03-07")).Kind, day.Day(Date("2026-03-07")).Source));
    }

    private static readonly CalendarDefinition Small = China with { EmbeddedNotices = false, Notices = [.. EmbeddedNotices.All.Where(static notice => notice.Year == 2026)] };

    private static (LocalizedText? Name, string? Source) Named(params CalendarLayer[] layers)
    {
        var day = Compile(Small with { Layers = [.. layers] }).Day(Date("2026-03-03"));
        return (day.Name, day.Source);
    }

    private static WorkCalendar Compile(CalendarDefinition definition)
    {
        var calendar = WorkCalendar.Compile(definition, out var report);
        report.EnsureNoErrors();
        return calendar!;
    }

    private static CalendarDayRule Holiday(string name) => new() { From = Date("2026-03-03"), Effect = DayEffect.Holiday, Name = new LocalizedText(name, name) };

    private static CalendarLayer Layer(string code, LayerKind kind, params CalendarDayRule[] rules) => new() { Code = code, Kind = kind, Days = [.. rules] };

    // A year is known by a notice that arranges its New Year's Day.
    private static HolidayNotice Notice(int year, string? from, string day, bool off) =>
        new() { Year = year, EffectiveFrom = from is null ? null : Date(from), Days = [new("元旦", new LocalDate(year, 1, 1), true), new("假日", Date(day), off)] };
}
