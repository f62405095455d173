namespace GridGovernance.Sdk.Geodesy;

/// <summary>Finds what is wrong with a boundary by one sweep over its points from west to east.</summary>
/// <remarks>
/// <para>M. I. Shamos and D. Hoey, Geometric intersection problems, 1976: of two edges that cross, some pair is next to each other on the sweep line before the crossing is reached, so only neighbours are
/// compared. Where nothing crosses, each gap between neighbours on the sweep line must look the same from below and from above, inside one polygon or outside of all: a hole or polygon
/// that lies where it may not shows at its first point. Rings of one polygon that touch in a circle of points cut its inside apart.</para>
/// <para>All predicates are evaluated on integers. Time is n log n and memory proportional to n, whatever the boundary is.</para>
/// </remarks>
internal sealed class BoundarySweep
{
    private readonly GridBoundary _boundary;
    private readonly int[] _points;
    private readonly int[] _ringOf;
    private readonly int[] _polygonOf;
    private readonly bool[] _isHole;
    private readonly bool[] _isSeen;
    private readonly int[] _touching;
    private readonly SweepStatus _status;
    private readonly List<(int Below, int Above)> _gaps = [];
    private readonly List<int> _arriving = [];
    private readonly List<int> _leaving = [];
    private BoundaryDefect? _touch;
    private BoundaryDefect? _nesting;
    private BoundaryDefect? _disconnection;

    private BoundarySweep(GridBoundary boundary)
    {
        _boundary = boundary;
        _points = new int[boundary.VertexCount];
        _ringOf = boundary.RingCount == 1 ? [] : new int[boundary.VertexCount];
        (_polygonOf, _isHole, _isSeen, _touching) = (new int[boundary.RingCount], new bool[boundary.RingCount], new bool[boundary.RingCount], new int[boundary.RingCount]);
        for (var index = 0; index < boundary.RingCount; index++)
        {
            var ring = boundary.Ring(index);
            (_polygonOf[index], _isHole[index], _touching[index]) = (ring.Polygon, ring.IsHole, index);
            if (_ringOf.Length > 0)
            {
                _ringOf.AsSpan(boundary.RingStart(index), ring.Count).Fill(index);
            }
        }

        _status = new SweepStatus(boundary);
    }

    /// <summary>Looks for a defect.</summary>
    /// <param name="boundary">The boundary.</param>
    /// <returns>A crossing or an overlap where there is one, else a ring that touches itself, else one that lies where it may not, else the cut inside; null when all is well.</returns>
    internal static BoundaryDefect? FindDefect(GridBoundary boundary) => new BoundarySweep(boundary).Run();

    private BoundaryDefect? Run()
    {
        SortPoints();
        var quanta = _boundary.Quanta;
        for (var start = 0; start < _points.Length;)
        {
            var (x, y) = (quanta[2 * _points[start]], quanta[(2 * _points[start]) + 1]);
            var end = start + 1;
            while (end < _points.Length && quanta[2 * _points[end]] == x && quanta[(2 * _points[end]) + 1] == y)
            {
                end++;
            }

            if (Pass(_points.AsSpan(start, end - start), x, y) is { } defect)
            {
                return defect;
            }

            start = end;
        }

        return _touch ?? _nesting ?? _disconnection;
    }

    // West to east, at one longitude south to north.
    private void SortPoints()
    {
        var quanta = _boundary.Quanta;
        var xs = new long[_points.Length];
        for (var i = 0; i < xs.Length; i++)
        {
            (xs[i], _points[i]) = (quanta[2 * i], i);
        }

        Array.Sort(xs, _points);
        for (var start = 0; start < xs.Length;)
        {
            var end = start + 1;
            while (end < xs.Length && xs[end] == xs[start])
            {
                end++;
            }

            if (end - start > 1)
            {
                _points.AsSpan(start, end - start).Sort((a, b) => (_boundary.Quanta[(2 * a) + 1], a).CompareTo((_boundary.Quanta[(2 * b) + 1], b)));
            }

            start = end;
        }
    }

    // All edges that arrive at a point leave the sweep line, then all that leave the point join it.
    private BoundaryDefect? Pass(ReadOnlySpan<int> points, long x, long y)
    {
        _gaps.Clear();
        _arriving.Clear();
        _leaving.Clear();
        foreach (var point in points)
        {
            Sort(point);
            Sort(_status.Before(point));
        }

        var through = -1;
        foreach (var edge in _arriving)
        {
            var (below, above) = (_status.Below(edge), _status.Above(edge));
            through = PassesThrough(below, x, y) ? below : PassesThrough(above, x, y) ? above : through;
            _status.Remove(edge);
            _gaps.Add((below, above));
        }

        foreach (var edge in _leaving)
        {
            if (_status.Insert(edge) is >= 0 and var twin)
            {
                return Defect(BoundaryDefectKind.Overlap, edge, twin);
            }
        }

        foreach (var edge in _leaving)
        {
            var (below, above) = (_status.Below(edge), _status.Above(edge));
            through = PassesThrough(below, x, y) ? below : PassesThrough(above, x, y) ? above : through;
            _gaps.Add((below, edge));
            _gaps.Add((edge, above));
        }

        foreach (var (below, above) in _gaps)
        {
            if (_status.AreNeighbours(below, above) && CheckGap(below, above) is { } defect)
            {
                return defect;
            }
        }

        NoteTouches(points, through, x, y);
        foreach (var point in points)
        {
            _isSeen[Ring(point)] = true;
        }

        return null;

        void Sort(int edge) => (_status.EndsAt(edge, x, y) ? _arriving : _leaving).Add(edge);
    }

    private bool PassesThrough(int edge, long x, long y)
    {
        if (edge < 0)
        {
            return false;
        }

        var e = _status.Edge(edge);
        return (e.FromX != x || e.FromY != y) && (e.ToX != x || e.ToY != y) && ExactPredicates.Orientation(e.FromX, e.FromY, e.ToX, e.ToY, x, y) == 0;
    }

    private BoundaryDefect? CheckGap(int below, int above)
    {
        if (below >= 0 && above >= 0 && EdgeContacts.Meet(_status.Edge(below), _status.Edge(above), out _) is { } kind)
        {
            return Defect(kind, below, above);
        }

        var seenFromBelow = below >= 0 && _status.RunsEast(below) ? _polygonOf[Ring(below)] : -1;
        var seenFromAbove = above >= 0 && !_status.RunsEast(above) ? _polygonOf[Ring(above)] : -1;
        if (seenFromBelow != seenFromAbove && _nesting is null)
        {
            NoteNesting(below, above);
        }

        return null;
    }

    private void NoteNesting(int below, int above)
    {
        var isNew = above >= 0 && !_isSeen[Ring(above)] ? above : below >= 0 && !_isSeen[Ring(below)] ? below : -1;
        if (isNew < 0)
        {
            // Rings that were in order so far change sides in a point that they share.
            _nesting = Defect(BoundaryDefectKind.Crossing, below >= 0 ? below : above, above >= 0 ? above : below);
            return;
        }

        var (ring, other) = (Ring(isNew), isNew == above ? below : above);
        var isInHole = other >= 0 && Ring(other) != ring && _isHole[Ring(other)] && _polygonOf[Ring(other)] == _polygonOf[ring];
        var kind = _isHole[ring] && !isInHole ? BoundaryDefectKind.HoleOutside : BoundaryDefectKind.Nested;
        var edge = _status.Edge(isNew);
        _nesting = new BoundaryDefect(kind, _boundary.System.ToPoint(edge.FromX, edge.FromY));
    }

    private void NoteTouches(ReadOnlySpan<int> points, int through, long x, long y)
    {
        if (points.Length == 1 && through < 0)
        {
            return;
        }

        // Points are in the order of their rings: two of one ring stand side by side, and so do the rings of one polygon.
        for (var i = 0; i < points.Length; i++)
        {
            var (ring, before, crossed) = (Ring(points[i]), i == 0 ? -1 : Ring(points[i - 1]), through < 0 ? -1 : Ring(through));
            var other = before >= 0 && _polygonOf[before] == _polygonOf[ring] ? before : crossed;
            if (ring == before || ring == crossed)
            {
                _touch ??= new BoundaryDefect(BoundaryDefectKind.SelfTouch, _boundary.System.ToPoint(x, y));
            }
            else if (other >= 0 && _polygonOf[other] == _polygonOf[ring])
            {
                Join(other, ring, x, y);
            }
        }
    }

    // Rings that touch hang together; a touch within what hangs together closes a circle.
    private void Join(int a, int b, long x, long y)
    {
        var (rootA, rootB) = (Root(a), Root(b));
        if (rootA == rootB)
        {
            _disconnection ??= new BoundaryDefect(BoundaryDefectKind.Disconnected, _boundary.System.ToPoint(x, y));
        }

        _touching[rootA] = rootB;
    }

    private int Root(int ring)
    {
        while (_touching[ring] != ring)
        {
            ring = _touching[ring] = _touching[_touching[ring]];
        }

        return ring;
    }

    private int Ring(int edge) => _ringOf.Length == 0 ? 0 : _ringOf[edge];

    private BoundaryDefect Defect(BoundaryDefectKind kind, int a, int b) => new(kind, EdgeContacts.Place(_boundary.System, _status.Edge(a), _status.Edge(b)));
}
