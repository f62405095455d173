using GridGovernance.Sdk.Geodesy;
using NetTopologySuite.Operation.Valid;
using Nts = NetTopologySuite.Geometries;

namespace GridGovernance.Sdk.Tests.Geodesy;

public class BoundaryCheckProperties
{
    // On coordinates this small the geometry library's predicates are exact too.
    [Property(MaxTest = 3000)]
    public void Find_AnyBoundary_AgreesWithTheGeometryLibrary(int seed)
    {
        var random = new TestRandom((ulong)seed);
        if (Draw(random) is not { } boundary)
        {
            return;
        }

        var expected = new IsValidOp(ToNts(boundary)).ValidationError;

        var found = BoundaryCheck.Find(boundary);
        var swept = BoundarySweep.FindDefect(boundary);

        Assert.True((expected is null) == (found is null), $"library: {expected?.Message} at {expected?.Coordinate}; ours: {found}; {Text(boundary)}");
        Assert.Equal(found?.Kind, swept?.Kind);
        if (found is not null)
        {
            Assert.Equal(IsMeeting(boundary), found.Kind is BoundaryDefectKind.Crossing or BoundaryDefectKind.Overlap);
        }
    }

    // Whether any two edges cross or overlap, each compared with each; rings that only change sides in a shared corner are left out.
    private static bool IsMeeting(GridBoundary boundary)
    {
        var edges = new List<DirectedEdge>();
        boundary.AddEdgesTo(edges);
        for (var i = 0; i < edges.Count; i++)
        {
            for (var k = i + 1; k < edges.Count; k++)
            {
                if (EdgeContacts.Meet(edges[i], edges[k], out _) is not null)
                {
                    return true;
                }
            }
        }

        return BoundarySweep.FindDefect(boundary)?.Kind == BoundaryDefectKind.Crossing;
    }

    // A few rings on a raster so coarse that corners, lines and whole rings coincide often, and now and then one that is valid.
    private static GridBoundary? Draw(TestRandom random)
    {
        var polygons = new List<IReadOnlyList<IReadOnlyList<GeoPoint>>>();
        var size = 3 + random.Below(8);
        for (var p = random.Below(3); p >= 0; p--)
        {
            var rings = new List<IReadOnlyList<GeoPoint>>();
            for (var r = random.Below(4); r >= 0; r--)
            {
                rings.Add(random.Below(3) == 0 ? Any(random, size) : Box(random, size));
            }

            polygons.Add(rings);
        }

        try
        {
            return GridBoundary.Create(CoordinateSystem.Metric, polygons);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static GeoPoint[] Any(TestRandom random, int size) => [.. Enumerable.Range(0, 3 + random.Below(4)).Select(_ => new GeoPoint(random.Below(size), random.Below(size)))];

    private static GeoPoint[] Box(TestRandom random, int size)
    {
        var (x, y) = (random.Below(size), random.Below(size));
        var (width, height) = (1 + random.Below(size), 1 + random.Below(size));
        return random.Below(3) == 0
            ? [new(x, y + 1), new(x + 1, y), new(x + 2, y + 1), new(x + 1, y + 2)]
            : Shapes.BoxRing(x, y, x + width, y + height);
    }

    private static string Text(GridBoundary boundary) => ToNts(boundary).AsText();

    private static Nts.MultiPolygon ToNts(GridBoundary boundary)
    {
        var factory = Nts.GeometryFactory.Floating;
        var polygons = new List<Nts.Polygon>();
        var rings = Enumerable.Range(0, boundary.RingCount).Select(boundary.Ring).ToList();
        foreach (var polygon in rings.GroupBy(static r => r.Polygon))
        {
            var lines = polygon.Select(r => factory.CreateLinearRing([.. Enumerable.Range(0, r.Count + 1).Select(i => new Nts.Coordinate(r[i % r.Count].X, r[i % r.Count].Y))])).ToList();
            polygons.Add(factory.CreatePolygon(lines[0], [.. lines.Skip(1)]));
        }

        return factory.CreateMultiPolygon([.. polygons]);
    }
}
