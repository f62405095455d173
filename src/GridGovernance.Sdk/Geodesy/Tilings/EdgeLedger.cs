using System.Buffers;
using System.Numerics;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>Adds up directed edges as a chain: opposite edges cancel. It is reused from one sum to the next and by one thread.</summary>
/// <remarks>
/// Open addressing over a power of two; in a tiling an edge stands in two boundaries and in one slot. Many edges are dealt out by their hash first and each share is added up on its own, so that the slots
/// stay in the processor's cache and the time grows with the edges alone; that takes twice the memory of the coordinates.
/// </remarks>
internal sealed class EdgeLedger
{
    private const int FewestSlots = 64;
    private const int EdgesPerShare = 2048;

    private LedgerSlot[] _slots = new LedgerSlot[FewestSlots];
    private int _mask = FewestSlots - 1;
    private int _used;
    private int _open;

    /// <summary>Adds up the edges of cells, less those of their parent.</summary>
    /// <param name="parent">The parent; null where there is none.</param>
    /// <param name="cells">The cells.</param>
    /// <returns>What has not cancelled, each edge as often as it is left, in an order that depends on the edges alone.</returns>
    internal List<DirectedEdge> Rest(GridBoundary? parent, IReadOnlyList<GridBoundary> cells)
    {
        var edges = parent?.VertexCount ?? 0;
        foreach (var cell in cells)
        {
            edges += cell.VertexCount;
        }

        var rest = new List<DirectedEdge>();
        if (edges <= EdgesPerShare)
        {
            Begin(edges);
            for (var walks = new Walks(parent, cells); walks.MoveNext(out var walk);)
            {
                while (walk.MoveNext())
                {
                    Add(walk.Current);
                }
            }

            AddOpenTo(rest);
        }
        else
        {
            AddUpInShares(parent, cells, edges, rest);
        }

        rest.Sort(static (a, b) => (a.FromX, a.FromY, a.ToX, a.ToY).CompareTo((b.FromX, b.FromY, b.ToX, b.ToY)));
        return rest;
    }

    private void AddUpInShares(GridBoundary? parent, IReadOnlyList<GridBoundary> cells, int edges, List<DirectedEdge> rest)
    {
        // The slots are found by the low bits of the hash, the shares by the high ones.
        var bits = BitOperations.Log2((uint)(edges / EdgesPerShare)) + 1;
        var ends = new int[(1 << bits) + 1];
        for (var walks = new Walks(parent, cells); walks.MoveNext(out var walk);)
        {
            while (walk.MoveNext())
            {
                ends[(walk.Current.Hash() >> (32 - bits)) + 1]++;
            }
        }

        for (var share = 1; share < ends.Length; share++)
        {
            ends[share] += ends[share - 1];
        }

        // Each share is filled from its start, which thereby becomes its end.
        var dealt = ArrayPool<LedgerSlot>.Shared.Rent(edges);
        for (var walks = new Walks(parent, cells); walks.MoveNext(out var walk);)
        {
            while (walk.MoveNext())
            {
                dealt[ends[walk.Current.Hash() >> (32 - bits)]++] = walk.Current;
            }
        }

        for (var (share, start) = (0, 0); share < ends.Length - 1; start = ends[share++])
        {
            Begin(ends[share] - start);
            foreach (ref readonly var edge in dealt.AsSpan(start, ends[share] - start))
            {
                Add(edge);
            }

            AddOpenTo(rest);
        }

        ArrayPool<LedgerSlot>.Shared.Return(dealt);
    }

    // As many slots as hold the edges where they cancel and half as many are different.
    private void Begin(int edges)
    {
        var size = FewestSlots;
        while (8L * size < 5L * edges)
        {
            size *= 2;
        }

        Clear(size);
    }

    private void AddOpenTo(List<DirectedEdge> rest)
    {
        if (_open == 0)
        {
            return;
        }

        foreach (ref readonly var slot in _slots.AsSpan(0, _mask + 1))
        {
            for (var i = 0; i < Math.Abs(slot.Count); i++)
            {
                rest.Add(slot.Count > 0 ? slot.Edge : slot.Edge.Reverse);
            }
        }
    }

    private void Add(in LedgerSlot edge)
    {
        ref var slot = ref Find(edge);
        if (slot.IsFree)
        {
            if (_used > _mask / 4 * 3)
            {
                Grow();
                slot = ref Find(edge);
            }

            slot = edge;
            _used++;
            _open++;
            return;
        }

        _open += (slot.Count == 0 ? 1 : 0) - (slot.Count + edge.Count == 0 ? 1 : 0);
        slot.Count += edge.Count;
    }

    private ref LedgerSlot Find(in LedgerSlot edge)
    {
        var slots = _slots;
        var at = (int)(edge.Hash() & (uint)_mask);
        while (!slots[at].IsFree && !slots[at].IsSameEdge(edge))
        {
            at = (at + 1) & _mask;
        }

        return ref slots[at];
    }

    private void Clear(int size)
    {
        if (size > _slots.Length)
        {
            _slots = new LedgerSlot[size];
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
            if (!slot.IsFree)
            {
                Find(slot) = slot;
            }
        }
    }

    // The walks along all cells, then back along the parent.
    private ref struct Walks(GridBoundary? parent, IReadOnlyList<GridBoundary> cells)
    {
        private int _next;

        internal bool MoveNext(out LedgerWalk walk)
        {
            var at = _next++;
            walk = at < cells.Count ? new LedgerWalk(cells[at], 1) : at == cells.Count && parent is not null ? new LedgerWalk(parent, -1) : default;
            return at < cells.Count || (at == cells.Count && parent is not null);
        }
    }
}
