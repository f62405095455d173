using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Tests.Counties;

public sealed class RegionGrowingTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 7)]
    [InlineData(3, 20)]
    [InlineData(4, 400)]
    public void Grow_OnALattice_GivesTheExactNumberOfConnectedRegions(long seed, int regions)
    {
        var (graph, places) = Lattice(20);
        var stream = new RandomStreams(seed).Stream("loads");
        var loads = places.Select(_ => stream.NextInt32(200)).ToArray();

        var region = Grow(graph, places, loads, regions);

        AssertConnected(graph, region, regions);
    }

    [Fact]
    public void Grow_WithEqualTargets_EvensTheLoadsOut()
    {
        var (graph, places) = Lattice(20);
        var stream = new RandomStreams(5).Stream("loads");
        var loads = places.Select(_ => 50 + stream.NextInt32(100)).ToArray();

        var region = Grow(graph, places, loads, 8);

        var mean = loads.Sum() / 8.0;
        var sums = Enumerable.Range(0, 8).Select(r => loads.Where((_, unit) => region[unit] == r).Sum());
        Assert.All(sums, sum => Assert.InRange(sum, 0.8 * mean, 1.2 * mean));
    }

    [Fact]
    public void Grow_OfUnitsThatWereMeantForARegion_GivesThemToIt()
    {
        var (graph, places) = Lattice(10);
        var meant = places.Select(p => p.East < 3 ? 0 : 1).ToArray();

        var region = RegionGrowing.Grow(graph, places, [.. places.Select(_ => 1)], [0, 99], [50, 50], meant);

        Assert.Equal(meant, region);
    }

    [Fact]
    public void Grow_OfAUnitThatWasMeantButCannotBeReached_StillConnects()
    {
        var (graph, places) = Lattice(10);
        var meant = places.Select(p => p is { East: 9, North: 9 } || p.East < 3 ? 0 : 1).ToArray();

        var region = RegionGrowing.Grow(graph, places, [.. places.Select(_ => 1)], [0, 95], [50, 50], meant);

        AssertConnected(graph, region, 2);
        Assert.Equal(1, region[99]);
    }

    [Fact]
    public void Grow_FromOneSeedTwiceOrOnAGraphInTwoPieces_Throws()
    {
        var (graph, places) = Lattice(3);
        var apart = UnitGraph.Create(4, [(0, 1), (2, 3)]);

        Assert.Throws<ArgumentException>(() => RegionGrowing.Grow(graph, places, new int[9], [4, 4], [1, 1]));
        Assert.Throws<ArgumentException>(() => RegionGrowing.Grow(apart, places[..4], new int[4], [0], [1]));
    }

    [Fact]
    public void SpreadSeeds_AsManyAsUnits_TakesEveryUnitOnce()
    {
        PlanePoint[] places = [new(0, 0), new(0, 0), new(5, 5), new(2, 1)];

        Assert.Equal([0, 1, 2, 3], RegionGrowing.SpreadSeeds(places, 4).Order());
    }

    [Fact]
    public void Bridged_OfThreePieces_AddsTheShortestBridges()
    {
        PlanePoint[] places = [new(0, 0), new(1, 0), new(10, 0), new(11, 0), new(30, 0)];

        var graph = UnitGraph.Create(5, [(0, 1), (2, 3)]).Bridged(places);

        graph.Components(out var parts);
        Assert.Equal(1, parts);
        Assert.Equal([0, 2], graph.NeighboursOf(1).ToArray());
        Assert.Equal([3], graph.NeighboursOf(4).ToArray());
    }

    [Fact]
    public void ContractAndWithin_OfALattice_KeepNeighbours()
    {
        var (graph, places) = Lattice(4);

        var columns = graph.Contract([.. places.Select(p => (int)p.East)], 4);
        var corner = graph.Within([5, 0, 1]);

        Assert.Equal([0, 2], columns.NeighboursOf(1).ToArray());
        Assert.Equal([2], corner.NeighboursOf(0).ToArray());
        Assert.Equal([0, 1], corner.NeighboursOf(2).ToArray());
    }

    internal static void AssertConnected(UnitGraph graph, int[] region, int regions)
    {
        Assert.Equal(Enumerable.Range(0, regions), region.Distinct().Order());
        for (var r = 0; r < regions; r++)
        {
            graph.Within([.. Enumerable.Range(0, region.Length).Where(unit => region[unit] == r)]).Components(out var parts);
            Assert.Equal(1, parts);
        }
    }

    private static int[] Grow(UnitGraph graph, PlanePoint[] places, int[] loads, int regions) => RegionGrowing.Grow(
        graph, places, loads, RegionGrowing.SpreadSeeds(places, regions), [.. Enumerable.Repeat((long)loads.Sum(), regions)]);

    private static (UnitGraph Graph, PlanePoint[] Places) Lattice(int edge)
    {
        var places = Enumerable.Range(0, edge * edge).Select(i => new PlanePoint(i % edge, i / edge)).ToArray();
        var edges = Enumerable.Range(0, edge * edge)
            .SelectMany(i => new[] { (i, i % edge == edge - 1 ? i : i + 1), (i, i + edge < edge * edge ? i + edge : i) });
        return (UnitGraph.Create(edge * edge, edges), places);
    }
}
