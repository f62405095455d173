using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Tests.Coverage;
using GridGovernance.Sdk.Tests.Geodesy;

namespace GridGovernance.Sdk.Tests.Grids;

public class GridLocatorTests
{
    private static readonly GridMap Map = new SampleCounty(CoordinateSystem.Cgcs2000, 9, 200, 4).Map();
    private static readonly GridLocator Locator = GridLocator.Create(Map, "cell");

    [Fact]
    public void Locate_AnyPoint_IsTheUnitThatHoldsIt()
    {
        foreach (var point in Points(3000))
        {
            var expected = Map.UnitsAt("cell").SingleOrDefault(u => u.Boundary!.Contains(point));

            Assert.Same(expected, Locator.Locate(point));
            var found = new List<GridUnit>();
            Assert.Equal(expected is null ? 0 : 1, Locator.LocateAll(point, found));
        }

        Assert.Null(Locator.Locate(new GeoPoint(double.NaN, 0)));
        Assert.Null(Locator.Locate(new GeoPoint(500, 0)));
    }

    // What prepared polygons in a tree answer for the same points as they are, not rounded to anything.
    [Fact]
    public void Locate_AnyPointOffTheQuantum_IsWhatTheGeometryLibrarySays()
    {
        var cells = Map.UnitsAt("cell");
        var prepared = cells.Select(static u => NetTopologySuite.Geometries.Prepared.PreparedGeometryFactory.Prepare(CoverageAuditTests.ToNts(u.Boundary!))).ToList();
        var random = new TestRandom(8);
        var points = Points(1000).ToList();
        foreach (var ring in cells.Select(static u => u.Boundary!.Ring(0)))
        {
            // A tenth of the quantum beside the middle of an edge: rounding to the quantum would tear it to the other side.
            var (a, b) = (ring[0], ring[1]);
            points.Add(new GeoPoint(((a.X + b.X) / 2) + random.Between(-1e-8, 1e-8), ((a.Y + b.Y) / 2) + random.Between(-1e-8, 1e-8)));
        }

        foreach (var point in points)
        {
            var place = new NetTopologySuite.Geometries.Point(point.X, point.Y);
            var expected = prepared.FindIndex(p => p.Covers(place));

            Assert.Same(expected < 0 ? null : cells[expected], Locator.Locate(point));
        }
    }

    [Fact]
    public void Locate_ManyPoints_AnswersAsOneByOne()
    {
        var points = Points(1000).Append(new GeoPoint(double.NaN, 0)).Append(new GeoPoint(500, 0)).ToArray();
        var units = new GridUnit?[points.Length + 1];
        units[^1] = Map.Units[0];

        var count = Locator.Locate(points, units);

        Assert.Equal(points.Select(Locator.Locate), units[..^1]);
        Assert.Equal(points.Count(p => Locator.Locate(p) is not null), count);
        Assert.Same(Map.Units[0], units[^1]);
        Assert.Throws<ArgumentException>(() => Locator.Locate(points, new GridUnit?[3]));
    }

    [Fact]
    public void Locate_Always_AllocatesNothing()
    {
        var points = Points(200).ToArray();
        var units = new GridUnit?[points.Length];
        Locator.Locate(points[0]);
        Locator.Locate(points, units);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Locator.Locate(points[1]);
        Locator.Locate(points, units);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void LocateChain_OfAPoint_LeadsToTheTop()
    {
        var cell = Map.UnitsAt("cell")[40];

        var chain = Locator.LocateChain(cell.Boundary!.LabelPoint);

        Assert.Equal([cell, Map.ParentOf(cell.Code)!, Map.UnitsAt("county")[0]], chain);
        Assert.Empty(Locator.LocateChain(new GeoPoint(0, 0)));
    }

    [Fact]
    public void FindNearest_ForAPointInside_IsTheUnitItself()
    {
        var cell = Map.UnitsAt("cell")[40];
        var point = cell.Boundary!.LabelPoint;

        Assert.Equal(new NearestUnit(cell, point, 0), Locator.FindNearest(point, 0));
    }

    [Fact]
    public void FindNearest_ForAPointOutside_IsTheNearestBorderWithinTheDistance()
    {
        var outside = 0;
        foreach (var point in Points(30).Where(static p => Locator.Locate(p) is null))
        {
            var (unit, metres) = NaiveNearest(point);
            var found = Locator.FindNearest(point, metres * 1.001);

            Assert.Same(unit, found!.Unit);
            Assert.Equal(metres, found.DistanceMetres, metres * 1e-6);
            Assert.Equal(found.DistanceMetres, Map.System!.DistanceMetres(point, found.At));
            Assert.Null(Locator.FindNearest(point, metres * 0.999));
            outside++;
        }

        Assert.InRange(outside, 5, 30);
        Assert.Null(Locator.FindNearest(new GeoPoint(107, 60), 1000));
        Assert.NotNull(Locator.FindNearest(new GeoPoint(107, 60), 5e6));
        Assert.Null(Locator.FindNearest(new GeoPoint(double.NaN, 0), 1000));
        Assert.Throws<ArgumentOutOfRangeException>(() => Locator.FindNearest(default, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Locator.FindNearest(default, double.NaN));
    }

    [Fact]
    public void Create_UnitsWithoutBoundaries_LocatesNothing()
    {
        var scheme = GridScheme.Compile(GridSchemeTests.Five(), out _)!;
        var locator = GridLocator.Create(GridMap.Create(scheme, [GridUnit.Create(scheme, GridCode.Parse("511921"), "county", GridKind.Division)], out _)!, "county");
        var units = new GridUnit?[1];

        Assert.Null(locator.Locate(default));
        Assert.Equal(0, locator.Locate([new GeoPoint(1, 1)], units));
        Assert.Equal(0, locator.LocateAll(default, []));
        Assert.Null(locator.FindNearest(default, 1));
    }

    private static IEnumerable<GeoPoint> Points(int count)
    {
        var random = new TestRandom(3);
        var bounds = Map.Units[0].Boundary!.Bounds;
        return Enumerable.Range(0, count).Select(_ => new GeoPoint(random.Between(bounds.West, bounds.East), random.Between(bounds.South, bounds.North)));
    }

    // The geodesic to points so close together on every border that the nearest of them is nearest of all.
    private static (GridUnit Unit, double Metres) NaiveNearest(GeoPoint point)
    {
        var best = (Unit: Map.Units[0], Metres: double.PositiveInfinity);
        foreach (var unit in Map.UnitsAt("cell"))
        {
            for (var r = 0; r < unit.Boundary!.RingCount; r++)
            {
                var ring = unit.Boundary.Ring(r);
                for (var i = 0; i < ring.Count; i++)
                {
                    var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
                    (a, b) = (a.X, a.Y).CompareTo((b.X, b.Y)) < 0 ? (a, b) : (b, a);
                    var (low, high) = (0.0, 1.0);
                    double At(double share) => Map.System!.DistanceMetres(point, new GeoPoint(a.X + (share * (b.X - a.X)), a.Y + (share * (b.Y - a.Y))));
                    for (var step = 0; step < 40; step++)
                    {
                        var (left, right) = (low + ((high - low) / 3), high - ((high - low) / 3));
                        (low, high) = At(left) <= At(right) ? (low, right) : (left, high);
                    }

                    var metres = Math.Min(At(low), Math.Min(At(0), At(1)));
                    best = metres < best.Metres - 1e-9 ? (unit, metres) : best;
                }
            }
        }

        return best;
    }
}
