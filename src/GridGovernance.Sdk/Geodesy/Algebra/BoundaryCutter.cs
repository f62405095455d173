namespace GridGovernance.Sdk.Geodesy;

/// <summary>Cuts one boundary along one line whose ends are corners of it: the line is added in both directions, and the areas to the left are traced anew.</summary>
internal sealed class BoundaryCutter(GridBoundary boundary, List<(long X, long Y)> line)
{
    /// <summary>Cuts.</summary>
    /// <returns>Both sides, or the problem.</returns>
    internal BoundaryCut Cut()
    {
        var (forward, backward) = (new HashSet<DirectedEdge>(), new HashSet<DirectedEdge>());
        var edges = new List<DirectedEdge>();
        boundary.AddEdgesTo(edges);
        for (var i = 1; i < line.Count; i++)
        {
            var edge = new DirectedEdge(line[i - 1].X, line[i - 1].Y, line[i].X, line[i].Y);
            if (!forward.Add(edge) || forward.Contains(edge.Reverse))
            {
                return new BoundaryCut(BoundaryCutProblem.LeavesArea);
            }

            backward.Add(edge.Reverse);
            edges.Add(edge);
            edges.Add(edge.Reverse);
        }

        return RingTracer.Trace(boundary.System, edges) is { } traced ? Divide(traced, forward, backward) : new BoundaryCut(BoundaryCutProblem.LeavesArea);
    }

    private BoundaryCut Divide(GridBoundary traced, HashSet<DirectedEdge> forward, HashSet<DirectedEdge> backward)
    {
        var isRight = new bool[traced.PolygonCount];
        var isLeft = new bool[traced.PolygonCount];
        for (var i = 0; i < traced.RingCount; i++)
        {
            var points = traced.RingQuanta(i);
            var polygon = traced.Ring(i).Polygon;
            for (var k = 0; k < points.Length; k += 2)
            {
                var next = (k + 2) % points.Length;
                var edge = new DirectedEdge(points[k], points[k + 1], points[next], points[next + 1]);
                isLeft[polygon] |= forward.Contains(edge);
                isRight[polygon] |= backward.Contains(edge);
            }
        }

        // Where the same area lies on both sides, it bears the line in both directions, or the line has cancelled.
        if (isLeft.Zip(isRight).Any(static side => side.First && side.Second) || !isLeft.Concat(isRight).Contains(true))
        {
            return new BoundaryCut(BoundaryCutProblem.DoesNotDivide);
        }

        var (left, right) = (Collect(traced, polygon => !isRight[polygon]), Collect(traced, polygon => isRight[polygon]));
        return left is not null && right is not null && IsPart(left) && IsPart(right)
            && left.HalfSquareMillimetres + right.HalfSquareMillimetres == boundary.HalfSquareMillimetres
            ? new BoundaryCut(left, right)
            : new BoundaryCut(BoundaryCutProblem.LeavesArea);
    }

    private bool IsPart(GridBoundary side) =>
        side.HalfSquareMillimetres > 0 && side.HalfSquareMillimetres < boundary.HalfSquareMillimetres && BoundaryCheck.Find(side) is null;

    private GridBoundary? Collect(GridBoundary traced, Func<int, bool> isOurs)
    {
        var builder = new BoundaryBuilder(boundary.System);
        for (var i = 0; i < traced.RingCount; i++)
        {
            var ring = traced.Ring(i);
            if (!isOurs(ring.Polygon))
            {
                continue;
            }

            if (!ring.IsHole)
            {
                builder.BeginPolygon();
            }

            for (var k = 0; k < ring.Count; k++)
            {
                builder.Add(ring.Quanta[2 * k], ring.Quanta[(2 * k) + 1]);
            }

            builder.EndRing();
        }

        return builder.Build();
    }
}
