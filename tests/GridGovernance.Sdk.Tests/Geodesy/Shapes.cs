using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Tests.Geodesy;

/// <summary>Boundaries that tests need often.</summary>
internal static class Shapes
{
    internal static GridBoundary Box(CoordinateSystem system, double west, double south, double east, double north) =>
        GridBoundary.Create(system, new GeoPoint(west, south), new GeoPoint(east, south), new GeoPoint(east, north), new GeoPoint(west, north));

    internal static GeoPoint[] BoxRing(double west, double south, double east, double north) =>
        [new(west, south), new(east, south), new(east, north), new(west, north)];

    /// <summary>A star around a centre with random radii: simple, not convex.</summary>
    internal static GeoPoint[] Star(TestRandom random, double centreX, double centreY, double radius, int points)
    {
        var ring = new GeoPoint[points];
        for (var i = 0; i < points; i++)
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * i / points);
            var r = radius * random.Between(0.4, 1);
            ring[i] = new GeoPoint(centreX + (r * cos), centreY + (r * sin));
        }

        return ring;
    }

    internal static GeoPoint[] Sites(TestRandom random, GridBoundary outline, int count)
    {
        var bounds = outline.Bounds;
        var sites = new List<GeoPoint>();
        while (sites.Count < count)
        {
            var point = outline.System.Round(new GeoPoint(random.Between(bounds.West, bounds.East), random.Between(bounds.South, bounds.North)));
            if (outline.Contains(point) && !sites.Contains(point))
            {
                sites.Add(point);
            }
        }

        return [.. sites];
    }
}
