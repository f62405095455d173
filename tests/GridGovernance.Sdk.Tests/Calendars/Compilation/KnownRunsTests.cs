using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Calendars.Compilation;

public sealed class KnownRunsTests
{
    private const int First = 10;

    [Theory]
    [InlineData("DDD", 1, 1440, "240-312")] // office hours: known from one midnight to another, but for the reach of the unknown days around
    [InlineData("D", 0, 1440, "240-264")]
    [InlineData("?DD?D?", 0, 1440, "264-312 336-360")]
    [InlineData("DD", 0, 1800, "246-288")] // an unknown night before may last until 06:00
    [InlineData("NN", 360, 1440, "240-294")] // the tail of the last night is known until an unknown day could begin
    [InlineData("NN", 120, 1440, "240-290")]
    [InlineData("NN", 600, 1440, "240-294")]
    [InlineData("D?D", 0, 2880, "")] // nothing is left between two long reaches
    public void Of_Days_EndWhereAnUnknownDayCouldBeWorked(string kinds, int firstMinute, int lastMinute, string expected)
    {
        var runs = Of(kinds, firstMinute, lastMinute);
        var found = new List<string>();
        for (var minute = 0; minute < 24 * 60 * 20; minute++)
        {
            var ticks = minute * NodaConstants.TicksPerMinute;
            if (runs.TryEnd(ticks, out var end) && !runs.TryEnd(ticks - 1, out _))
            {
                Assert.True(runs.TryStart(end, out var start));
                Assert.Equal(ticks, start);
                Assert.False(runs.TryStart(start, out var before) && before == start);
                Assert.True(runs.TryStart(start + 1, out start));
                Assert.Equal(ticks, start);
                Assert.False(runs.TryStart(end + 1, out _));
                Assert.True(runs.TryEnd(end - 1, out var same));
                Assert.Equal(end, same);
                found.Add($"{ticks / NodaConstants.TicksPerHour}-{end / NodaConstants.TicksPerHour}");
            }
        }

        Assert.Equal(expected, string.Join(' ', found));
    }

    [Fact]
    public void TryEnd_WhereNothingIsKnown_IsFalseAndNought()
    {
        var runs = Of("?", 0, 1440);

        Assert.False(runs.TryEnd(0, out var end));
        Assert.False(runs.TryStart(0, out var start));
        Assert.Equal((0, 0), (end, start));
    }

    // D office hours, N a night shift until 06:00 of the next day, ? unknown
    private static KnownRuns Of(string kinds, int firstMinute, int lastMinute)
    {
        var facts = kinds.Select(static kind => kind switch
        {
            'D' => new DayFacts(DayKind.Working, [new DailyHours(480, 1080)], null, null),
            'N' => new DayFacts(DayKind.Working, [new DailyHours(1320, 1800)], null, null),
            _ => DayFacts.Unknown,
        });
        return KnownRuns.Of(new DayTable(DateTimeZone.Utc, First, [.. facts]), _ => (firstMinute, lastMinute));
    }
}
