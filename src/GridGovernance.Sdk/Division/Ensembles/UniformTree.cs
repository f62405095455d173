namespace GridGovernance.Sdk.Division;

/// <summary>Draws spanning trees of connected sets of vertices, each tree equally likely: Wilson's algorithm ("Generating random spanning trees more quickly than the cover time", STOC 1996).</summary>
internal sealed class UniformTree
{
    private readonly PartGraph _part;
    private readonly SeededRandom _random;
    private readonly bool[] _isIn;
    private readonly bool[] _isDone;

    /// <summary>Begins.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="random">The random numbers.</param>
    internal UniformTree(PartGraph part, SeededRandom random)
    {
        (_part, _random) = (part, random);
        _isIn = new bool[part.Count];
        _isDone = new bool[part.Count];
        Above = new int[part.Count];
        Order = new int[part.Count];
    }

    /// <summary>Gets the vertex above each of the set; −1 for the root.</summary>
    internal int[] Above { get; }

    /// <summary>Gets the vertices of the set, each after the one above it.</summary>
    internal int[] Order { get; }

    /// <summary>Draws a tree.</summary>
    /// <param name="set">The vertices, connected.</param>
    internal void Draw(ReadOnlySpan<int> set)
    {
        foreach (var v in set)
        {
            _isIn[v] = true;
        }

        Order[0] = set[0];
        Above[set[0]] = -1;
        _isDone[set[0]] = true;
        var count = 1;
        foreach (var start in set)
        {
            // A walk until it meets the tree; going the same way again forgets the loop.
            for (var v = start; !_isDone[v]; v = Above[v])
            {
                Above[v] = Neighbour(v);
            }

            var first = count;
            for (var v = start; !_isDone[v]; v = Above[v])
            {
                _isDone[v] = true;
                Order[count++] = v;
            }

            Order.AsSpan(first, count - first).Reverse();
        }

        foreach (var v in set)
        {
            (_isIn[v], _isDone[v]) = (false, false);
        }
    }

    private int Neighbour(int v)
    {
        var first = _part.Offsets[v];
        var degree = _part.Offsets[v + 1] - first;
        while (true)
        {
            var w = _part.Targets[first + _random.NextInt32(degree)];
            if (_isIn[w])
            {
                return w;
            }
        }
    }
}
