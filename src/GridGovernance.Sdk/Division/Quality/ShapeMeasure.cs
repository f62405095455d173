using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Division;

/// <summary>How compact a shape is (形状紧凑度), by three measures of which each is 1 for a circle and less for anything else.</summary>
/// <remarks>
/// <para>Holes count: their borders make the border longer, and their land is not in the area. Several parts are one shape.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="AreaSquareMetres">The area A.</param>
/// <param name="PerimeterMetres">The length P of the whole border.</param>
/// <param name="PolsbyPopper">4πA ÷ P² (Polsby and Popper, "The third criterion", Yale Law &amp; Policy Review 9, 1991).</param>
/// <param name="Reock">A over the area of the smallest circle around it (Reock, "Measuring compactness as a requirement of legislative apportionment", 1961).</param>
/// <param name="MomentOfInertia">A² ÷ 2πI, where I is the second moment of area about the centroid (Li, Goodchild and Church, "An efficient measure of compactness for two-dimensional shapes", IJGIS 27, 2013).</param>
public sealed record ShapeMeasure(double AreaSquareMetres, double PerimeterMetres, double PolsbyPopper, double Reock, double MomentOfInertia)
{
    /// <summary>Measures a shape.</summary>
    /// <remarks>Area and border are those of the ellipsoid; circle and moment are measured in metres on the plane that touches the middle, which is within 0.01 % for shapes of some kilometres.</remarks>
    /// <param name="boundary">The shape.</param>
    /// <returns>Its measures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="boundary"/> is null.</exception>
    public static ShapeMeasure Of(GridBoundary boundary)
    {
        ArgumentNullException.ThrowIfNull(boundary);
        var frame = new FlatFrame(boundary.System, boundary.Bounds.Centre);
        var points = new List<(double East, double North)>(boundary.VertexCount);
        double area = 0, east = 0, north = 0, second = 0;
        for (var r = 0; r < boundary.RingCount; r++)
        {
            var ring = boundary.Ring(r);
            var from = frame.Of(ring[^1]);
            for (var i = 0; i < ring.Count; i++)
            {
                var to = frame.Of(ring[i]);
                points.Add(to);

                // Triangles from the origin of the frame: their areas, first and second moments, signed.
                var cross = (from.East * to.North) - (to.East * from.North);
                area += cross / 2;
                east += cross * (from.East + to.East) / 6;
                north += cross * (from.North + to.North) / 6;
                second += cross * ((from.East * from.East) + (from.East * to.East) + (to.East * to.East) + (from.North * from.North) + (from.North * to.North) + (to.North * to.North)) / 12;
                from = to;
            }
        }

        var inertia = second - (((east * east) + (north * north)) / area);
        var (exact, perimeter) = (boundary.AreaSquareMetres, PerimeterOf(boundary));
        return new ShapeMeasure(
            exact,
            perimeter,
            4 * Math.PI * exact / (perimeter * perimeter),
            area / (Math.PI * EnclosingCircle.SquareRadius(points)),
            area * area / (2 * Math.PI * inertia));
    }

    /// <summary>Measures the border of a shape, that of its holes included.</summary>
    /// <param name="boundary">The shape.</param>
    /// <returns>Metres.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="boundary"/> is null.</exception>
    public static double PerimeterOf(GridBoundary boundary)
    {
        ArgumentNullException.ThrowIfNull(boundary);
        var metres = 0.0;
        for (var r = 0; r < boundary.RingCount; r++)
        {
            var ring = boundary.Ring(r);
            for (var i = 0; i < ring.Count; i++)
            {
                metres += boundary.System.DistanceMetres(ring[(i == 0 ? ring.Count : i) - 1], ring[i]);
            }
        }

        return metres;
    }
}
