using System.Runtime.InteropServices;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>An edge in its canonical direction, packed: the low 32 bits of each coordinate, their high bits together, and how often it is left.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct LedgerSlot
{
    // Coordinates are kept from here: the largest that any system accepts is 1e11, below 2^37.
    private const long Lowest = -(1L << 37);
    private const uint Taken = 1u << 31;

    private readonly uint _fromX;
    private readonly uint _fromY;
    private readonly uint _toX;
    private readonly uint _toY;
    private readonly uint _high;

    /// <summary>Packs an edge that runs <paramref name="count"/> times as it is given; negative for the other direction.</summary>
    internal LedgerSlot(long ax, long ay, long bx, long by, int count)
    {
        unchecked
        {
            var forward = ax < bx || (ax == bx && ay < by);
            var (fromX, fromY, toX, toY) = forward ? (ax - Lowest, ay - Lowest, bx - Lowest, by - Lowest) : (bx - Lowest, by - Lowest, ax - Lowest, ay - Lowest);
            (_fromX, _fromY, _toX, _toY) = ((uint)fromX, (uint)fromY, (uint)toX, (uint)toY);
            _high = Taken | (uint)(fromX >> 32) | ((uint)(fromY >> 32) << 7) | ((uint)(toX >> 32) << 14) | ((uint)(toY >> 32) << 21);
            Count = forward ? count : -count;
        }
    }

    /// <summary>Gets or sets how often the edge is left in its canonical direction; negative in the other.</summary>
    internal int Count { get; set; }

    /// <summary>Gets a value indicating whether this is no edge: the default value.</summary>
    internal readonly bool IsFree => _high == 0;

    /// <summary>Gets the edge.</summary>
    internal readonly DirectedEdge Edge => new(Whole(_fromX, 0), Whole(_fromY, 7), Whole(_toX, 14), Whole(_toY, 21));

    /// <summary>Says whether another slot holds the same edge, in either direction.</summary>
    internal readonly bool IsSameEdge(in LedgerSlot other) =>
        _fromX == other._fromX && _fromY == other._fromY && _toX == other._toX && _toY == other._toY && _high == other._high;

    /// <summary>Mixes the ends of the edge into 32 bits.</summary>
    internal readonly uint Hash()
    {
        unchecked
        {
            var from = ((ulong)_fromX << 32) | _fromY;
            var to = ((ulong)_toX << 32) | _toY;
            var mixed = (from * 0x9E3779B97F4A7C15) ^ ((to ^ (to >> 29)) * 0xBF58476D1CE4E5B9);
            mixed ^= mixed >> 32;
            return (uint)(mixed * 0x94D049BB133111EB >> 32);
        }
    }

    private readonly long Whole(uint low, int shift) => ((long)((_high >> shift) & 0x7F) << 32) + low + Lowest;
}
