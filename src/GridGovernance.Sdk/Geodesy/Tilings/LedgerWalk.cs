namespace GridGovernance.Sdk.Geodesy;

/// <summary>Walks along the edges of a boundary, ring after ring.</summary>
internal ref struct LedgerWalk
{
    private readonly GridBoundary _boundary;
    private readonly int _count;
    private ReadOnlySpan<long> _points;
    private int _ring;
    private int _at;
    private long _x;
    private long _y;

    /// <summary>Begins a walk.</summary>
    /// <param name="boundary">The boundary.</param>
    /// <param name="count">1, or −1 for the edges in the other direction.</param>
    internal LedgerWalk(GridBoundary boundary, int count) => (_boundary, _count) = (boundary, count);

    /// <summary>Gets the edge that was come to last.</summary>
    internal LedgerSlot Current { get; private set; }

    /// <summary>Goes on to the next edge.</summary>
    /// <returns>False when there is none.</returns>
    internal bool MoveNext()
    {
        if (_at == _points.Length)
        {
            if (_ring == _boundary.RingCount)
            {
                return false;
            }

            _points = _boundary.RingQuanta(_ring++);
            (_x, _y, _at) = (_points[^2], _points[^1], 0);
        }

        var (x, y) = (_points[_at], _points[_at + 1]);
        Current = new LedgerSlot(_x, _y, x, y, _count);
        (_x, _y) = (x, y);
        _at += 2;
        return true;
    }
}
