namespace GridGovernance.Sdk.Division;

/// <summary>The edges of a definition by unit indexes, each pair once, and the open ones as a compressed adjacency.</summary>
internal sealed class EdgeIndex
{
    private const long UnknownLength = 1000;

    /// <summary>Indexes the edges.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="indexes">The units by id.</param>
    /// <param name="parentOf">The parent of each unit.</param>
    /// <param name="findings">Takes what is found.</param>
    internal EdgeIndex(DivisionDefinition definition, Dictionary<string, int> indexes, int[] parentOf, List<Finding> findings)
    {
        var edges = definition.Edges.AsSpan();
        var keys = new ulong[edges.Length];
        var order = new int[edges.Length];
        var count = 0;
        for (var i = 0; i < edges.Length; i++)
        {
            var known = Find(indexes, edges[i].From, i, findings, out var from) & Find(indexes, edges[i].To, i, findings, out var to);
            if (edges[i].SharedMetres is { } metres && !(metres > 0 && metres < 1e7))
            {
                findings.Add(Finding.Error(DivisionMessages.Catalogue["division.bad-length", edges[i].From, edges[i].To, metres], Place(i)));
            }

            if (known && from == to)
            {
                findings.Add(Finding.Warning(DivisionMessages.Catalogue["division.loop", edges[i].From], Place(i)));
            }
            else if (known)
            {
                keys[count] = ((ulong)Math.Min(from, to) << 32) | (uint)Math.Max(from, to);
                order[count++] = i;
            }
        }

        Array.Sort(keys, order, 0, count);
        From = new int[count];
        To = new int[count];
        Length = new long[count];
        IsClosed = new bool[count];
        Count = Fill(edges, keys.AsSpan(0, count), order, parentOf, findings);
        From = From[..Count];
        To = To[..Count];
        Length = Length[..Count];
        IsClosed = IsClosed[..Count];
        (Offsets, Neighbours, EdgeOf) = Compress(parentOf.Length);
    }

    /// <summary>Gets the number of edges.</summary>
    internal int Count { get; }

    /// <summary>Gets the smaller end of each edge.</summary>
    internal int[] From { get; }

    /// <summary>Gets the larger end of each edge.</summary>
    internal int[] To { get; }

    /// <summary>Gets the length of each edge in millimetres.</summary>
    internal long[] Length { get; }

    /// <summary>Gets whether an edge is closed by a barrier or joins two parents.</summary>
    internal bool[] IsClosed { get; }

    /// <summary>Gets where the open neighbours of each unit begin.</summary>
    internal int[] Offsets { get; }

    /// <summary>Gets the open neighbours.</summary>
    internal int[] Neighbours { get; }

    /// <summary>Gets the edge of each entry of <see cref="Neighbours"/>.</summary>
    internal int[] EdgeOf { get; }

    private static bool Find(Dictionary<string, int> indexes, string id, int edge, List<Finding> findings, out int index)
    {
        if (id is not null && indexes.TryGetValue(id, out index))
        {
            return true;
        }

        findings.Add(Finding.Error(DivisionMessages.Catalogue["division.unknown-unit", FormattableString.Invariant($"/edges/{edge}"), id], Place(edge)));
        index = -1;
        return false;
    }

    private static FindingPlace Place(int edge) => FindingPlace.At(FormattableString.Invariant($"/edges/{edge}"));

    private int Fill(ReadOnlySpan<DivisionEdge> edges, ReadOnlySpan<ulong> keys, int[] order, int[] parentOf, List<Finding> findings)
    {
        var count = 0;
        var unmeasured = 0;
        for (var i = 0; i < keys.Length; i++)
        {
            var edge = edges[order[i]];
            var (from, to) = ((int)(keys[i] >> 32), (int)(uint)keys[i]);
            if (count > 0 && From[count - 1] == from && To[count - 1] == to)
            {
                findings.Add(Finding.Warning(DivisionMessages.Catalogue["division.duplicate-edge", edge.From, edge.To], Place(order[i])));

                // Two entries for one pair: what either of them closes stays closed.
                IsClosed[count - 1] |= edge.Barrier is not null;
                continue;
            }

            unmeasured += edge.SharedMetres is null ? 1 : 0;
            From[count] = from;
            To[count] = to;
            Length[count] = edge.SharedMetres is { } metres ? Math.Max(1, (long)Math.Round(metres * 1000)) : UnknownLength;
            IsClosed[count] = edge.Barrier is not null || parentOf[from] != parentOf[to];
            count++;
        }

        if (unmeasured > 0 && unmeasured < count)
        {
            findings.Add(Finding.Warning(DivisionMessages.Catalogue["division.length-missing", unmeasured, count], FindingPlace.At("/edges")));
        }

        return count;
    }

    private (int[] Offsets, int[] Neighbours, int[] EdgeOf) Compress(int units)
    {
        var offsets = new int[units + 1];
        for (var e = 0; e < Count; e++)
        {
            if (!IsClosed[e])
            {
                offsets[From[e] + 1]++;
                offsets[To[e] + 1]++;
            }
        }

        for (var i = 0; i < units; i++)
        {
            offsets[i + 1] += offsets[i];
        }

        var neighbours = new int[offsets[units]];
        var edgeOf = new int[offsets[units]];
        var next = offsets[..units];

        // Edges are sorted by their smaller end, then by the larger: the smaller neighbours of each unit come first, all ascending.
        for (var pass = 0; pass < 2; pass++)
        {
            for (var e = 0; e < Count; e++)
            {
                if (!IsClosed[e])
                {
                    var (at, other) = pass == 0 ? (To[e], From[e]) : (From[e], To[e]);
                    edgeOf[next[at]] = e;
                    neighbours[next[at]++] = other;
                }
            }
        }

        return (offsets, neighbours, edgeOf);
    }
}
