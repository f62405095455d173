using FsCheck;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Tests.Geodesy;

namespace GridGovernance.Sdk.Tests.Coverage;

public class GridAdjacencyTests
{
    // Two fields of the board touch when they share a side or a corner; cells touch when fields of theirs do.
    [Property(MaxTest = 150)]
    public void Of_AnyClaims_AreTheNeighboursOfTheBoard(DoNotSize<int> seed)
    {
        var random = new TestRandom((ulong)seed.Item);
        var board = new RasterTiling(CoordinateSystem.All[random.Below(5)], random);
        var cells = board.Cells();

        var adjacency = GridAdjacency.Of([.. cells.OrderBy(_ => random.Next())]);

        Assert.Equal(board.Pairs(byCorner: false), adjacency.Rook.Select(static p => (p.First, p.Second)));
        Assert.Equal(board.Pairs(byCorner: true), adjacency.Queen.Select(static p => (p.First, p.Second)));
        Assert.All(adjacency.Rook, static p => Assert.True(p.SharedMetres > 0));
    }

    [Fact]
    public void Of_BordersWithDifferentPoints_AreSharedAsFarAsTheyRunTogether()
    {
        var metric = CoordinateSystem.Metric;
        CoverageCell[] cells =
        [
            new("long", Shapes.Box(metric, 0, 0, 10, 100)),
            new("low", Shapes.Box(metric, 10, -20, 20, 40)),
            new("high", Shapes.Box(metric, 10, 40, 20, 70)),
            new("corner", Shapes.Box(metric, 10, 100, 20, 110)),
            new("middle of an edge", GridBoundary.Create(metric, new GeoPoint(0, 50), new GeoPoint(-5, 55), new GeoPoint(-5, 45))),
            new("alone", Shapes.Box(metric, 500, 0, 510, 10)),
            new("bare", null),
        ];

        var adjacency = GridAdjacency.Of(cells);

        Assert.Equal([("high", "long", 30.0), ("high", "low", 10.0), ("long", "low", 40.0)], adjacency.Rook.Select(static p => (p.First, p.Second, p.SharedMetres)));
        Assert.Equal(
            [("corner", "long"), ("high", "long"), ("high", "low"), ("long", "low"), ("long", "middle of an edge")],
            adjacency.Queen.Select(static p => (p.First, p.Second)));
    }

    [Fact]
    public void Of_TheFacesOfATiling_AreItsAdjacency()
    {
        var county = new SampleCounty(CoordinateSystem.Cgcs2000, 31, 80, 1);

        var adjacency = GridAdjacency.Of(county.Map(), "cell");

        var cells = county.Cells;
        Assert.Equal(
            county.Tiling.Adjacency.Select(a => (cells[a.First].Code.ToString(), cells[a.Second].Code.ToString(), Math.Round(a.SharedMetres, 6))).Order(),
            adjacency.Rook.Select(static p => (p.First, p.Second, Math.Round(p.SharedMetres, 6))));
        Assert.True(adjacency.Queen.Count >= adjacency.Rook.Count);
        Assert.Throws<ArgumentException>(() => GridAdjacency.Of(county.Map(), "street"));
        Assert.Throws<ArgumentException>(() => BoundaryAdjacency.Find([Shapes.Box(CoordinateSystem.Metric, 0, 0, 1, 1), Shapes.Box(CoordinateSystem.Wgs84, 0, 0, 1, 1)]));
    }
}
