using System.Globalization;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Geodesy;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Grids;

public class GridHistoryProperties
{
    // GG_PBT_RUNS edits in one history: 10,000 and 100,000 are run by hand.
    private static readonly int Edits = int.Parse(Environment.GetEnvironmentVariable("GG_PBT_RUNS") ?? "300", CultureInfo.InvariantCulture);

    [Fact]
    public void AsOf_AnyDayAfterRandomEdits_EqualsTheFoldOfTheLog()
    {
        var world = new HistoryWorld(new TestRandom(20261121));
        while (world.Edits < Edits)
        {
            world.Step();
        }

        var replayed = GridHistory.Replay(world.Scheme, world.History.Events);
        var timeline = world.History.ToTimeline();
        var days = Period.DaysBetween(new LocalDate(2000, 1, 1), world.On);
        for (var i = 0; i < 30; i++)
        {
            var day = i == 0 ? new LocalDate(1999, 12, 31) : new LocalDate(2000, 1, 1).PlusDays(i == 1 ? 0 : i == 2 ? days + 1 : world.Random.Below(days + 1));
            var expected = world.StateOn(day);
            var map = world.History.AsOf(day);
            Same(expected, map);
            Assert.Equal(Text(map), Text(replayed.AsOf(day)));
            Assert.Equal(Text(map), Text(timeline.AsOf(day, out _)!));
        }
    }

    // Every code of the past leads to cells of the last day, and the squares of its day are all theirs unless a border was moved or a cell transferred.
    [Fact]
    public void Resolve_AnyCodeEverGiven_LeadsToUnitsThatHold()
    {
        var world = new HistoryWorld(new TestRandom(7));
        for (var i = 0; i < 300; i++)
        {
            world.Step();
        }

        var now = world.History.AsOf(world.On);
        var offTerritory = 0;
        foreach (var code in world.History.EverGiven)
        {
            var resolution = world.History.Resolve(code, world.On);
            Assert.True(resolution.IsKnown);
            Assert.All(resolution.Units, unit => Assert.True(now.TryFind(unit, out _)));
            Assert.Equal(now.TryFind(code, out _), resolution.IsInForce);
            offTerritory += resolution.Units.Count == 0 ? 1 : 0;
            Assert.True(resolution.Units.Count > 0 || code.ToString().StartsWith("10000000", StringComparison.Ordinal));
        }

        Assert.True(offTerritory > 0);
        Assert.False(world.History.Resolve(GridCode.Parse("77"), world.On).IsKnown);
    }

    [Fact]
    public async Task AHistory_ReadByOthersWhileAnEditorWorks_StaysAsItWas()
    {
        var world = new HistoryWorld(new TestRandom(11));
        for (var i = 0; i < 60; i++)
        {
            world.Step();
        }

        var (held, day) = (world.History, world.On);
        var expected = Text(held.AsOf(day));
        using var ready = new ManualResetEventSlim();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            ready.Wait();
            return Enumerable.Range(0, 30).All(_ => Text(held.AsOf(day)) == expected && held.Resolve(GridCode.Parse("10000001000001"), day).IsKnown);
        })).ToArray();
        ready.Set();
        for (var i = 0; i < 60; i++)
        {
            world.Step();
        }

        Assert.All(await Task.WhenAll(readers), Assert.True);
        Assert.NotEqual(expected, Text(world.History.AsOf(world.On.PlusDays(1))));
    }

    private static string Text(GridMap map) => string.Join('\n', map.Units.Select(static u => $"{u} {u.Parent} {u.Boundary?.HalfSquareMillimetres}"));

    private static IEnumerable<int> Squares(GridUnit unit) => Enumerable.Range(0, HistoryWorld.Side * HistoryWorld.Side)
        .Where(s => unit.Boundary?.Contains(new GeoPoint(((s % HistoryWorld.Side) * 100) + 50, ((s / HistoryWorld.Side) * 100) + 50)) == true);

    private static void Same(Dictionary<string, HistoryWorld.Area> expected, GridMap actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Units.Select(static u => u.Code.ToString()).Order(StringComparer.Ordinal));
        foreach (var unit in actual.Units)
        {
            var area = expected[unit.Code.ToString()];
            Assert.Equal((area.Name, area.Parent), (unit.Name, unit.Parent?.ToString()));
            Assert.Equal(area.HalfSquareMillimetres, unit.Boundary?.HalfSquareMillimetres ?? 0);
            Assert.Equal(area.Squares.Order(), Squares(unit));
        }
    }
}
