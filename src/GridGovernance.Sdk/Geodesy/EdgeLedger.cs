using System.Runtime.InteropServices;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>Adds up directed edges as a chain: opposite edges cancel. It is reused from one sum to the next and by one thread.</summary>
/// <remarks>Open addressing over a power of two; in a tiling an edge stands in two boundaries and in one slot, so that the ledger takes no more than twice the memory of the coordinates.</remarks>
internal sealed class EdgeLedger
{
    private const int FewestSlots = 64;

    // Coordinates are kept from here: the largest that any system accepts is 1e11, below 2^37.
    private const long Lowest = -(1L << 37);
    private const uint Taken = 1u << 31;

    private Slot[] _slots = new Slot[FewestSlots];
    private int _mask = FewestSlots - 1;
    private int _used;
    private int _open;

    /// <summary>Gets a value indicating whether everything has cancelled.</summary>
    internal bool IsBalanced => _open == 0;

    /// <summary>Begins a new sum.</summary>
    /// <param name="edges">The most edges that will come; where they cancel, half as many are different.</param>
    internal void Begin(int edges)
    {
        var size = FewestSlots;
        while (8L * size < 5L * edges)
        {
            size *= 2;
        }

        Clear(size);
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
                Add(forward ? new Slot(ax, ay, bx, by) : new Slot(bx, by, ax, ay), forward ? sign : -sign);
                (ax, ay) = (bx, by);
            }
        }
    }

    /// <summary>Returns what has not cancelled, each edge as often as it is left, in an order that depends on the edges alone.</summary>
    internal List<DirectedEdge> Rest()
    {
        var rest = new List<DirectedEdge>(_open);
        foreach (ref readonly var slot in _slots.AsSpan(0, _mask + 1))
        {
            for (var i = 0; i < Math.Abs(slot.Count); i++)
            {
                rest.Add(slot.Count > 0 ? slot.Edge : slot.Edge.Reverse);
            }
        }

        rest.Sort(static (a, b) => (a.FromX, a.FromY, a.ToX, a.ToY).CompareTo((b.FromX, b.FromY, b.ToX, b.ToY)));
        return rest;
    }

    private void Add(in Slot edge, int count)
    {
        ref var slot = ref Find(edge);
        if (slot.High == 0)
        {
            if (_used > _mask / 4 * 3)
            {
                Grow();
                slot = ref Find(edge);
            }

            slot = edge;
            _used++;
        }

        _open += (slot.Count == 0 ? 1 : 0) - (slot.Count + count == 0 ? 1 : 0);
        slot.Count += count;
    }

    private ref Slot Find(in Slot edge)
    {
        var at = edge.Hash() & _mask;
        while (_slots[at].High != 0 && !_slots[at].IsSameEdge(edge))
        {
            at = (at + 1) & _mask;
        }

        return ref _slots[at];
    }

    private void Clear(int size)
    {
        if (size > _slots.Length)
        {
            _slots = new Slot[size];
        }
        else
        {
            Array.Clear(_slots, 0, size);
        }

        (_mask, _used, _open) = (size - 1, 0, 0);
    }

    // Only where less cancels than in a tiling.
    private void Grow()
    {
        var (before, used, open) = (_slots.AsSpan(0, _mask + 1).ToArray(), _used, _open);
        Clear(2 * before.Length);
        (_used, _open) = (used, open);
        foreach (ref readonly var slot in before.AsSpan())
        {
            if (slot.High != 0)
            {
                Find(slot) = slot;
            }
        }
    }

    // An edge in its canonical direction: the low 32 bits of each coordinate, their high bits together, and how often it is left.
    [StructLayout(LayoutKind.Sequential)]
    private struct Slot
    {
        internal int Count;
        private readonly uint _fromX;
        private readonly uint _fromY;
        private readonly uint _toX;
        private readonly uint _toY;

        internal Slot(long fromX, long fromY, long toX, long toY)
        {
            unchecked
            {
                var (ax, ay, bx, by) = (fromX - Lowest, fromY - Lowest, toX - Lowest, toY - Lowest);
                (_fromX, _fromY, _toX, _toY) = ((uint)ax, (uint)ay, (uint)bx, (uint)by);
                High = Taken | (uint)(ax >> 32) | ((uint)(ay >> 32) << 7) | ((uint)(bx >> 32) << 14) | ((uint)(by >> 32) << 21);
            }
        }

        /// <summary>Gets the high bits, seven for each coordinate; 0 where the slot is free.</summary>
        internal uint High { get; }

        internal readonly DirectedEdge Edge => new(Whole(_fromX, 0), Whole(_fromY, 7), Whole(_toX, 14), Whole(_toY, 21));

        internal readonly bool IsSameEdge(in Slot other) =>
            _fromX == other._fromX && _fromY == other._fromY && _toX == other._toX && _toY == other._toY && High == other.High;

        internal readonly int Hash()
        {
            unchecked
            {
                var from = ((ulong)_fromX << 32) | _fromY;
                var to = ((ulong)_toX << 32) | _toY;
                var mixed = (from * 0x9E3779B97F4A7C15) ^ ((to ^ (to >> 29)) * 0xBF58476D1CE4E5B9);
                mixed ^= mixed >> 32;
                return (int)(mixed * 0x94D049BB133111EB >> 33);
            }
        }

        private readonly long Whole(uint low, int shift) => ((long)((High >> shift) & 0x7F) << 32) + low + Lowest;
    }
}
