namespace GridGovernance.Sdk.Geodesy;

/// <summary>One closed line of a boundary: the outer line of a polygon or one of its holes.</summary>
/// <remarks>
/// <para>Outer lines run counter-clockwise, holes clockwise (the right-hand rule of RFC 7946). The first point is not repeated at the end.</para>
/// <para>Two rings are equal when they are the same ring of the same boundary. The default value has no points. This type is immutable and safe to share between threads.</para>
/// </remarks>
public readonly record struct BoundaryRing
{
    private readonly GridBoundary? _boundary;
    private readonly int _index;

    internal BoundaryRing(GridBoundary boundary, int index, int polygon, bool isHole)
    {
        _boundary = boundary;
        _index = index;
        Polygon = polygon;
        IsHole = isHole;
    }

    /// <summary>Gets the position of the polygon that it belongs to, from 0.</summary>
    public int Polygon { get; }

    /// <summary>Gets a value indicating whether it bounds a hole.</summary>
    public bool IsHole { get; }

    /// <summary>Gets the number of different points: at least three.</summary>
    public int Count => Quanta.Length / 2;

    /// <summary>Gets the coordinates on the quantum: X, Y, X, Y … in units of 1e-7 degree or one millimetre.</summary>
    public ReadOnlySpan<long> Quanta => _boundary is null ? [] : _boundary.RingQuanta(_index);

    /// <summary>Gets a point by position.</summary>
    /// <param name="index">The position, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside 0..<see cref="Count"/>−1.</exception>
    public GeoPoint this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            return _boundary!.System.ToPoint(Quanta[2 * index], Quanta[(2 * index) + 1]);
        }
    }
}
