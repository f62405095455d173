namespace GridGovernance.Sdk.Geodesy;

/// <summary>The boundary (边界) of a grid: one polygon or several, with or without holes, on the quantum of its coordinate system.</summary>
/// <remarks>
/// <para>Edges are straight in longitude and latitude (or in metres). Coordinates lie in flat integer arrays, copied in and never handed out for writing;
/// outer lines run counter-clockwise, holes clockwise, repeated points are dropped.</para>
/// <para>It is sound in structure, but a line may still cross itself: a coverage audit reports it.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class GridBoundary
{
    private readonly long[] _quanta;
    private readonly int[] _ringStarts;
    private readonly int[] _polygonStarts;
    private readonly long _west;
    private readonly long _south;
    private readonly long _east;
    private readonly long _north;
    private AreaValue? _area;

    // INVARIANT: _ringStarts[i].._ringStarts[i+1] are point positions of ring i; _polygonStarts[p].._polygonStarts[p+1] are the rings of polygon p, its outer line first.
    internal GridBoundary(CoordinateSystem system, long[] quanta, int[] ringStarts, int[] polygonStarts)
    {
        System = system;
        _quanta = quanta;
        _ringStarts = ringStarts;
        _polygonStarts = polygonStarts;
        (_west, _south, _east, _north) = (long.MaxValue, long.MaxValue, long.MinValue, long.MinValue);
        for (var i = 0; i < quanta.Length; i += 2)
        {
            _west = Math.Min(_west, quanta[i]);
            _east = Math.Max(_east, quanta[i]);
            _south = Math.Min(_south, quanta[i + 1]);
            _north = Math.Max(_north, quanta[i + 1]);
        }
    }

    /// <summary>Gets the coordinate system.</summary>
    public CoordinateSystem System { get; }

    /// <summary>Gets the number of polygons: more than one where the area is in several parts.</summary>
    public int PolygonCount => _polygonStarts.Length - 1;

    /// <summary>Gets the number of closed lines.</summary>
    public int RingCount => _ringStarts.Length - 1;

    /// <summary>Gets the number of different points.</summary>
    public int VertexCount => _quanta.Length / 2;

    /// <summary>Gets the smallest upright rectangle around it.</summary>
    public GeoBounds Bounds
    {
        get
        {
            var (low, high) = (System.ToPoint(_west, _south), System.ToPoint(_east, _north));
            return new GeoBounds(low.X, low.Y, high.X, high.Y);
        }
    }

    /// <summary>Gets the area in square metres: on the ellipsoid, of edges that are straight in longitude and latitude, or flat in a metric system.</summary>
    /// <remarks>Areas of cells that tile a parent exactly add up to the parent's area exactly before they are rounded to this number.</remarks>
    public double AreaSquareMetres => (double)HalfSquareMillimetres / 2e6;

    /// <summary>Gets a place inside that is wide enough for a label: the middle of the widest east–west stretch, by and large.</summary>
    public GeoPoint LabelPoint
    {
        get
        {
            var edges = new List<DirectedEdge>();
            AddEdgesTo(edges);
            var (x, y) = InteriorPoints.Find(edges) ?? (_quanta[0], _quanta[1]);
            return System.ToPoint(x, y);
        }
    }

    internal Int128 HalfSquareMillimetres
    {
        get
        {
            _area ??= new AreaValue(ComputeArea());
            return _area.HalfSquareMillimetres;
        }
    }

    internal long West => _west;

    internal long South => _south;

    internal long East => _east;

    internal long North => _north;

    internal ReadOnlySpan<long> Quanta => _quanta;

    /// <summary>Creates a boundary from points.</summary>
    /// <param name="system">The coordinate system of the points.</param>
    /// <param name="polygons">The polygons; each a list of rings, the outer line first; a ring's last point may repeat its first.</param>
    /// <returns>The boundary: rounded to the quantum, turned to the right-hand rule, repeated points dropped.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no polygon, a polygon has no ring, a point is not finite or out of range, or a ring has fewer than three different points or no area.</exception>
    public static GridBoundary Create(CoordinateSystem system, IReadOnlyList<IReadOnlyList<IReadOnlyList<GeoPoint>>> polygons)
    {
        ArgumentNullException.ThrowIfNull(system);
        ArgumentNullException.ThrowIfNull(polygons);
        var builder = new BoundaryBuilder(system);
        foreach (var polygon in polygons)
        {
            builder.BeginPolygon();
            foreach (var ring in polygon)
            {
                foreach (var point in ring)
                {
                    var (x, y) = system.ToQuanta(point);
                    builder.Add(x, y);
                }

                if (builder.EndRing() is { } problem)
                {
                    throw new ArgumentException($"Expected a ring of at least three different points around an area, but found {problem}.", nameof(polygons));
                }
            }
        }

        return builder.Build() ?? throw new ArgumentException("Expected at least one polygon with an outer ring, but found none.", nameof(polygons));
    }

    /// <summary>Creates a boundary of one polygon without holes.</summary>
    /// <param name="system">The coordinate system of the points.</param>
    /// <param name="ring">The points around it, in either direction; the last may repeat the first.</param>
    /// <returns>The boundary.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A point is not finite or out of range, or there are fewer than three different points or no area.</exception>
    public static GridBoundary Create(CoordinateSystem system, params IReadOnlyList<GeoPoint> ring)
    {
        ArgumentNullException.ThrowIfNull(ring);
        return Create(system, [[ring]]);
    }

    /// <summary>Joins areas that share borders but do not overlap, by cancelling the edges that two of them use in opposite directions: exact, without rounding.</summary>
    /// <param name="parts">The areas, noded: where one has a corner on a shared border, the other has it too.</param>
    /// <returns>The union.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parts"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no parts, their systems differ, or they overlap so that what remains does not bound an area.</exception>
    public static GridBoundary Dissolve(IReadOnlyList<GridBoundary> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0)
        {
            throw new ArgumentException("Expected at least one part, but found none.", nameof(parts));
        }

        var edges = new List<DirectedEdge>();
        foreach (var part in parts)
        {
            if (!ReferenceEquals(part.System, parts[0].System))
            {
                throw new ArgumentException($"Expected all parts in \"{parts[0].System}\", but found one in \"{part.System}\".", nameof(parts));
            }

            part.AddEdgesTo(edges);
        }

        return RingTracer.Trace(parts[0].System, DirectedEdge.Cancel(edges))
            ?? throw new ArgumentException("Expected parts that share borders without overlap, but what remains does not bound an area.", nameof(parts));
    }

    /// <summary>Says whether a point lies inside, under the half-open rule.</summary>
    /// <remarks>A point on a border belongs to the area east of it, on a border that runs east–west to the area north of it:
    /// each point of an exact tiling belongs to exactly one cell. The answer is exact for the point rounded to 1/4096 of the quantum.</remarks>
    /// <param name="point">The point, in this boundary's system.</param>
    /// <returns>True when it lies inside; false too for a point that is not finite or out of range.</returns>
    public bool Contains(GeoPoint point)
    {
        if (!System.Accepts(point))
        {
            return false;
        }

        var (x, y) = System.ToFine(point);
        return ContainsFine(x, y);
    }

    /// <summary>Returns a closed line by position: polygon after polygon, the outer line before the holes.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <returns>The line.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside 0..<see cref="RingCount"/>−1.</exception>
    public BoundaryRing Ring(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, RingCount);
        var polygon = Array.BinarySearch(_polygonStarts, index);
        var isHole = polygon < 0;
        return new BoundaryRing(this, index, isHole ? ~polygon - 1 : polygon, isHole);
    }

    /// <summary>Converts every point to another coordinate system and rounds it to the quantum there.</summary>
    /// <remarks>Points that two boundaries share are shared afterwards too, so an exact tiling whose borders have the same points on both sides stays one, unless rounding folds something
    /// thinner than the quantum. Where one side lacks a point (<c>coverage.unmatched-edges</c>), the shift of a web map bends the border there on the other side alone:
    /// <see cref="BoundaryAlgebra.WithCornersOf"/> gives it the point before.</remarks>
    /// <param name="target">The other system.</param>
    /// <returns>The boundary there; this one when the system is the same.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="target"/> is null.</exception>
    /// <exception cref="ArgumentException">One system is metric and the other is not, or a ring collapses by rounding.</exception>
    public GridBoundary ConvertTo(CoordinateSystem target)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (ReferenceEquals(System, target))
        {
            return this;
        }

        var builder = new BoundaryBuilder(target);
        for (var i = 0; i < RingCount; i++)
        {
            var ring = Ring(i);
            if (!ring.IsHole)
            {
                builder.BeginPolygon();
            }

            for (var k = 0; k < ring.Count; k++)
            {
                var (x, y) = target.ToQuanta(System.Convert(ring[k], target));
                builder.Add(x, y);
            }

            if (builder.EndRing() is { } problem)
            {
                throw new ArgumentException($"Expected a ring that keeps its area in \"{target}\", but found {problem}.", nameof(target));
            }
        }

        return builder.Build()!;
    }

    /// <summary>Returns system, parts and area.</summary>
    /// <returns>One line of text.</returns>
    public override string ToString() => FormattableString.Invariant($"{System} boundary of {PolygonCount} polygons, {VertexCount} points, {AreaSquareMetres:F2} m²");

    internal bool Contains(long x, long y)
    {
        if (x < _west || x >= _east || y < _south || y >= _north)
        {
            return false;
        }

        var inside = false;
        for (var ring = 0; ring < RingCount; ring++)
        {
            var points = RingQuanta(ring);
            var (ax, ay) = (points[^2], points[^1]);
            for (var i = 0; i < points.Length; i += 2)
            {
                var (bx, by) = (points[i], points[i + 1]);
                inside ^= ExactPredicates.RayMeets(ax, ay, bx, by, x, y);
                (ax, ay) = (bx, by);
            }
        }

        return inside;
    }

    /// <summary>Whether a point in parts of the quantum (<see cref="RasterEdge.FineBits"/>) lies inside.</summary>
    internal bool ContainsFine(long x, long y)
    {
        const int Bits = RasterEdge.FineBits;
        if (x < _west << Bits || x >= _east << Bits || y < _south << Bits || y >= _north << Bits)
        {
            return false;
        }

        var inside = false;
        for (var ring = 0; ring < RingCount; ring++)
        {
            var points = RingQuanta(ring);
            var (ax, ay) = (points[^2] << Bits, points[^1] << Bits);
            for (var i = 0; i < points.Length; i += 2)
            {
                var (bx, by) = (points[i] << Bits, points[i + 1] << Bits);
                inside ^= ExactPredicates.RayMeets(ax, ay, bx, by, x, y);
                (ax, ay) = (bx, by);
            }
        }

        return inside;
    }

    /// <summary>Whether another boundary consists of the same edges, whatever point each ring begins with.</summary>
    internal bool HasSameEdges(GridBoundary other)
    {
        if (VertexCount != other.VertexCount || (_west, _south, _east, _north) != (other._west, other._south, other._east, other._north))
        {
            return false;
        }

        var edges = new List<DirectedEdge>();
        AddEdgesTo(edges);
        var mine = new HashSet<DirectedEdge>(edges);
        edges.Clear();
        other.AddEdgesTo(edges);
        return mine.SetEquals(edges);
    }

    internal ReadOnlySpan<long> RingQuanta(int ring) => _quanta.AsSpan(2 * _ringStarts[ring], 2 * (_ringStarts[ring + 1] - _ringStarts[ring]));

    internal int RingStart(int ring) => _ringStarts[ring];

    /// <summary>The point that follows another around its ring.</summary>
    internal int PointAfter(int point)
    {
        if (RingCount == 1)
        {
            return point + 1 == VertexCount ? 0 : point + 1;
        }

        var end = Array.BinarySearch(_ringStarts, point + 1);
        return end < 0 ? point + 1 : _ringStarts[end - 1];
    }

    /// <summary>The point that comes before another around its ring.</summary>
    internal int PointBefore(int point)
    {
        if (RingCount == 1)
        {
            return point == 0 ? VertexCount - 1 : point - 1;
        }

        var start = Array.BinarySearch(_ringStarts, point);
        return start < 0 ? point - 1 : _ringStarts[start + 1] - 1;
    }

    internal void AddEdgesTo(List<DirectedEdge> edges)
    {
        edges.EnsureCapacity(edges.Count + VertexCount);
        for (var ring = 0; ring < RingCount; ring++)
        {
            var points = RingQuanta(ring);
            var (ax, ay) = (points[^2], points[^1]);
            for (var i = 0; i < points.Length; i += 2)
            {
                edges.Add(new DirectedEdge(ax, ay, points[i], points[i + 1]));
                (ax, ay) = (points[i], points[i + 1]);
            }
        }
    }

    private Int128 ComputeArea()
    {
        Int128 sum = 0;
        for (var ring = 0; ring < RingCount; ring++)
        {
            var points = RingQuanta(ring);
            var (ax, ay) = (points[^2], points[^1]);
            for (var i = 0; i < points.Length; i += 2)
            {
                sum += System.HalfSquareMillimetresUnder(ax, ay, points[i], points[i + 1]);
                (ax, ay) = (points[i], points[i + 1]);
            }
        }

        return sum;
    }

    // A reference, because it is written once and read by any thread without tearing.
    private sealed record AreaValue(Int128 HalfSquareMillimetres);
}
