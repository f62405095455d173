namespace GridGovernance.Sdk.Geodesy;

/// <summary>Finds edges of one boundary that meet where they may not.</summary>
/// <remarks>Edges are swept from west to east; each is compared with those whose boxes it touches.</remarks>
internal static class EdgeContacts
{
    /// <summary>Says whether two edges cross or overlap, or else touch.</summary>
    /// <param name="a">One edge.</param>
    /// <param name="b">The other.</param>
    /// <param name="touches">Whether they have one point in common in which at least one of them ends.</param>
    /// <returns>The crossing or the overlap, or null.</returns>
    internal static BoundaryDefectKind? Meet(in DirectedEdge a, in DirectedEdge b, out bool touches)
    {
        // Of one ring, and no neighbours in it.
        var kind = Compare(new SweptEdge(a, 0, 0, -1), new SweptEdge(b, 0, 1, -1));
        touches = kind == BoundaryDefectKind.SelfTouch;
        return touches ? null : kind;
    }

    /// <summary>Looks for a crossing, an overlap, a spike or a ring that touches itself.</summary>
    /// <param name="boundary">The boundary.</param>
    /// <param name="most">The most pairs of edges that are looked at.</param>
    /// <param name="isComplete">Whether that was enough.</param>
    /// <returns>The first defect in the order of the sweep, a ring that touches itself only where nothing worse is; null when there is none.</returns>
    internal static BoundaryDefect? FindDefect(GridBoundary boundary, long most, out bool isComplete)
    {
        isComplete = true;
        var edges = Collect(boundary);
        Array.Sort(edges, static (a, b) => a.West != b.West ? a.West.CompareTo(b.West) : a.Position.CompareTo(b.Position));
        BoundaryDefect? touch = null;
        for (var i = 0; i < edges.Length; i++)
        {
            ref readonly var a = ref edges[i];
            for (var k = i + 1; k < edges.Length && edges[k].West <= a.East; k++)
            {
                if (--most < 0)
                {
                    isComplete = false;
                    return touch;
                }

                ref readonly var b = ref edges[k];
                if (b.South <= a.North && b.North >= a.South && Compare(a, b) is { } kind)
                {
                    var defect = new BoundaryDefect(kind, Place(boundary.System, a.Edge, b.Edge));
                    if (kind != BoundaryDefectKind.SelfTouch)
                    {
                        return defect;
                    }

                    touch ??= defect;
                }
            }
        }

        return touch;
    }

    /// <summary>Looks for every crossing, overlap, spike and ring that touches itself.</summary>
    /// <param name="boundary">The boundary.</param>
    /// <param name="most">How many to find at most.</param>
    /// <param name="pairs">The most pairs of edges that are looked at.</param>
    /// <returns>The defects in the order of the sweep; overlaps that hang together once, where they begin.</returns>
    internal static List<BoundaryDefect> FindDefects(GridBoundary boundary, int most, long pairs)
    {
        var edges = Collect(boundary);
        Array.Sort(edges, static (a, b) => a.West != b.West ? a.West.CompareTo(b.West) : a.Position.CompareTo(b.Position));
        var defects = new List<BoundaryDefect>();
        var touches = new HashSet<GeoPoint>();
        var overlaps = new ConnectedEdges();
        for (var i = 0; i < edges.Length && defects.Count < most; i++)
        {
            ref readonly var a = ref edges[i];
            for (var k = i + 1; k < edges.Length && edges[k].West <= a.East && defects.Count < most && pairs-- > 0; k++)
            {
                ref readonly var b = ref edges[k];
                if (b.South > a.North || b.North < a.South || Compare(a, b) is not { } kind)
                {
                    continue;
                }

                var place = Place(boundary.System, a.Edge, b.Edge);
                if (kind == BoundaryDefectKind.Overlap)
                {
                    overlaps.Join(a.Edge, b.Edge, defects.Count);
                }

                if (kind != BoundaryDefectKind.SelfTouch || touches.Add(place))
                {
                    defects.Add(new BoundaryDefect(kind, place));
                }
            }
        }

        var position = 0;
        defects.RemoveAll(defect => position++ is var at && defect.Kind == BoundaryDefectKind.Overlap && !overlaps.IsFirst(at));
        return defects;
    }

    private static SweptEdge[] Collect(GridBoundary boundary)
    {
        var edges = new SweptEdge[boundary.VertexCount];
        var count = 0;
        for (var ring = 0; ring < boundary.RingCount; ring++)
        {
            var points = boundary.RingQuanta(ring);
            var first = count;
            for (var i = 0; i < points.Length; i += 2)
            {
                var k = i + 2 == points.Length ? 0 : i + 2;
                edges[count] = new SweptEdge(
                    new DirectedEdge(points[i], points[i + 1], points[k], points[k + 1]),
                    ring,
                    count,
                    k == 0 ? first : count + 1);
                count++;
            }
        }

        return edges;
    }

    private static BoundaryDefectKind? Compare(in SweptEdge a, in SweptEdge b)
    {
        var (p, q) = (a.Edge, b.Edge);
        var fromSide = ExactPredicates.Orientation(p.FromX, p.FromY, p.ToX, p.ToY, q.FromX, q.FromY);
        var toSide = ExactPredicates.Orientation(p.FromX, p.FromY, p.ToX, p.ToY, q.ToX, q.ToY);
        if (fromSide == 0 && toSide == 0)
        {
            return CompareOnOneLine(a, b);
        }

        if (fromSide * toSide > 0)
        {
            return null;
        }

        var startSide = ExactPredicates.Orientation(q.FromX, q.FromY, q.ToX, q.ToY, p.FromX, p.FromY);
        var endSide = ExactPredicates.Orientation(q.FromX, q.FromY, q.ToX, q.ToY, p.ToX, p.ToY);
        if (startSide * endSide > 0)
        {
            return null;
        }

        if (fromSide * toSide < 0 && startSide * endSide < 0)
        {
            return BoundaryDefectKind.Crossing;
        }

        // They touch in one point: right for neighbours along the ring and, as far as one point goes, for different rings.
        return a.Ring != b.Ring || a.Next == b.Position || b.Next == a.Position ? null : BoundaryDefectKind.SelfTouch;
    }

    private static BoundaryDefectKind? CompareOnOneLine(in SweptEdge a, in SweptEdge b)
    {
        var (low, high) = a.Edge.FromX == a.Edge.ToX
            ? (Math.Max(a.South, b.South), Math.Min(a.North, b.North))
            : (Math.Max(a.West, b.West), Math.Min(a.East, b.East));
        if (low != high)
        {
            return low < high ? BoundaryDefectKind.Overlap : null;
        }

        return a.Ring != b.Ring || a.Next == b.Position || b.Next == a.Position ? null : BoundaryDefectKind.SelfTouch;
    }

    internal static GeoPoint Place(CoordinateSystem system, DirectedEdge a, DirectedEdge b)
    {
        double dx = a.ToX - a.FromX, dy = a.ToY - a.FromY, ex = b.ToX - b.FromX, ey = b.ToY - b.FromY;
        var cross = (dx * ey) - (dy * ex);
        if (cross == 0)
        {
            var inside = new EdgeBox(Math.Min(a.FromX, a.ToX), Math.Min(a.FromY, a.ToY), Math.Max(a.FromX, a.ToX), Math.Max(a.FromY, a.ToY))
                .Contains(new DirectedEdge(b.FromX, b.FromY, b.FromX, b.FromY));
            return inside ? system.ToPoint(b.FromX, b.FromY) : system.ToPoint(b.ToX, b.ToY);
        }

        var along = (((b.FromX - a.FromX) * ey) - ((b.FromY - a.FromY) * ex)) / cross;
        return system.ToPoint(a.FromX + (long)Math.Round(along * dx), a.FromY + (long)Math.Round(along * dy));
    }

    private readonly record struct SweptEdge
    {
        internal SweptEdge(DirectedEdge edge, int ring, int position, int next) => (Edge, Ring, Position, Next) = (edge, ring, position, next);

        internal DirectedEdge Edge { get; }

        internal int Ring { get; }

        internal int Position { get; }

        internal int Next { get; }

        internal long West => Math.Min(Edge.FromX, Edge.ToX);

        internal long East => Math.Max(Edge.FromX, Edge.ToX);

        internal long South => Math.Min(Edge.FromY, Edge.ToY);

        internal long North => Math.Max(Edge.FromY, Edge.ToY);
    }
}
