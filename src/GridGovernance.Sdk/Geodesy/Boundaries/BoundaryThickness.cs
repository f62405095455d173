using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Buffer;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>Says how thick an area is: whether a disc of some diameter fits into it anywhere.</summary>
internal static class BoundaryThickness
{
    /// <summary>Says whether no disc of a diameter fits into an area: it is empty when its border moves inwards by half of it.</summary>
    /// <param name="boundary">The area.</param>
    /// <param name="metres">The diameter, at least 0.</param>
    /// <returns>True when the area is nowhere as thick.</returns>
    internal static bool IsWithin(GridBoundary boundary, double metres)
    {
        if (metres <= 0)
        {
            return false;
        }

        // A flat picture in metres around the middle of the area is true enough for an area that is not much thicker than a tolerance.
        var bounds = boundary.Bounds;
        var (system, centre) = (boundary.System, bounds.Centre);
        var unit = 1.0 / system.QuantaPerUnit * (system.IsGeographic ? 10_000 : 1);
        var eastScale = system.DistanceMetres(centre, new GeoPoint(centre.X + unit, centre.Y)) / unit;
        var northScale = system.DistanceMetres(centre, new GeoPoint(centre.X, centre.Y + unit)) / unit;
        var polygons = new List<Polygon>();
        var rings = new List<LinearRing>();
        for (var i = 0; i < boundary.RingCount; i++)
        {
            var ring = boundary.Ring(i);
            if (!ring.IsHole && rings.Count > 0)
            {
                polygons.Add(new Polygon(rings[0], [.. rings.Skip(1)]));
                rings.Clear();
            }

            rings.Add(ToRing(ring, p => new Coordinate((p.X - centre.X) * eastScale, (p.Y - centre.Y) * northScale)));
        }

        polygons.Add(new Polygon(rings[0], [.. rings.Skip(1)]));
        return BufferOp.Buffer(new MultiPolygon([.. polygons]), -metres / 2).IsEmpty;
    }

    private static LinearRing ToRing(BoundaryRing ring, Func<GeoPoint, Coordinate> place)
    {
        var points = new Coordinate[ring.Count + 1];
        for (var i = 0; i < ring.Count; i++)
        {
            points[i] = place(ring[i]);
        }

        points[^1] = points[0].Copy();
        return new LinearRing(points);
    }
}
