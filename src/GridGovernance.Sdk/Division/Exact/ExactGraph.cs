using System.Numerics;

namespace GridGovernance.Sdk.Division;

/// <summary>A parent of at most 60 vertices as bit masks: a set of vertices is one number, its sum a handful of look-ups.</summary>
/// <remarks>Vertices are renumbered by breadth from one at the rim, so that what lies before a vertex is mostly done with.</remarks>
internal sealed class ExactGraph
{
    /// <summary>The most vertices.</summary>
    internal const int MostVertices = 60;

    private readonly int _chunks;
    private readonly long[] _sizeSums;
    private readonly long[] _otherSums;
    private readonly long[][] _extraSums;
    private readonly ulong[] _nearUnions;
    private readonly int[] _cuts;

    /// <summary>Takes over a parent.</summary>
    /// <param name="part">The parent, of at most <see cref="MostVertices"/>.</param>
    internal ExactGraph(PartGraph part)
    {
        Part = part;
        Count = part.Count;
        Original = Order(part);
        var place = new int[Count];
        for (var i = 0; i < Count; i++)
        {
            place[Original[i]] = i;
        }

        _cuts = new int[Count * Count];
        var near = new ulong[Count];
        var isSimple = true;
        for (var v = 0; v < Count; v++)
        {
            for (var i = part.Offsets[v]; i < part.Offsets[v + 1]; i++)
            {
                near[place[v]] |= 1UL << place[part.Targets[i]];
                _cuts[(place[v] * Count) + place[part.Targets[i]]] = part.Cuts[i];
                isSimple &= part.Cuts[i] == 1;
            }

            Labelled |= part.Label[v] >= 0 ? 1UL << place[v] : 0;
        }

        HasSimpleEdges = isSimple;
        Near = near;
        Size = Pick(part.Size);
        All = Count == 64 ? ulong.MaxValue : (1UL << Count) - 1;
        _chunks = (Count + 7) / 8;
        _sizeSums = Tables(Size);
        _otherSums = Tables(Pick(part.Other));
        _extraSums = [.. part.Extra.Select(amounts => Tables(Pick(amounts)))];
        _nearUnions = new ulong[_chunks * 256];
        for (var v = 0; v < Count; v++)
        {
            for (var b = 0; b < 256; b++)
            {
                _nearUnions[(v / 8 * 256) + b] |= (b >> (v % 8) & 1) == 1 ? near[v] : 0;
            }
        }

        long[] Pick(long[] amounts) => [.. Original.Select(v => amounts[v])];
    }

    /// <summary>Gets the parent.</summary>
    internal PartGraph Part { get; }

    /// <summary>Gets the number of vertices.</summary>
    internal int Count { get; }

    /// <summary>Gets the parent's vertex of each bit.</summary>
    internal int[] Original { get; }

    /// <summary>Gets the neighbours of each bit.</summary>
    internal ulong[] Near { get; }

    /// <summary>Gets the size of each bit.</summary>
    internal long[] Size { get; }

    /// <summary>Gets the set of all.</summary>
    internal ulong All { get; }

    /// <summary>Gets the set of those that must be in a grid of their own name.</summary>
    internal ulong Labelled { get; }

    /// <summary>Gets whether every edge counts once.</summary>
    internal bool HasSimpleEdges { get; }

    /// <summary>Returns the size of a set.</summary>
    internal long SizeOf(ulong set) => Sum(_sizeSums, set);

    /// <summary>Returns the households of a set where households or people count.</summary>
    internal long OtherOf(ulong set) => Sum(_otherSums, set);

    /// <summary>Returns a further measure of a set.</summary>
    internal long ExtraOf(int measure, ulong set) => Sum(_extraSums[measure], set);

    /// <summary>Returns everything that lies beside a member of a set, members among them.</summary>
    internal ulong NearOf(ulong set)
    {
        var near = 0UL;
        for (var chunk = 0; chunk < _chunks; chunk++, set >>= 8)
        {
            near |= _nearUnions[(chunk << 8) | (int)(set & 255)];
        }

        return near;
    }

    /// <summary>Returns the connected component of a member inside a set.</summary>
    internal ulong ComponentOf(ulong set, ulong member)
    {
        var found = member;
        for (var next = member; next != 0;)
        {
            next = NearOf(next) & set & ~found;
            found |= next;
        }

        return found;
    }

    /// <summary>Returns how many edges join two sets that share no member.</summary>
    internal int CutsBetween(ulong from, ulong to)
    {
        var cuts = 0;
        for (var rest = from; rest != 0; rest &= rest - 1)
        {
            var v = BitOperations.TrailingZeroCount(rest);
            var across = Near[v] & to;
            if (HasSimpleEdges)
            {
                cuts += BitOperations.PopCount(across);
                continue;
            }

            for (; across != 0; across &= across - 1)
            {
                cuts += _cuts[(v * Count) + BitOperations.TrailingZeroCount(across)];
            }
        }

        return cuts;
    }

    /// <summary>Turns the sets of a plan into the grid of each vertex of the parent.</summary>
    internal int[] GridOf(IReadOnlyList<ulong> sets)
    {
        var gridOf = new int[Count];
        for (var grid = 0; grid < sets.Count; grid++)
        {
            for (var rest = sets[grid]; rest != 0; rest &= rest - 1)
            {
                gridOf[Original[BitOperations.TrailingZeroCount(rest)]] = grid;
            }
        }

        return gridOf;
    }

    private static int[] Order(PartGraph part)
    {
        var order = new List<int>(part.Count);
        var seen = new bool[part.Count];
        for (var v = 0; v < part.Count; v++)
        {
            if (!seen[v])
            {
                // Twice from the last one met: the end of a long path through the component.
                var far = Breadth(part, Breadth(part, v)[^1])[^1];
                foreach (var w in Breadth(part, far))
                {
                    seen[w] = true;
                    order.Add(w);
                }
            }
        }

        return [.. order];
    }

    private static List<int> Breadth(PartGraph part, int start)
    {
        var met = new List<int> { start };
        var seen = new HashSet<int> { start };
        for (var i = 0; i < met.Count; i++)
        {
            foreach (var w in part.NeighboursOf(met[i]))
            {
                if (seen.Add(w))
                {
                    met.Add(w);
                }
            }
        }

        return met;
    }

    private long[] Tables(long[] amounts)
    {
        var sums = new long[_chunks * 256];
        for (var v = 0; v < Count; v++)
        {
            for (var b = 0; b < 256; b++)
            {
                sums[(v / 8 * 256) + b] += (b >> (v % 8) & 1) == 1 ? amounts[v] : 0;
            }
        }

        return sums;
    }

    private long Sum(long[] tables, ulong set)
    {
        var sum = 0L;
        for (var chunk = 0; chunk < _chunks; chunk++, set >>= 8)
        {
            sum += tables[(chunk << 8) | (int)(set & 255)];
        }

        return sum;
    }
}
