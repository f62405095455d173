using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Tests.Geodesy;

public class VoronoiTilingTests
{
    [Theory]
    [InlineData("metric", 1, 1)]
    [InlineData("metric", 2, 2)]
    [InlineData("metric", 3, 40)]
    [InlineData("cgcs2000", 4, 40)]
    [InlineData("cgcs2000", 5, 300)]
    [InlineData("gcj02", 6, 50)]
    public void Create_RandomStarWithHole_TilesItExactly(string code, ulong seed, int count)
    {
        Assert.True(CoordinateSystem.TryFromCode(code, out var system));
        var random = new TestRandom(seed);
        var outline = system.IsGeographic ? StarWithHole(system, random, 107.2, 32.1, 0.3) : StarWithHole(system, random, 500, 900, 2000);

        var tiling = VoronoiTiling.Create(outline, Shapes.Sites(random, outline, count));

        AssertExact(tiling, count);

        // In a shifted system each new point also follows the bend that a straight edge has on the ground.
        Assert.Equal(outline.AreaSquareMetres, tiling.Outline.AreaSquareMetres, outline.AreaSquareMetres * (system.IsShifted ? 1e-4 : 1e-6));
    }

    [Fact]
    public void Create_EightThousandSites_TilesExactly()
    {
        var random = new TestRandom(8);
        var outline = GridBoundary.Create(CoordinateSystem.Cgcs2000, Shapes.Star(random, 107.2, 32.1, 0.4, 1200));
        var sites = Shapes.Sites(random, outline, 8000);

        var tiling = VoronoiTiling.Create(outline, sites);

        AssertExact(tiling, 8000);
    }

    [Fact]
    public void Create_ALattice_GivesBoxes()
    {
        var outline = Shapes.Box(CoordinateSystem.Metric, 0, 0, 100, 100);
        GeoPoint[] sites = [new(25, 25), new(75, 25), new(25, 75), new(75, 75)];

        var tiling = VoronoiTiling.Create(outline, sites);

        Assert.All(tiling.Faces, static f => Assert.Equal(2500, f.AreaSquareMetres));
        Assert.Equal([(0, 1, 50.0), (0, 2, 50.0), (1, 3, 50.0), (2, 3, 50.0)], tiling.Adjacency.Select(static a => (a.First, a.Second, a.SharedMetres)));
    }

    [Fact]
    public void Create_APieceCutOffFromItsSite_GoesToTheNeighbour()
    {
        // A "U": the sites stand in the left leg and at the foot of the right one; the top of the right leg is nearest to the first, behind the gap.
        var outline = GridBoundary.Create(
            CoordinateSystem.Metric,
            new GeoPoint(0, 0), new GeoPoint(30, 0), new GeoPoint(30, 100), new GeoPoint(20, 100), new GeoPoint(20, 10), new GeoPoint(10, 10), new GeoPoint(10, 100), new GeoPoint(0, 100));

        var tiling = VoronoiTiling.Create(outline, [new GeoPoint(5, 90), new GeoPoint(25, 5)]);

        AssertExact(tiling, 2);
        Assert.All(tiling.Faces, static f => Assert.Equal(1, f.PolygonCount));
        Assert.True(tiling.Faces[1].Contains(new GeoPoint(25, 99)));
    }

    [Fact]
    public void Create_AnIslandWithoutASite_GoesToTheNearestSite()
    {
        var outline = GridBoundary.Create(CoordinateSystem.Metric, [[Shapes.BoxRing(0, 0, 100, 100)], [Shapes.BoxRing(200, 40, 210, 50)]]);

        var tiling = VoronoiTiling.Create(outline, [new GeoPoint(10, 50), new GeoPoint(90, 50)]);

        Assert.Equal([1, 2], tiling.Faces.Select(static f => f.PolygonCount));
        Assert.Equal(10_100, tiling.Faces.Sum(static f => f.AreaSquareMetres));
    }

    [Fact]
    public void Create_AHoleInsideOneCell_IsAHoleOfThatFace()
    {
        var outline = GridBoundary.Create(CoordinateSystem.Metric, [[Shapes.BoxRing(0, 0, 100, 100), Shapes.BoxRing(10, 10, 20, 20)]]);

        var tiling = VoronoiTiling.Create(outline, [new GeoPoint(25, 50), new GeoPoint(75, 50)]);

        AssertExact(tiling, 2);
        Assert.Equal([2, 1], tiling.Faces.Select(static f => f.RingCount));
        Assert.Equal([4900.0, 5000.0], tiling.Faces.Select(static f => f.AreaSquareMetres));
    }

    [Fact]
    public void Create_SitesThatCannotServe_AreRefused()
    {
        var outline = Shapes.Box(CoordinateSystem.Metric, 0, 0, 100, 100);

        Assert.Throws<ArgumentException>(() => VoronoiTiling.Create(outline, []));
        Assert.Throws<ArgumentException>(() => VoronoiTiling.Create(outline, [new GeoPoint(101, 5)]));
        Assert.Throws<ArgumentException>(() => VoronoiTiling.Create(outline, [new GeoPoint(5, 5), new GeoPoint(5, 5)]));
    }

    private static GridBoundary StarWithHole(CoordinateSystem system, TestRandom random, double x, double y, double radius) => GridBoundary.Create(
        system,
        [[Shapes.Star(random, x, y, radius, 90), Shapes.Star(random, x, y, radius * 0.3, 30)]]);

    private static void AssertExact(VoronoiTiling tiling, int count)
    {
        Assert.Equal(count, tiling.Faces.Count);
        Assert.Equal(NaiveGeometry.Chain([tiling.Outline]), NaiveGeometry.Chain(tiling.Faces));
        Assert.Equal(tiling.Outline.HalfSquareMillimetres, tiling.Faces.Aggregate(Int128.Zero, static (sum, f) => sum + f.HalfSquareMillimetres));
        Assert.All(tiling.Faces, static f => Assert.Equal(1, f.PolygonCount));
        var all = GridBoundary.Dissolve(tiling.Faces);
        Assert.Equal(NaiveGeometry.Chain([tiling.Outline]), NaiveGeometry.Chain([all]));
    }
}
