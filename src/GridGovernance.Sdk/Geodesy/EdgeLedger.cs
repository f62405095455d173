namespace GridGovernance.Sdk.Geodesy;

/// <summary>Adds up directed edges as a chain: opposite edges cancel. It is reused from one sum to the next and by one thread.</summary>
/// <remarks>Open addressing over a power of two at least twice as large as the edges; a slot is free when its stamp is not the current one.</remarks>
internal sealed class EdgeLedger
{
    private Slot[] _slots = new Slot[64];
    private int _stamp = 1;
    private int _open;

    /// <summary>Gets a value indicating whether everything has cancelled.</summary>
    internal bool IsBalanced => _open == 0;

    /// <summary>Begins a new sum.</summary>
    /// <param name="edges">The most edges that will come.</param>
    internal void Begin(int edges)
    {
        var size = 64;
        while (size < 2L * edges)
        {
            size *= 2;
        }

        if (size > _slots.Length)
        {
            _slots = new Slot[size];
            _stamp = 0;
        }

        if (_stamp == int.MaxValue)
        {
            Array.Clear(_slots);
            _stamp = 0;
        }

        _stamp++;
        _open = 0;
    }

    /// <summary>Adds the edges of a boundary.</summary>
    /// <param name="boundary">The boundary.</param>
    /// <param name="sign">1, or −1 for the edges in the other direction.</param>
    internal void Add(GridBoundary boundary, int sign)
    {
        for (var ring = 0; ring < boundary.RingCount; ring++)
        {
            var points = boundary.RingQuanta(ring);
            var (ax, ay) = (points[^2], points[^1]);
            for (var i = 0; i < points.Length; i += 2)
            {
                var (bx, by) = (points[i], points[i + 1]);
                var forward = ax < bx || (ax == bx && ay < by);
                Add(forward ? new DirectedEdge(ax, ay, bx, by) : new DirectedEdge(bx, by, ax, ay), forward ? sign : -sign);
                (ax, ay) = (bx, by);
            }
        }
    }

    /// <summary>Returns what has not cancelled, each edge as often as it is left, in an order that depends on the edges alone.</summary>
    internal List<DirectedEdge> Rest()
    {
        var rest = new List<DirectedEdge>(_open);
        foreach (var slot in _slots)
        {
            if (slot.Stamp == _stamp)
            {
                for (var i = 0; i < Math.Abs(slot.Count); i++)
                {
                    rest.Add(slot.Count > 0 ? slot.Edge : slot.Edge.Reverse);
                }
            }
        }

        rest.Sort(static (a, b) => (a.FromX, a.FromY, a.ToX, a.ToY).CompareTo((b.FromX, b.FromY, b.ToX, b.ToY)));
        return rest;
    }

    private void Add(in DirectedEdge canonical, int count)
    {
        ref var slot = ref Find(canonical);
        if (slot.Stamp != _stamp)
        {
            slot = new Slot { Edge = canonical, Stamp = _stamp, Count = count };
            _open++;
        }
        else
        {
            _open += slot.Count == 0 ? 1 : 0;
            slot.Count += count;
            _open -= slot.Count == 0 ? 1 : 0;
        }
    }

    private ref Slot Find(in DirectedEdge canonical)
    {
        var mask = _slots.Length - 1;
        var at = canonical.GetHashCode() & mask;
        while (_slots[at].Stamp == _stamp && _slots[at].Edge != canonical)
        {
            at = (at + 1) & mask;
        }

        return ref _slots[at];
    }

    private struct Slot
    {
        internal DirectedEdge Edge;
        internal int Stamp;
        internal int Count;
    }
}
