namespace GridGovernance.Sdk.Division;

/// <summary>Builds the adjacency of one part's vertices from that of its units, and its components.</summary>
internal sealed class AdjacencyBuilder
{
    private readonly EdgeIndex _edges;
    private readonly int[] _vertexOf;
    private readonly int[] _unitOffsets;
    private readonly int[] _members;

    /// <summary>Begins.</summary>
    /// <param name="edges">The edges of the units.</param>
    /// <param name="vertexOf">The vertex of each unit; −1 for units that are none.</param>
    /// <param name="unitOffsets">Where the units of each vertex begin.</param>
    /// <param name="members">The units of the vertices.</param>
    internal AdjacencyBuilder(EdgeIndex edges, int[] vertexOf, int[] unitOffsets, int[] members) =>
        (_edges, _vertexOf, _unitOffsets, _members) = (edges, vertexOf, unitOffsets, members);

    /// <summary>Gets where the neighbours of each vertex begin.</summary>
    internal int[] Offsets { get; private set; } = [0];

    /// <summary>Gets the neighbours, ascending for each vertex.</summary>
    internal int[] Targets { get; private set; } = [];

    /// <summary>Gets how many edges each entry stands for; 0 for a bridge.</summary>
    internal int[] Cuts { get; private set; } = [];

    /// <summary>Gets the shared border of each entry in millimetres; 0 for a bridge.</summary>
    internal long[] Lengths { get; private set; } = [];

    /// <summary>Gets the component of each vertex.</summary>
    internal int[] Component { get; private set; } = [];

    /// <summary>Gets the number of components.</summary>
    internal int ComponentCount { get; private set; }

    /// <summary>Builds adjacency and components.</summary>
    /// <param name="bridges">Pairs of vertices that are joined across a gap.</param>
    internal void Build(List<(int From, int To)> bridges)
    {
        var count = _unitOffsets.Length - 1;
        var offsets = new int[count + 1];
        var targets = new List<int>(_members.Length * 6);
        var cuts = new List<int>(_members.Length * 6);
        var lengths = new List<long>(_members.Length * 6);
        var row = new List<(int Target, int Cuts, long Length)>();
        for (var v = 0; v < count; v++)
        {
            Gather(v, bridges, row);
            foreach (var (target, cut, length) in row)
            {
                targets.Add(target);
                cuts.Add(cut);
                lengths.Add(length);
            }

            offsets[v + 1] = targets.Count;
        }

        (Offsets, Targets, Cuts, Lengths) = (offsets, [.. targets], [.. cuts], [.. lengths]);
        FindComponents(count);
    }

    private void Gather(int vertex, List<(int From, int To)> bridges, List<(int Target, int Cuts, long Length)> row)
    {
        row.Clear();
        for (var m = _unitOffsets[vertex]; m < _unitOffsets[vertex + 1]; m++)
        {
            for (var i = _edges.Offsets[_members[m]]; i < _edges.Offsets[_members[m] + 1]; i++)
            {
                if (_vertexOf[_edges.Neighbours[i]] is >= 0 and var other && other != vertex)
                {
                    row.Add((other, 1, _edges.Length[_edges.EdgeOf[i]]));
                }
            }
        }

        foreach (var (from, to) in bridges)
        {
            if (from == vertex || to == vertex)
            {
                row.Add((from == vertex ? to : from, 0, 0));
            }
        }

        row.Sort(static (a, b) => a.Target.CompareTo(b.Target));
        var kept = 0;
        for (var i = 0; i < row.Count; i++)
        {
            if (kept > 0 && row[kept - 1].Target == row[i].Target)
            {
                row[kept - 1] = (row[i].Target, row[kept - 1].Cuts + row[i].Cuts, row[kept - 1].Length + row[i].Length);
            }
            else
            {
                row[kept++] = row[i];
            }
        }

        row.RemoveRange(kept, row.Count - kept);
    }

    private void FindComponents(int count)
    {
        Component = new int[count];
        Array.Fill(Component, -1);
        ComponentCount = 0;
        var stack = new int[count];
        for (var start = 0; start < count; start++)
        {
            if (Component[start] >= 0)
            {
                continue;
            }

            var top = 0;
            stack[top++] = start;
            Component[start] = ComponentCount;
            while (top > 0)
            {
                var v = stack[--top];
                for (var i = Offsets[v]; i < Offsets[v + 1]; i++)
                {
                    if (Component[Targets[i]] < 0)
                    {
                        Component[Targets[i]] = ComponentCount;
                        stack[top++] = Targets[i];
                    }
                }
            }

            ComponentCount++;
        }
    }
}
