using FsCheck;
using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Tests.Geodesy;

/// <summary>The fast answer against the boundary's own.</summary>
public class BoundaryProbeProperties
{
    [Property(MaxTest = 300)]
    public void Contains_RandomPlacesAndPlacesOnTheBorder_AnswersLikeTheBoundary(DoNotSize<int> seed)
    {
        var random = new TestRandom((ulong)seed.Item);
        var system = CoordinateSystem.All[random.Below(CoordinateSystem.All.Count)];
        var probe = new BoundaryProbe();
        for (var round = 0; round < 4; round++)
        {
            // From some quanta to wider than what is compared in doubles.
            var radius = 10 * Math.Pow(10, random.Below(8)) / system.QuantaPerUnit;
            var (x, y) = system.IsGeographic ? (107.3, 31.7) : (3.0, -2_000.0);
            if (Try(() => GridBoundary.Create(system, [[Shapes.Star(random, x, y, radius, 3 + random.Below(20)), Shapes.Star(random, x, y, radius / 4, 3 + random.Below(4))]])) is not { } boundary)
            {
                continue;
            }

            foreach (var point in Places(boundary, random))
            {
                Assert.Equal(boundary.Contains(point), probe.Contains(boundary, point));
            }
        }
    }

    [Fact]
    public void Contains_APlaceThatIsNone_SaysNo()
    {
        var box = Shapes.Box(CoordinateSystem.Cgcs2000, 107, 31, 107.01, 31.01);

        Assert.False(new BoundaryProbe().Contains(box, new GeoPoint(double.NaN, 31.005)));
        Assert.False(new BoundaryProbe().Contains(box, new GeoPoint(107.005, 1e300)));
        Assert.True(new BoundaryProbe().Contains(box, new GeoPoint(107, 31)));
        Assert.False(new BoundaryProbe().Contains(box, new GeoPoint(107.01, 31.005)));
        Assert.False(new BoundaryProbe().Contains(box, new GeoPoint(107.005, 31.01)));
    }

    // Anywhere, at corners, on edges, and a fraction of the quantum beside them.
    private static IEnumerable<GeoPoint> Places(GridBoundary boundary, TestRandom random)
    {
        var (bounds, quantum) = (boundary.Bounds, 1.0 / boundary.System.QuantaPerUnit);
        for (var i = 0; i < 20; i++)
        {
            yield return new GeoPoint(random.Between(bounds.West, bounds.East), random.Between(bounds.South, bounds.North));
            var ring = boundary.Ring(random.Below(boundary.RingCount));
            var at = random.Below(ring.Count);
            var (a, b, along) = (ring[at], ring[(at + 1) % ring.Count], random.Below(5) / 4.0);
            var (x, y) = (a.X + (along * (b.X - a.X)), a.Y + (along * (b.Y - a.Y)));
            yield return new GeoPoint(x, y);
            yield return new GeoPoint(x + (random.Between(-1, 1) * quantum / 1000), y);
            yield return new GeoPoint(x, a.Y);
        }
    }

    private static GridBoundary? Try(Func<GridBoundary> create)
    {
        try
        {
            return create();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
