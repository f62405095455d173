using GridGovernance.Sdk.Calendars;
using NodaTime;
using static GridGovernance.Sdk.Tests.Calendars.CalendarVectors;

namespace GridGovernance.Sdk.Tests.Calendars;

/// <summary>Layers, shifts, notices and what is wrong with them.</summary>
public sealed class CalendarDefinitionTests
{
    private static readonly CalendarDefinition China = CalendarDefinition.China;
    private static readonly CalendarDefinition Only2026 = China with { EmbeddedNotices = false, Notices = [.. EmbeddedNotices.All.Where(static notice => notice.Year == 2026)] };

    [Theory]
    [InlineData("2026-03-09", true)]
    [InlineData("2026-03-08", false)]
    [InlineData("2026-01-01", false)]
    [InlineData("2026-01-04", true)] // a Sunday worked instead
    [InlineData("2027-01-01", null)]
    public void Day_OfADate_SaysWhetherItIsWorked(string date, bool? expected)
    {
        var day = WorkCalendar.China.Day(NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value);

        Assert.Equal(expected, day.IsWorking);
        Assert.Equal(expected, WorkCalendar.China.IsWorkingDay(day.Date));
        Assert.Equal(expected is true ? "08:00-12:00, 14:00-18:00" : "", string.Join(", ", day.Hours));
    }

    [Fact]
    public void Compile_LayersInAnyOrder_GiveTheSameDays()
    {
        CalendarLayer[] layers =
        [
            Layer("province", LayerKind.Province, Rule("2026-03-03", DayEffect.Holiday), Rule("2026-03-07", DayEffect.Working)),
            Layer("county", LayerKind.County, Rule("2026-03-03", DayEffect.Working), Rule("2026-03-04", DayEffect.Hours, "09:00-17:00")),
            Layer("bureau-a", LayerKind.Department, Rule("2026-03-05", DayEffect.Closed), Rule("2026-03-07", DayEffect.Working, "08:00-11:00")),
            Layer("bureau-b", LayerKind.Department, Rule("2026-03-05", DayEffect.Working), Rule("2026-03-07", DayEffect.Working, "10:00-12:00")),
            Layer("typhoon", LayerKind.Closure, Rule("2026-03-04", DayEffect.Closed, "12:00-15:00")),
            Layer("power-cut", LayerKind.Closure, Rule("2026-03-04", DayEffect.Closed, "14:00-16:00")),
        ];
        var expected = Days(layers);

        foreach (var order in Permutations(layers).Where(static (_, index) => index % 31 == 0))
        {
            Assert.Equal(expected, Days(order));
        }

        Assert.Equal(DayKind.Working, expected[2].Kind); // the county overrides the province
        Assert.Equal(CalendarCases.Hours("09:00-12:00", "16:00-17:00"), expected[3].Hours);
        Assert.Equal(DayKind.Closed, expected[4].Kind); // among equals, off wins
        Assert.Equal(CalendarCases.Hours("10:00-11:00"), expected[6].Hours); // and hours shrink to what they share
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(9)]
    [InlineData(10)]
    public void Compile_LayersShiftsAndZones_GivesTheOraclesMinutes(int index)
    {
        var (calendar, oracle) = CalendarCases.Build(index);
        for (var date = new LocalDate(2024, 1, 2); date.Year < 2026; date = date.PlusDays(5))
        {
            var (start, end) = (date.AtStartOfDayInZone(calendar.Zone).ToInstant(), date.PlusDays(1).AtStartOfDayInZone(calendar.Zone).ToInstant());
            var minutes = Enumerable.Range(0, (int)(end - start).TotalMinutes).Count(minute => oracle.Works(start + Duration.FromMinutes(minute)));

            Assert.Equal(oracle.Kind(date), "UWWRHC"[(int)calendar.Day(date).Kind]);
            Assert.Equal(Duration.FromMinutes(minutes), calendar.WorkingTimeBetween(start, end).Length);
        }
    }

    [Fact]
    public void Compile_NightShift_RunsIntoTheNextDay()
    {
        var calendar = Compile(China with { Hours = CalendarCases.Hours("22:00-06:00") });

        Assert.True(calendar.IsWorkingTime(At("2026-03-03T02:00")));
        Assert.True(calendar.IsWorkingTime(At("2026-03-07T02:00"))); // Friday's shift
        Assert.False(calendar.IsWorkingTime(At("2026-03-08T02:00")));
        Assert.Equal(At("2026-03-03T03:00"), calendar.Due(At("2026-03-02T20:00"), new TimeLimit(5, LimitUnit.WorkingHours), CountingPolicy.CivilCode).At);
    }

    [Fact]
    public void Compile_RoundTheClock_KnowsEveryDayAndRunsThroughHolidays()
    {
        var calendar = Compile(new CalendarDefinition
        {
            Code = "control-room",
            ObservesHolidays = false,
            WorkingWeekdays = [.. Enumerable.Range(1, 7).Select(static day => (IsoDayOfWeek)day)],
            Hours = CalendarCases.Hours("00:00-24:00"),
        });

        Assert.Equal(At("2026-02-18T10:00"), calendar.Due(At("2026-02-17T10:00"), new TimeLimit(24, LimitUnit.WorkingHours), CountingPolicy.CivilCode).At);
        Assert.True(calendar.Due(At("2030-02-17T10:00"), new TimeLimit(24, LimitUnit.WorkingHours), CountingPolicy.CivilCode).IsKnown);
    }

    [Fact]
    public void Compile_InAZoneWithSummerTime_IsExact()
    {
        var calendar = Compile(Only2026 with { Code = "ny", TimeZone = "America/New_York", Hours = CalendarCases.Hours("22:00-06:00") });
        var start = new LocalDateTime(2026, 3, 6, 22, 0).InZoneStrictly(calendar.Zone).ToInstant();
        var autumn = new LocalDateTime(2026, 10, 30, 22, 0).InZoneStrictly(calendar.Zone).ToInstant();

        // Friday's shifts end on Saturday morning; the clock changes on Sunday, when nobody works.
        Assert.Equal(Duration.FromHours(8), calendar.WorkingTimeBetween(start, start + Duration.FromDays(2)).Length);
        var sundays = Compile(calendar.Definition with { WorkingWeekdays = [IsoDayOfWeek.Saturday] });
        Assert.Equal(Duration.FromHours(7), sundays.WorkingTimeBetween(start, start + Duration.FromDays(3)).Length);
        Assert.Equal(Duration.FromHours(9), sundays.WorkingTimeBetween(autumn, autumn + Duration.FromDays(3)).Length);
    }

    [Fact]
    public void Compile_WithANoticeFor2027_KnowsTheYear()
    {
        var notice = new HolidayNotice { Year = 2027, Papers = ["https://example.org/2027"], Days = [new("元旦", new LocalDate(2027, 1, 1), true), new("元旦", new LocalDate(2026, 12, 31), true)] };
        var calendar = Compile(China with { Notices = [notice] });

        Assert.False(calendar.IsWorkingDay(new LocalDate(2027, 1, 1)));
        Assert.False(calendar.IsWorkingDay(new LocalDate(2026, 12, 31))); // a December day in the next year's notice
        Assert.True(calendar.IsWorkingDay(new LocalDate(2027, 1, 4)));
        Assert.Null(calendar.IsWorkingDay(new LocalDate(2028, 1, 3)));
        Assert.Equal("https://example.org/2027", calendar.Day(new LocalDate(2027, 1, 1)).Source);
    }

    [Fact]
    public void Compile_AnEmptyNotice_LeavesItsYearUnknown()
    {
        var calendar = WorkCalendar.Compile(China with { Notices = [new HolidayNotice { Year = 2027 }] }, out var report);

        Assert.Equal("calendars.notice-empty", Assert.Single(report).Code);
        Assert.Null(calendar!.IsWorkingDay(new LocalDate(2027, 1, 4)));
    }

    [Theory]
    [InlineData("2019-03-21", "2019-05-06")] // 5 May is a plain Sunday, 2 and 3 May are worked
    [InlineData("2019-03-22", "2019-05-05")] // the amendment makes it a makeup day
    public void AsKnownAt_BeforeAndAfterAnAmendment_GivesEachItsDueDate(string knownAt, string on)
    {
        var calendar = WorkCalendar.China.AsKnownAt(NodaTime.Text.LocalDatePattern.Iso.Parse(knownAt).Value);

        Assert.Equal(
            NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value,
            calendar.Due(At("2019-04-20T10:00"), new TimeLimit(15, LimitUnit.CalendarDays), CountingPolicy.CivilCode).On);
    }

    [Fact]
    public void AsKnownAt_BeforeTheNextYearsNotice_DoesNotKnowTheYear()
    {
        Assert.Null(WorkCalendar.China.AsKnownAt(new LocalDate(2025, 11, 3)).IsWorkingDay(new LocalDate(2026, 1, 5)));
        Assert.True(WorkCalendar.China.AsKnownAt(new LocalDate(2025, 11, 4)).IsWorkingDay(new LocalDate(2026, 1, 5)));
    }

    [Theory]
    [InlineData("2020-01-26", "2020-02-01", true)]
    [InlineData("2020-01-27", "2020-02-01", false)]
    [InlineData("2020-01-26", "2020-01-31", true)]
    [InlineData("2020-01-27", "2020-01-31", false)]
    public void AsKnownAt_AroundTheExtendedHolidayOf2020_GivesEachItsDays(string knownAt, string date, bool worked) => Assert.Equal(
        worked, WorkCalendar.China.AsKnownAt(NodaTime.Text.LocalDatePattern.Iso.Parse(knownAt).Value).IsWorkingDay(NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value));

    [Fact]
    public void Compile_AnAmendmentOfTheHosts_TakesEffectOnItsDate()
    {
        var amendment = new HolidayNotice { Year = 2026, EffectiveFrom = new LocalDate(2026, 8, 1), Days = [new("国庆节", new LocalDate(2026, 10, 8), true)] };
        var calendar = Compile(China with { Notices = [amendment] });

        Assert.False(calendar.IsWorkingDay(new LocalDate(2026, 10, 8)));
        Assert.True(calendar.AsKnownAt(new LocalDate(2026, 7, 31)).IsWorkingDay(new LocalDate(2026, 10, 8)));
    }

    [Theory]
    [InlineData("zone", "calendars.unknown-zone", "/timeZone")]
    [InlineData("no-hours", "calendars.no-hours", "/hours")]
    [InlineData("overlap", "calendars.overlapping-hours", "/hours/1")]
    [InlineData("empty-hours", "calendars.empty-hours", "/hours/0")]
    [InlineData("weekday", "calendars.bad-weekday", "/workingWeekdays/1")]
    [InlineData("weekday-hours", "calendars.weekday-not-worked", "/weekdayHours/0/day")]
    [InlineData("contradiction", "calendars.notice-contradiction", "/notices/0/days/1")]
    [InlineData("conflict", "calendars.notice-conflict", "/notices/0/days/0")]
    [InlineData("outside", "calendars.notice-outside-year", "/notices/0/days/0")]
    [InlineData("year", "calendars.notice-year", "/notices/0/year")]
    [InlineData("layer-code", "calendars.layer-duplicate", "/layers/1/code")]
    [InlineData("rule-order", "calendars.rule-order", "/layers/0/days/0/to")]
    [InlineData("rule-year", "calendars.rule-year", "/layers/0/days/0/from")]
    [InlineData("closure", "calendars.closure-effect", "/layers/0/days/0/effect")]
    [InlineData("holiday-hours", "calendars.holiday-hours", "/layers/0/days/0/hours")]
    [InlineData("hours", "calendars.hours-without-hours", "/layers/0/days/0/hours")]
    public void Compile_BadInput_SaysWhatAndWhere(string fault, string code, string path)
    {
        var calendar = WorkCalendar.Compile(Faulty(fault), out var report);

        Assert.Null(calendar);
        var finding = Assert.Single(report);
        Assert.Equal((code, path), (finding.Code, finding.Place.Path));
    }

    [Fact]
    public void Compile_ManyFaults_ReportsThemAll()
    {
        var faulty = Faulty("zone") with { Hours = Faulty("overlap").Hours, Notices = Faulty("contradiction").Notices, Layers = Faulty("rule-order").Layers };

        WorkCalendar.Compile(faulty, out var report);

        Assert.Equal(
            ["calendars.unknown-zone", "calendars.overlapping-hours", "calendars.notice-contradiction", "calendars.rule-order"], report.Select(static finding => finding.Code));
    }

    [Fact]
    public void Compile_WithoutAnyNotice_WarnsAndKnowsNothing()
    {
        var calendar = WorkCalendar.Compile(China with { EmbeddedNotices = false }, out var report);

        Assert.Equal("calendars.no-known-year", Assert.Single(report).Code);
        Assert.Null(calendar!.IsWorkingDay(new LocalDate(2026, 3, 2)));
        Assert.Equal(new LocalDate(2026, 3, 2), calendar.Due(At("2026-03-02T10:00"), new TimeLimit(1, LimitUnit.WorkingHours), CountingPolicy.CivilCode).UnknownDay);
    }

    private static CalendarDefinition Faulty(string fault)
    {
        LocalDate day = new(2026, 3, 2);
        return fault switch
        {
            "zone" => China with { TimeZone = "Asia/Nowhere" },
            "no-hours" => China with { Hours = [] },
            "overlap" => China with { Hours = CalendarCases.Hours("08:00-12:00", "11:00-15:00") },
            "empty-hours" => China with { Hours = [default] },
            "weekday" => China with { WorkingWeekdays = [IsoDayOfWeek.Monday, IsoDayOfWeek.None] },
            "weekday-hours" => China with { WeekdayHours = [new WeekdayHours(IsoDayOfWeek.Sunday, CalendarCases.Hours("08:00-12:00"))] },
            "contradiction" => China with { Notices = [new HolidayNotice { Year = 2027, Days = [new("元旦", new(2027, 1, 1), true), new("元旦", new(2027, 1, 1), false)] }] },
            "conflict" => China with { Notices = [new HolidayNotice { Year = 2026, Days = [new("国庆节", new(2026, 10, 1), false)] }] },
            "outside" => China with { Notices = [new HolidayNotice { Year = 2027, Days = [new("元旦", new(2025, 1, 1), true)] }] },
            "year" => China with { Notices = [new HolidayNotice { Year = 20270, Days = [new("元旦", new(2027, 1, 1), true)] }] },
            "layer-code" => China with { Layers = [Layer("a", LayerKind.County), Layer("a", LayerKind.Province)] },
            "rule-order" => China with { Layers = [Layer("a", LayerKind.County, new CalendarDayRule { From = day, To = day.PlusDays(-1), Effect = DayEffect.Closed })] },
            "rule-year" => China with { Layers = [Layer("a", LayerKind.County, new CalendarDayRule { From = new(1800, 1, 1), Effect = DayEffect.Closed })] },
            "closure" => China with { Layers = [Layer("a", LayerKind.Closure, Rule("2026-03-02", DayEffect.Working))] },
            "holiday-hours" => China with { Layers = [Layer("a", LayerKind.County, Rule("2026-03-02", DayEffect.Holiday, "08:00-12:00"))] },
            "hours" => China with { Layers = [Layer("a", LayerKind.County, Rule("2026-03-02", DayEffect.Hours))] },
            _ => throw new ArgumentOutOfRangeException(nameof(fault)),
        };
    }

    private static List<CalendarDay> Days(IEnumerable<CalendarLayer> layers)
    {
        var calendar = Compile(Only2026 with { Layers = [.. layers] });
        return [.. Enumerable.Range(1, 10).Select(day => calendar.Day(new LocalDate(2026, 3, day)))];
    }

    private static IEnumerable<CalendarLayer[]> Permutations(CalendarLayer[] items) => items.Length < 2
        ? [items]
        : items.SelectMany((item, index) => Permutations([.. items[..index], .. items[(index + 1)..]]).Select(rest => (CalendarLayer[])[item, .. rest]));

    private static WorkCalendar Compile(CalendarDefinition definition)
    {
        var calendar = WorkCalendar.Compile(definition, out var report);
        report.EnsureNoErrors();
        return calendar!;
    }

    private static CalendarLayer Layer(string code, LayerKind kind, params CalendarDayRule[] rules) => new() { Code = code, Kind = kind, Days = [.. rules] };

    private static CalendarDayRule Rule(string date, DayEffect effect, params string[] hours) =>
        new() { From = NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value, Effect = effect, Hours = CalendarCases.Hours(hours) };
}
