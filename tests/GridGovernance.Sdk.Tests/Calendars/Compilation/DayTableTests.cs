using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Calendars.Compilation;

public sealed class DayTableTests
{
    private const int First = 20_000;
    private static readonly DailyHours Office = new(480, 1080);
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    // W work, M make-up, E weekend, H holiday, C closed, ? unknown
    private static DayTable Of(string kinds, DateTimeZone? zone = null, int first = First) => new(zone ?? DateTimeZone.Utc, first, [.. kinds.Select(static kind => kind switch
    {
        'W' => new DayFacts(DayKind.Working, [Office], null, null),
        'M' => new DayFacts(DayKind.Makeup, [Office], null, null),
        'E' => new DayFacts(DayKind.Weekend, [], null, null),
        'H' => new DayFacts(DayKind.Holiday, [], null, null),
        'C' => new DayFacts(DayKind.Closed, [], null, null),
        _ => DayFacts.Unknown,
    })]);

    [Theory]
    [InlineData("WWEEHHMC?WHW")]
    [InlineData("?")]
    [InlineData("H")]
    [InlineData("EHCMW??EW")]
    public void Next_OfEachKind_IsWhatAWalkFinds(string kinds)
    {
        var days = Of(kinds);
        for (var i = 0; i < kinds.Length; i++)
        {
            Assert.Equal(Walk(kinds, i, static kind => kind == '?'), days.NextUnknown(First + i));
            Assert.Equal(Walk(kinds, i, static kind => kind is '?' or 'W' or 'M'), days.NextWorking(First + i));
            Assert.Equal(Walk(kinds, i, static kind => kind != 'H'), days.NextNoHoliday(First + i));
            Assert.Equal(kinds[..i].Count(static kind => kind is 'W' or 'M'), days.WorkdaysBefore(First + i));
            Assert.Equal(kinds[i] != '?', days.IsKnown(First + i));
        }

        var workdays = Enumerable.Range(0, kinds.Length).Where(i => kinds[i] is 'W' or 'M').ToList();
        Assert.Equal(workdays.Count, days.WorkdaysBefore(days.End));
        Assert.Equal(workdays.Select(static i => First + i).Append(days.End), Enumerable.Range(0, workdays.Count + 1).Select(days.Workday));
        Assert.Equal((First, First + kinds.Length), (days.First, days.End));
    }

    [Fact]
    public void DaysOutsideTheTable_AreUnknownButHaveADateAndABeginning()
    {
        var days = Of("WE");
        foreach (var day in new[] { First - 1, First + 2, First + 3, 0, -400 })
        {
            Assert.False(days.IsKnown(day));
            Assert.Same(DayFacts.Unknown, days.Facts(day));
            Assert.Equal((day, day, day), (days.NextUnknown(day), days.NextWorking(day), days.NextNoHoliday(day)));
            Assert.Equal(new LocalDate(1970, 1, 1).PlusDays(day), days.DateOf(day));
            Assert.Equal(day * NodaConstants.TicksPerDay, days.StartOf(day));
            Assert.Equal((day + 1) * NodaConstants.TicksPerDay, days.CloseOf(day));
            Assert.Equal(day, DayTable.NumberOf(days.DateOf(day)));
        }
    }

    [Fact]
    public void CloseOf_IsTheEndOfTheLastHours_AndOfTheDayWhenThereAreNone()
    {
        var days = Of("WEM?");

        Assert.Equal([1080L, 1440L, 1080L, 1440L], Enumerable.Range(0, 4).Select(i => (days.CloseOf(First + i) - days.StartOf(First + i)) / NodaConstants.TicksPerMinute));
    }

    [Fact]
    public void DayAt_OfEveryHour_IsTheDateInTheZone()
    {
        // The clock goes forward on 10 March and back on 3 November 2024: days of 23 and 25 hours.
        var first = DayTable.NumberOf(new LocalDate(2024, 3, 1));
        var days = Of(new string('W', 260), NewYork, first);
        var start = days.StartOf(first) - (3 * NodaConstants.TicksPerDay);
        for (var ticks = start; ticks < days.StartOf(days.End) + (3 * NodaConstants.TicksPerDay); ticks += NodaConstants.TicksPerHour / 2)
        {
            var date = Instant.FromUnixTimeTicks(ticks).InZone(NewYork).Date;
            Assert.Equal(DayTable.NumberOf(date), days.DayAt(ticks));
            Assert.Equal(date, days.DateOf(days.DayAt(ticks)));
        }

        for (var day = first; day <= days.End; day++)
        {
            Assert.Equal(day, days.DayAt(days.StartOf(day)));
            Assert.Equal(day - 1, days.DayAt(days.StartOf(day) - 1));
        }
    }

    [Fact]
    public void TicksAt_OfATimeThatIsSkippedOrOccursTwice_IsTheChangeOrTheFirst()
    {
        var days = Of("W", NewYork, DayTable.NumberOf(new LocalDate(2024, 3, 10)));

        Assert.Equal(Instant.FromUtc(2024, 3, 10, 7, 0).ToUnixTimeTicks(), days.TicksAt(days.First, 150));
        Assert.Equal(Instant.FromUtc(2024, 11, 3, 5, 30).ToUnixTimeTicks(), days.TicksAt(DayTable.NumberOf(new LocalDate(2024, 11, 3)), 90));
    }

    [Fact]
    public void UnknownAt_OfATimeOfAKnownDay_IsTheDayBefore()
    {
        var days = Of("W?WW");

        Assert.Equal(days.DateOf(First + 1), days.UnknownAt(days.StartOf(First + 1) + 5));
        Assert.Equal(days.DateOf(First + 1), days.UnknownAt(days.StartOf(First + 2) + 5));
        Assert.Equal(days.DateOf(First + 4), days.UnknownAt(days.StartOf(First + 4)));
    }

    private static int Walk(string kinds, int from, Func<char, bool> stops)
    {
        while (from < kinds.Length && !stops(kinds[from]))
        {
            from++;
        }

        return First + from;
    }
}
