namespace GridGovernance.Sdk.Geodesy;

/// <summary>Finds areas that come close to each other without touching, as careless surveys leave them.</summary>
public static class BoundaryProximity
{
    /// <summary>Finds all pairs whose borders come within a distance and have no point in common.</summary>
    /// <remarks>Boxes are swept from west to east, and only edges near the other's box are compared.</remarks>
    /// <param name="areas">The areas, all in one system.</param>
    /// <param name="withinMetres">The distance, from 0.</param>
    /// <returns>The pairs by first and then by second position, with the distance in metres, above 0.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="areas"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="withinMetres"/> is negative or not finite.</exception>
    /// <exception cref="ArgumentException">The systems of the areas differ.</exception>
    public static IReadOnlyList<(int First, int Second, double Metres)> Find(IReadOnlyList<GridBoundary> areas, double withinMetres)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentOutOfRangeException.ThrowIfNegative(withinMetres);
        if (!double.IsFinite(withinMetres))
        {
            throw new ArgumentOutOfRangeException(nameof(withinMetres), withinMetres, "A finite distance is expected.");
        }

        var touching = new HashSet<(int First, int Second)>();
        foreach (var pair in BoundaryAdjacency.Find(areas))
        {
            touching.Add((pair.First, pair.Second));
        }

        var pairs = new List<(int First, int Second, double Metres)>();
        int[] order = [.. Enumerable.Range(0, areas.Count).OrderBy(area => areas[area].West)];
        for (var i = 0; i < order.Length; i++)
        {
            var area = areas[order[i]];
            var (east, north) = area.System.MetresPerQuantum(area.Bounds.Centre.Y);
            var (reachEast, reachNorth) = ((long)(withinMetres / east) + 1, (long)(withinMetres / north) + 1);
            for (var k = i + 1; k < order.Length && areas[order[k]].West <= area.East + reachEast; k++)
            {
                var other = areas[order[k]];
                var (first, second) = (Math.Min(order[i], order[k]), Math.Max(order[i], order[k]));
                if (other.South <= area.North + reachNorth && other.North >= area.South - reachNorth && !touching.Contains((first, second))
                    && Distance(Near(area, other, reachEast, reachNorth), Near(other, area, reachEast, reachNorth), east, north) is var metres && metres <= withinMetres)
                {
                    pairs.Add((first, second, metres));
                }
            }
        }

        pairs.Sort();
        return pairs.AsReadOnly();
    }

    private static List<DirectedEdge> Near(GridBoundary area, GridBoundary other, long reachEast, long reachNorth)
    {
        var edges = new List<DirectedEdge>();
        area.AddEdgesTo(edges);
        var box = new EdgeBox(other.West - reachEast, other.South - reachNorth, other.East + reachEast, other.North + reachNorth);
        edges.RemoveAll(edge => !box.Touches(EdgeBox.Empty.Include(edge)));
        return edges;
    }

    // Lines that do not cross are nearest at an end of one of them.
    private static double Distance(List<DirectedEdge> mine, List<DirectedEdge> others, double east, double north)
    {
        var least = double.PositiveInfinity;
        foreach (var edge in mine)
        {
            foreach (var other in others)
            {
                least = Math.Min(least, Math.Min(Math.Min(Square(edge, other.FromX, other.FromY), Square(edge, other.ToX, other.ToY)), Math.Min(Square(other, edge.FromX, edge.FromY), Square(other, edge.ToX, edge.ToY))));
            }
        }

        return Math.Sqrt(least);

        double Square(DirectedEdge edge, long x, long y)
        {
            var (dx, dy) = ((edge.ToX - edge.FromX) * east, (edge.ToY - edge.FromY) * north);
            var (px, py) = ((x - edge.FromX) * east, (y - edge.FromY) * north);
            var along = Math.Clamp(((px * dx) + (py * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
            var (offX, offY) = (px - (along * dx), py - (along * dy));
            return (offX * offX) + (offY * offY);
        }
    }
}
