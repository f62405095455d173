using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Tests.Geodesy;

public class GridBoundaryTests
{
    [Fact]
    public void Create_TheCallersPoints_AreCopied()
    {
        var ring = Shapes.BoxRing(0, 0, 10, 10);
        var boundary = GridBoundary.Create(CoordinateSystem.Metric, ring);

        ring[0] = new GeoPoint(-500, -500);

        Assert.Equal(100, boundary.AreaSquareMetres);
    }

    [Fact]
    public void Create_ClockwiseShellAndCounterClockwiseHole_AreTurned()
    {
        var boundary = GridBoundary.Create(CoordinateSystem.Metric, [[Shapes.BoxRing(0, 0, 10, 10).Reverse().ToArray(), Shapes.BoxRing(2, 2, 4, 4)]]);

        Assert.Equal(96, boundary.AreaSquareMetres);
        Assert.Equal([false, true], Enumerable.Range(0, 2).Select(i => boundary.Ring(i).IsHole));
    }

    [Theory]
    [InlineData(double.NaN, 0)]
    [InlineData(double.PositiveInfinity, 0)]
    [InlineData(181, 0)]
    [InlineData(0, 91)]
    [InlineData(0, 1e308)]
    public void Create_APointOutOfRange_IsRefused(double x, double y) =>
        Assert.Throws<ArgumentException>(() => GridBoundary.Create(CoordinateSystem.Cgcs2000, new GeoPoint(0, 0), new GeoPoint(1, 0), new GeoPoint(x, y)));

    [Fact]
    public void Create_ARingWithoutArea_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => GridBoundary.Create(CoordinateSystem.Metric, new GeoPoint(0, 0), new GeoPoint(1, 1), new GeoPoint(0, 0)));
        Assert.Throws<ArgumentException>(() => GridBoundary.Create(CoordinateSystem.Metric, new GeoPoint(0, 0), new GeoPoint(1, 1), new GeoPoint(2, 2)));
        Assert.Throws<ArgumentException>(() => GridBoundary.Create(CoordinateSystem.Metric, Array.Empty<IReadOnlyList<IReadOnlyList<GeoPoint>>>()));
    }

    [Fact]
    public void Contains_OnBorders_IsHalfOpen()
    {
        var box = Shapes.Box(CoordinateSystem.Metric, 0, 0, 10, 10);

        Assert.True(box.Contains(new GeoPoint(0, 0)));
        Assert.True(box.Contains(new GeoPoint(0, 5)));
        Assert.True(box.Contains(new GeoPoint(5, 0)));
        Assert.False(box.Contains(new GeoPoint(10, 5)));
        Assert.False(box.Contains(new GeoPoint(5, 10)));
        Assert.False(box.Contains(new GeoPoint(double.NaN, 5)));
    }

    [Property(MaxTest = 100)]
    public void Contains_AnyPointOfATiling_LiesInExactlyOneFaceAsTheNaiveCountSays(int seed)
    {
        var random = new TestRandom((ulong)seed);
        var outline = GridBoundary.Create(CoordinateSystem.Metric, Shapes.Star(random, 0, 0, 0.2, 12));
        var tiling = VoronoiTiling.Create(outline, Spread(random, outline));
        for (var i = 0; i < 300; i++)
        {
            // A raster this coarse that many points lie on borders and corners.
            var (x, y) = (random.Below(440) - 220L, random.Below(440) - 220L);
            var inside = NaiveGeometry.Contains(tiling.Outline, x, y);
            var point = new GeoPoint(x / 1000.0, y / 1000.0);

            Assert.Equal(inside, tiling.Outline.Contains(point));
            Assert.Equal(inside ? 1 : 0, tiling.Faces.Count(f => f.Contains(point)));
            Assert.All(tiling.Faces, f => Assert.Equal(NaiveGeometry.Contains(f, x, y), f.Contains(point)));
        }
    }

    [Fact]
    public void Dissolve_ARingOfBoxes_LeavesAHole()
    {
        var parts = new List<GridBoundary>();
        for (var i = 0; i < 9; i++)
        {
            if (i != 4)
            {
                parts.Add(Shapes.Box(CoordinateSystem.Metric, i % 3, i / 3, (i % 3) + 1, (i / 3) + 1));
            }
        }

        var ring = GridBoundary.Dissolve(parts);

        Assert.Equal((1, 2, 8.0), (ring.PolygonCount, ring.RingCount, ring.AreaSquareMetres));
        Assert.Null(BoundaryCheck.Find(ring));
    }

    [Fact]
    public void Dissolve_AHoleThatTouchesTheOuterLine_IsARingOfItsOwn()
    {
        // The last box is missing at a corner of the hole's diagonal, so that hole and outside meet in one point.
        var parts = new List<GridBoundary>();
        for (var i = 0; i < 16; i++)
        {
            if (i is not (5 or 0))
            {
                parts.Add(Shapes.Box(CoordinateSystem.Metric, i % 4, i / 4, (i % 4) + 1, (i / 4) + 1));
            }
        }

        var joined = GridBoundary.Dissolve(parts);

        Assert.Equal((1, 2, 14.0), (joined.PolygonCount, joined.RingCount, joined.AreaSquareMetres));
        Assert.Null(BoundaryCheck.Find(joined));
    }

    [Fact]
    public void Dissolve_BoxesThatTouchInAPoint_AreTwoPolygons()
    {
        var joined = GridBoundary.Dissolve([Shapes.Box(CoordinateSystem.Metric, 0, 0, 1, 1), Shapes.Box(CoordinateSystem.Metric, 1, 1, 2, 2)]);

        Assert.Equal((2, 2, 2.0), (joined.PolygonCount, joined.RingCount, joined.AreaSquareMetres));
        Assert.Null(BoundaryCheck.Find(joined));
    }

    [Fact]
    public void Dissolve_AHoleThatCutsTheInsideApart_GivesTwoPolygons()
    {
        // Without the middle and two opposite corners, nine boxes leave two arms that meet in points alone.
        var parts = new List<GridBoundary>();
        for (var i = 0; i < 9; i++)
        {
            if (i is not (0 or 4 or 8))
            {
                parts.Add(Shapes.Box(CoordinateSystem.Metric, i % 3, i / 3, (i % 3) + 1, (i / 3) + 1));
            }
        }

        var joined = GridBoundary.Dissolve(parts);

        Assert.Equal((2, 2, 6.0), (joined.PolygonCount, joined.RingCount, joined.AreaSquareMetres));
        Assert.Null(BoundaryCheck.Find(joined));
    }

    [Fact]
    public void Dissolve_AnIslandInALake_KeepsBoth()
    {
        var land = GridBoundary.Create(CoordinateSystem.Metric, [[Shapes.BoxRing(0, 0, 10, 10), Shapes.BoxRing(2, 2, 8, 8)]]);
        var island = GridBoundary.Create(CoordinateSystem.Metric, [[Shapes.BoxRing(3, 3, 7, 7), Shapes.BoxRing(4, 4, 5, 5)]]);

        var joined = GridBoundary.Dissolve([land, island]);

        Assert.Equal((2, 4, 64.0 + 15), (joined.PolygonCount, joined.RingCount, joined.AreaSquareMetres));
        Assert.Null(BoundaryCheck.Find(joined));
    }

    [Fact]
    public void LabelPoint_OfAnyShape_LiesInside()
    {
        var random = new TestRandom(4);
        for (var i = 0; i < 200; i++)
        {
            var boundary = GridBoundary.Create(CoordinateSystem.Metric, [[Shapes.Star(random, 0, 0, 50, 30), Shapes.Star(random, 0, 0, 15, 12)]]);

            Assert.True(boundary.Contains(boundary.LabelPoint));
        }
    }

    private static GeoPoint[] Spread(TestRandom random, GridBoundary outline)
    {
        // At least ten quanta apart, or the tiling refuses them.
        var sites = new List<GeoPoint>();
        foreach (var site in Shapes.Sites(random, outline, 12))
        {
            if (sites.TrueForAll(s => Math.Max(Math.Abs(s.X - site.X), Math.Abs(s.Y - site.Y)) > 0.02)
                && new[] { -0.012, 0, 0.012 }.All(dx => new[] { -0.012, 0, 0.012 }.All(dy => outline.Contains(new GeoPoint(site.X + dx, site.Y + dy)))))
            {
                sites.Add(site);
            }
        }

        return sites.Count > 0 ? [.. sites] : [outline.LabelPoint];
    }
}
