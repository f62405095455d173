using NetTopologySuite.Geometries;
using NetTopologySuite.Triangulate;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>The edges of the Voronoi diagram of some sites, cut to a box and rounded to the quantum.</summary>
/// <remarks>
/// Longitude is scaled by the cosine of the middle latitude, so that "nearest" means nearest on the ground. A ring of far sites around the box
/// bounds every cell; none of them is nearest to any place inside the box.
/// </remarks>
internal static class VoronoiEdges
{
    private const int FarSites = 16;
    private const double FarFactor = 4;

    /// <summary>Computes the edges.</summary>
    /// <param name="sites">The sites in quanta, different from each other, inside the box.</param>
    /// <param name="box">The box that must be filled.</param>
    /// <param name="eastScale">Ground length of one quantum of X by that of one quantum of Y.</param>
    /// <returns>Different edges, sorted.</returns>
    internal static List<DirectedEdge> Compute(IReadOnlyList<(long X, long Y)> sites, EdgeBox box, double eastScale)
    {
        var (width, height) = ((box.East - box.West) * eastScale, (double)(box.North - box.South));
        var (centreX, centreY) = (box.West + ((box.East - box.West) / 2), box.South + ((box.North - box.South) / 2));
        var radius = FarFactor * (width + height + 1);
        var plane = new List<Coordinate>(sites.Count + FarSites);
        foreach (var (x, y) in sites)
        {
            plane.Add(new Coordinate((x - centreX) * eastScale, y - centreY));
        }

        for (var i = 0; i < FarSites; i++)
        {
            var (sin, cos) = DeterministicMath.SinCos(2 * Math.PI * i / FarSites);
            plane.Add(new Coordinate(radius * cos, radius * sin));
        }

        var builder = new VoronoiDiagramBuilder();
        builder.SetSites(plane);
        var margin = (box.East - box.West + box.North - box.South) / 8.0 + 8;
        var edges = new HashSet<DirectedEdge>();
        foreach (var cell in builder.GetSubdivision().GetVoronoiCellPolygons(GeometryFactory.Floating))
        {
            var ring = ((Polygon)cell).Shell.CoordinateSequence;
            for (var i = 1; i < ring.Count; i++)
            {
                var from = (X: ring.GetX(i - 1) / eastScale, Y: ring.GetY(i - 1));
                var to = (X: ring.GetX(i) / eastScale, Y: ring.GetY(i));

                // Both cells beside an edge cut it from the same end, so that they round it alike.
                if (from.CompareTo(to) > 0)
                {
                    (from, to) = (to, from);
                }

                if (Clip(ref from, ref to, (box.East - centreX) + margin, (box.North - centreY) + margin))
                {
                    var edge = new DirectedEdge(
                        (long)Math.Round(from.X) + centreX,
                        (long)Math.Round(from.Y) + centreY,
                        (long)Math.Round(to.X) + centreX,
                        (long)Math.Round(to.Y) + centreY);
                    if (edge != edge.Reverse)
                    {
                        edges.Add(edge.IsCanonical ? edge : edge.Reverse);
                    }
                }
            }
        }

        var sorted = new List<DirectedEdge>(edges);
        sorted.Sort(static (a, b) => (a.FromX, a.FromY, a.ToX, a.ToY).CompareTo((b.FromX, b.FromY, b.ToX, b.ToY)));
        return sorted;
    }

    // Liang and Barsky, A New Concept and Method for Line Clipping, 1984, for a box around the origin.
    private static bool Clip(ref (double X, double Y) from, ref (double X, double Y) to, double halfWidth, double halfHeight)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        if (!double.IsFinite(dx) || !double.IsFinite(dy))
        {
            return false;
        }

        var (enter, leave) = (0.0, 1.0);
        if (!Cut(-dx, from.X + halfWidth, ref enter, ref leave) || !Cut(dx, halfWidth - from.X, ref enter, ref leave)
            || !Cut(-dy, from.Y + halfHeight, ref enter, ref leave) || !Cut(dy, halfHeight - from.Y, ref enter, ref leave))
        {
            return false;
        }

        var start = from;
        if (leave < 1)
        {
            to = (start.X + (leave * dx), start.Y + (leave * dy));
        }

        if (enter > 0)
        {
            from = (start.X + (enter * dx), start.Y + (enter * dy));
        }

        return true;
    }

    private static bool Cut(double direction, double room, ref double enter, ref double leave)
    {
        if (direction == 0)
        {
            return room >= 0;
        }

        var at = room / direction;
        if (direction < 0)
        {
            enter = Math.Max(enter, at);
        }
        else
        {
            leave = Math.Min(leave, at);
        }

        return enter <= leave;
    }
}
