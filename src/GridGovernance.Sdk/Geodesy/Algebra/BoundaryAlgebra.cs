namespace GridGovernance.Sdk.Geodesy;

/// <summary>Exact changes of boundaries on the quantum: union, difference and cut move no point and lose no area.</summary>
/// <remarks>Edges that two areas share run in opposite directions and cancel; what remains bounds the result. No point is computed, so none is rounded.</remarks>
public static class BoundaryAlgebra
{
    /// <summary>Joins areas that share borders but do not overlap.</summary>
    /// <param name="parts">The areas; a corner of one that lies on an edge of another becomes a corner of both.</param>
    /// <returns>The union: its area is the sum of the areas.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no parts, their systems differ, or they overlap.</exception>
    public static GridBoundary Unite(IReadOnlyList<GridBoundary> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        return parts.Count == 0
            ? throw new ArgumentException("Expected at least one part, but found none.", nameof(parts))
            : TryUnite(parts) ?? throw new ArgumentException("Expected parts that share borders without overlap, but they overlap.", nameof(parts));
    }

    /// <summary>Joins areas that share borders; null where they overlap.</summary>
    internal static GridBoundary? TryUnite(IReadOnlyList<GridBoundary> parts)
    {
        var edges = new List<DirectedEdge>();
        foreach (var part in parts)
        {
            WithCornersOf(part, parts).AddEdgesTo(edges);
        }

        var union = RingTracer.Trace(parts[0].System, DirectedEdge.Cancel(edges));
        return union is not null && BoundaryCheck.Find(union) is null ? union : null;
    }

    /// <summary>Takes a part out of an area.</summary>
    /// <param name="whole">The area.</param>
    /// <param name="part">The part, inside it.</param>
    /// <returns>The rest: its area is the difference of the areas; null where nothing is left.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The systems differ, or the part does not lie inside the area.</exception>
    public static GridBoundary? Subtract(GridBoundary whole, GridBoundary part)
    {
        ArgumentNullException.ThrowIfNull(whole);
        ArgumentNullException.ThrowIfNull(part);
        return TrySubtract(whole, part, out var rest)
            ? rest
            : throw new ArgumentException("Expected a part inside the area, but it lies across or outside.", nameof(part));
    }

    /// <summary>Takes a part out of an area; false where it does not lie inside.</summary>
    internal static bool TrySubtract(GridBoundary whole, GridBoundary part, out GridBoundary? rest)
    {
        rest = null;
        var edges = new List<DirectedEdge>();
        WithCornersOf(part, [whole]).AddEdgesTo(edges);
        for (var i = 0; i < edges.Count; i++)
        {
            edges[i] = edges[i].Reverse;
        }

        WithCornersOf(whole, [part]).AddEdgesTo(edges);
        var left = DirectedEdge.Cancel(edges);
        if (left.Count == 0)
        {
            return true;
        }

        rest = RingTracer.Trace(whole.System, left);
        return rest is not null && BoundaryCheck.Find(rest) is null && rest.HalfSquareMillimetres < whole.HalfSquareMillimetres;
    }

    /// <summary>Makes corners of other boundaries that lie exactly on an edge corners of this boundary too, so that both have the same edges there.</summary>
    /// <param name="boundary">The boundary.</param>
    /// <param name="others">The others, in the same system; the boundary itself may be among them.</param>
    /// <returns>The same area with more points; the same instance where nothing is missing.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The systems differ.</exception>
    public static GridBoundary WithCornersOf(GridBoundary boundary, IEnumerable<GridBoundary> others)
    {
        ArgumentNullException.ThrowIfNull(boundary);
        ArgumentNullException.ThrowIfNull(others);
        var corners = new HashSet<(long X, long Y)>();
        foreach (var other in others)
        {
            if (!ReferenceEquals(other.System, boundary.System))
            {
                throw new ArgumentException($"Expected all boundaries in \"{boundary.System}\", but found one in \"{other.System}\".", nameof(others));
            }

            AddCorners(other, boundary, corners);
        }

        return WithCorners(boundary, corners);
    }

    /// <summary>Cuts an area in two along a line, on the quantum.</summary>
    /// <param name="boundary">The area.</param>
    /// <param name="path">The line from one place on the boundary to another, through the inside; or a closed line inside, its last point equal to its first. Points are rounded to the quantum.</param>
    /// <returns>Both sides, or why the line does not cut. The areas of both sides add up to the area exactly.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A point is not finite or out of range.</exception>
    public static BoundaryCut Cut(GridBoundary boundary, params IReadOnlyList<GeoPoint> path)
    {
        ArgumentNullException.ThrowIfNull(boundary);
        ArgumentNullException.ThrowIfNull(path);
        var line = new List<(long X, long Y)>(path.Count);
        foreach (var point in path)
        {
            var place = boundary.System.ToQuanta(point);
            if (line.Count == 0 || line[^1] != place)
            {
                line.Add(place);
            }
        }

        if (line.Count < 2)
        {
            return new BoundaryCut(BoundaryCutProblem.TooShort);
        }

        if (line[0] != line[^1])
        {
            boundary = WithCorners(boundary, [line[0], line[^1]]);
            if (!HasCorner(boundary, line[0]) || !HasCorner(boundary, line[^1]))
            {
                return new BoundaryCut(BoundaryCutProblem.EndOffBoundary);
            }
        }

        return new BoundaryCutter(boundary, line).Cut();
    }

    /// <summary>Makes places that lie exactly on an edge corners; others are passed over.</summary>
    internal static GridBoundary WithCorners(GridBoundary boundary, HashSet<(long X, long Y)> places)
    {
        // A place that is a corner already is kept: another ring may pass it without one.
        var near = places.Where(p => p.X >= boundary.West && p.X <= boundary.East && p.Y >= boundary.South && p.Y <= boundary.North).ToArray();
        if (near.Length == 0)
        {
            return boundary;
        }

        Array.Sort(near);
        var builder = new BoundaryBuilder(boundary.System);
        var found = false;
        for (var i = 0; i < boundary.RingCount; i++)
        {
            if (!boundary.Ring(i).IsHole)
            {
                builder.BeginPolygon();
            }

            var points = boundary.RingQuanta(i);
            for (var k = 0; k < points.Length; k += 2)
            {
                var next = (k + 2) % points.Length;
                var (ax, ay, bx, by) = (points[k], points[k + 1], points[next], points[next + 1]);
                builder.Add(ax, ay);
                foreach (var (x, y) in Between(near, ax, ay, bx, by))
                {
                    found = true;
                    builder.Add(x, y);
                }
            }

            builder.EndRing();
        }

        return found ? builder.Build()! : boundary;
    }

    private static void AddCorners(GridBoundary other, GridBoundary around, HashSet<(long X, long Y)> corners)
    {
        if (other.East < around.West || other.West > around.East || other.North < around.South || other.South > around.North)
        {
            return;
        }

        for (var i = 0; i < other.Quanta.Length; i += 2)
        {
            corners.Add((other.Quanta[i], other.Quanta[i + 1]));
        }
    }

    private static bool HasCorner(GridBoundary boundary, (long X, long Y) place)
    {
        for (var i = 0; i < boundary.Quanta.Length; i += 2)
        {
            if (boundary.Quanta[i] == place.X && boundary.Quanta[i + 1] == place.Y)
            {
                return true;
            }
        }

        return false;
    }

    // The places strictly inside an edge, in its direction: along an edge their order is that of the sorted places, or its reverse.
    private static List<(long X, long Y)> Between((long X, long Y)[] sorted, long ax, long ay, long bx, long by)
    {
        var found = new List<(long X, long Y)>();
        var first = Array.BinarySearch(sorted, (Math.Min(ax, bx), long.MinValue));
        for (var i = first < 0 ? ~first : first; i < sorted.Length && sorted[i].X <= Math.Max(ax, bx); i++)
        {
            var (x, y) = sorted[i];
            if (y >= Math.Min(ay, by) && y <= Math.Max(ay, by) && (x, y) != (ax, ay) && (x, y) != (bx, by) && ExactPredicates.Orientation(ax, ay, bx, by, x, y) == 0)
            {
                found.Add((x, y));
            }
        }

        if ((bx, by).CompareTo((ax, ay)) < 0)
        {
            found.Reverse();
        }

        return found;
    }
}
