namespace GridGovernance.Sdk.Division;

/// <summary>Splits a connected set of vertices in two connected sides by cutting one edge of a random spanning tree.</summary>
/// <remarks>
/// After the recombination of Deford, Duchin and Solomon ("Recombination: A family of Markov chains for redistricting", 2021): a tree's edge parts the set
/// in two connected sides, so that contiguity needs no test. The tree is that of Kruskal's order over random edges, grown from a random vertex.
/// </remarks>
internal sealed class TreeSplitter
{
    private readonly PartGraph _part;
    private readonly SeededRandom _random;
    private readonly int[] _order;
    private readonly int[] _above;
    private readonly long[] _sums;
    private readonly int[] _labels;
    private readonly int[] _counts;
    private readonly int[] _frontier;
    private readonly int[] _frontierFrom;
    private readonly bool[] _isIn;
    private readonly bool[] _isDone;
    private readonly bool[] _side;

    /// <summary>Begins.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="random">The random numbers.</param>
    internal TreeSplitter(PartGraph part, SeededRandom random)
    {
        (_part, _random) = (part, random);
        _order = new int[part.Count];
        _above = new int[part.Count];
        _sums = new long[part.Count];
        _labels = new int[part.Count];
        _counts = new int[part.Count];
        _frontier = new int[part.Targets.Length + 1];
        _frontierFrom = new int[part.Targets.Length + 1];
        _isIn = new bool[part.Count];
        _isDone = new bool[part.Count];
        _side = new bool[part.Count];
    }

    /// <summary>Splits a set for a number of grids.</summary>
    /// <param name="set">The vertices, connected; put in order so that one side comes first.</param>
    /// <param name="count">How many grids the set is to make, from 2.</param>
    /// <param name="tries">How many trees are drawn; the best cut of all is taken.</param>
    /// <returns>How many vertices the first side has and how many grids it makes; 0 vertices where no tree has a cut.</returns>
    internal (int Vertices, int Grids) Split(Span<int> set, int count, int tries)
    {
        foreach (var v in set)
        {
            _isIn[v] = true;
        }

        var best = double.PositiveInfinity;
        var bestGrids = 0;
        for (var attempt = 0; attempt < tries; attempt++)
        {
            Grow(set);
            var (error, cut, grids) = Best(set, count);
            if (error < best)
            {
                (best, bestGrids) = (error, grids);
                Mark(set, cut);
            }
        }

        foreach (var v in set)
        {
            _isIn[v] = false;
        }

        return bestGrids == 0 ? (0, 0) : (Partition(set), bestGrids);
    }

    // Prim's algorithm where every edge of the frontier is equally likely next.
    private void Grow(ReadOnlySpan<int> set)
    {
        var root = set[_random.NextInt32(set.Length)];
        var (count, size) = (0, 0);
        _frontier[size] = root;
        _frontierFrom[size++] = -1;
        while (size > 0)
        {
            var pick = _random.NextInt32(size);
            var (v, from) = (_frontier[pick], _frontierFrom[pick]);
            (_frontier[pick], _frontierFrom[pick]) = (_frontier[--size], _frontierFrom[size]);
            if (_isDone[v])
            {
                continue;
            }

            _isDone[v] = true;
            _above[v] = from;
            _order[count++] = v;
            for (var i = _part.Offsets[v]; i < _part.Offsets[v + 1]; i++)
            {
                var w = _part.Targets[i];
                if (_isIn[w] && !_isDone[w])
                {
                    _frontier[size] = w;
                    _frontierFrom[size++] = v;
                }
            }
        }

        for (var i = 0; i < count; i++)
        {
            var v = _order[i];
            _isDone[v] = false;
            _sums[v] = _part.Size[v];
            _labels[v] = _part.Label[v] >= 0 ? 1 : 0;
            _counts[v] = 1;
        }

        for (var i = count - 1; i > 0; i--)
        {
            var (v, up) = (_order[i], _above[_order[i]]);
            _sums[up] += _sums[v];
            _labels[up] += _labels[v];
            _counts[up] += _counts[v];
        }
    }

    private (double Error, int Cut, int Grids) Best(ReadOnlySpan<int> set, int count)
    {
        var root = _order[0];
        var (total, labels) = (_sums[root], _labels[root]);
        var mean = Math.Max((double)total / count, 1e-9);
        var best = (Error: double.PositiveInfinity, Cut: -1, Grids: 0);
        for (var i = 1; i < set.Length; i++)
        {
            var v = _order[i];
            var near = (int)(_sums[v] / mean);
            for (var grids = Math.Max(1, near); grids <= near + 1; grids++)
            {
                var rest = count - grids;
                if (rest < 1 || grids > _counts[v] || rest > set.Length - _counts[v] || _labels[v] > grids || labels - _labels[v] > rest)
                {
                    continue;
                }

                var error = Math.Abs(_sums[v] - (grids * mean)) / Math.Min(grids, rest);
                if (error < best.Error)
                {
                    best = (error, v, grids);
                }
            }
        }

        return best;
    }

    private void Mark(ReadOnlySpan<int> set, int cut)
    {
        for (var i = 0; i < set.Length; i++)
        {
            var v = _order[i];
            _side[v] = v == cut || (i > 0 && _side[_above[v]]);
        }
    }

    private int Partition(Span<int> set)
    {
        var first = 0;
        for (var i = 0; i < set.Length; i++)
        {
            if (_side[set[i]])
            {
                (set[first], set[i]) = (set[i], set[first]);
                first++;
            }
        }

        return first;
    }
}
