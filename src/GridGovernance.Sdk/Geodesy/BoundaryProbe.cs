namespace GridGovernance.Sdk.Geodesy;

/// <summary>Answers for many places in a row whether a boundary contains them, as <see cref="GridBoundary.Contains(GeoPoint)"/> does, but faster.</summary>
/// <remarks>It is reused from one boundary to the next and by one thread.</remarks>
internal sealed class BoundaryProbe
{
    // Products of two differences below this, and the difference of two such products, fit into 64 bits.
    private const long SafeDifference = 1L << 31;
    private const int Bits = RasterEdge.FineBits;

    private GridBoundary? _boundary;
    private Edge[] _edges = [];
    private int _count;
    private (long West, long South, long East, long North) _box;
    private bool _isSmall;

    /// <summary>Says whether a place lies inside a boundary.</summary>
    /// <param name="boundary">The boundary; it costs least to ask for one several times in a row.</param>
    /// <param name="point">The place, in the boundary's system.</param>
    /// <returns>True when it lies inside; false too for a place that is not finite or out of range.</returns>
    internal bool Contains(GridBoundary boundary, GeoPoint point)
    {
        if (!ReferenceEquals(boundary, _boundary))
        {
            Take(boundary);
        }

        if (!boundary.System.Accepts(point))
        {
            return false;
        }

        var (x, y) = boundary.System.ToFine(point);
        if (x < _box.West || x >= _box.East || y < _box.South || y >= _box.North)
        {
            return false;
        }

        return _isSmall ? MeetsOddly(x, y) : boundary.ContainsFine(x, y);
    }

    // Upward edges that a ray to the east meets; without branches, because which edges it meets is random.
    private bool MeetsOddly(long x, long y)
    {
        var inside = false;
        foreach (ref readonly var edge in _edges.AsSpan(0, _count))
        {
            unchecked
            {
                inside ^= (y >= edge.Y) & (y < edge.Y + edge.Height) & (edge.Width * (y - edge.Y) > edge.Height * (x - edge.X));
            }
        }

        return inside;
    }

    private void Take(GridBoundary boundary)
    {
        _boundary = boundary;
        _box = (boundary.West << Bits, boundary.South << Bits, boundary.East << Bits, boundary.North << Bits);
        _isSmall = _box.East - _box.West < SafeDifference && _box.North - _box.South < SafeDifference;
        _count = 0;
        if (!_isSmall)
        {
            return;
        }

        if (_edges.Length < boundary.VertexCount)
        {
            _edges = new Edge[2 * boundary.VertexCount];
        }

        for (var ring = 0; ring < boundary.RingCount; ring++)
        {
            var points = boundary.RingQuanta(ring);
            var (ax, ay) = (points[^2] << Bits, points[^1] << Bits);
            for (var i = 0; i < points.Length; i += 2)
            {
                var (bx, by) = (points[i] << Bits, points[i + 1] << Bits);
                if (ay != by)
                {
                    _edges[_count++] = ay < by ? new Edge(ax, ay, bx - ax, by - ay) : new Edge(bx, by, ax - bx, ay - by);
                }

                (ax, ay) = (bx, by);
            }
        }
    }

    // From its southern end, in parts of the quantum.
    private readonly record struct Edge(long X, long Y, long Width, long Height);
}
