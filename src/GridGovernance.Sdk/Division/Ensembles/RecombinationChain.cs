namespace GridGovernance.Sdk.Division;

/// <summary>A reversible Markov chain over the plans of one parent, whose stationary distribution is that of <see cref="Ensemble"/>.</summary>
/// <remarks>
/// <para>A step draws an edge of the graph; where it joins grids A and B, a uniform spanning tree of A ∪ B, and one of M tickets, of which as many win
/// as the tree has edges whose removal leaves two allowed sides. M is a number that depends on A ∪ B alone and is never exceeded.</para>
/// <para>So A, B becomes A′, B′ with the chance e(A,B)/e · τ(A′)τ(B′)e(A′,B′)/τ(A∪B) · 1/M, with e for edges between and τ for spanning trees: times
/// τ(A)τ(B) it is the same in both directions, which is detailed balance. Drawing an edge, and not a pair of grids, stands in for the acceptance by
/// 1/e(A′,B′) of Cannon, Duchin, Randall and Rule (2022), and pairs that are no neighbours cost nothing.</para>
/// </remarks>
internal sealed class RecombinationChain
{
    private readonly PartGraph _part;
    private readonly DrawRules _rules;
    private readonly SeededRandom _random;
    private readonly UniformTree _tree;
    private readonly int[] _gridOf;
    private readonly List<int>[] _members;
    private readonly int[] _sourceOf;
    private readonly int[] _set;
    private readonly long[] _smallest;
    private readonly long[] _sizes;
    private readonly long[] _others;
    private readonly int[] _labels;
    private readonly long[][] _extras;
    private readonly long[] _own;
    private readonly long[] _rest;
    private readonly List<int> _cuts = [];
    private readonly bool[] _isBelow;

    /// <summary>Begins.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="count">The number of grids.</param>
    /// <param name="gridOf">The grid of each vertex in an allowed plan; it is changed in place.</param>
    /// <param name="rules">What grids must keep.</param>
    /// <param name="random">The random numbers.</param>
    internal RecombinationChain(PartGraph part, int count, int[] gridOf, DrawRules rules, SeededRandom random)
    {
        (_part, _gridOf, _rules, _random) = (part, gridOf, rules, random);
        _tree = new UniformTree(part, random);
        _members = new List<int>[count];
        _sourceOf = new int[part.Targets.Length];
        for (var grid = 0; grid < count; grid++)
        {
            _members[grid] = [];
        }

        for (var v = 0; v < part.Count; v++)
        {
            _members[gridOf[v]].Add(v);
            _sourceOf.AsSpan(part.Offsets[v], part.Offsets[v + 1] - part.Offsets[v]).Fill(v);
        }

        _set = new int[part.Count];
        _smallest = new long[part.Count];
        _sizes = new long[part.Count];
        _others = new long[part.Count];
        _labels = new int[part.Count];
        _extras = [.. part.Extra.Select(_ => new long[part.Count])];
        _own = new long[part.Extra.Length];
        _rest = new long[part.Extra.Length];
        _isBelow = new bool[part.Count];
    }

    /// <summary>Gets how many steps changed the plan.</summary>
    internal long Accepted { get; private set; }

    /// <summary>Gets how many steps there were.</summary>
    internal long Steps { get; private set; }

    /// <summary>Walks.</summary>
    /// <param name="steps">The number of steps.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal void Walk(long steps, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        for (; steps > 0 && _part.Targets.Length > 0; steps--)
        {
            Steps++;
            var edge = _random.NextInt32(_part.Targets.Length);
            var (a, b) = (_gridOf[_sourceOf[edge]], _gridOf[_part.Targets[edge]]);
            if (a != b)
            {
                Recombine(a, b);
            }
        }
    }

    /// <summary>Returns how many edges at most, of any spanning tree of a set, leave two sides that are both at least as large as the least.</summary>
    /// <remarks>
    /// They form a subtree: between two such edges every edge is one. With ℓ leaves, whose sides are apart and hold at least ℓ × least together, b such edges
    /// have b + 1 − ℓ inner vertices in what is left; the smallest vertices tell how many fit into that.
    /// </remarks>
    /// <param name="sizes">The sizes of the vertices, ascending.</param>
    /// <param name="total">Their sum.</param>
    /// <param name="least">The least size of a side.</param>
    internal static int MostCuts(ReadOnlySpan<long> sizes, long total, long least)
    {
        if (least <= 0)
        {
            return sizes.Length - 1;
        }

        var most = 1;
        for (var leaves = 2; leaves <= total / least && leaves <= sizes.Length; leaves++)
        {
            var (left, inner) = (total - (leaves * least), 0);
            while (inner < sizes.Length && sizes[inner] <= left)
            {
                left -= sizes[inner++];
            }

            most = Math.Max(most, leaves - 1 + inner);
        }

        return Math.Min(most, sizes.Length - 1);
    }

    private void Recombine(int a, int b)
    {
        var count = 0;
        foreach (var grid in (ReadOnlySpan<int>)[a, b])
        {
            foreach (var v in _members[grid])
            {
                _smallest[count] = _part.Size[v];
                _set[count++] = v;
            }
        }

        var set = _set.AsSpan(0, count);
        _tree.Draw(set);
        FindCuts(count);
        if (_cuts.Count == 0)
        {
            return;
        }

        var total = _sizes[_tree.Order[0]];
        _smallest.AsSpan(0, count).Sort();
        var ticket = _random.NextInt32(MostCuts(_smallest.AsSpan(0, count), total, Math.Max(_rules.Least, _rules.Most == long.MaxValue ? 0 : total - _rules.Most)));
        if (ticket < _cuts.Count)
        {
            Accepted++;
            Deal(a, b, _cuts[ticket], count);
        }
    }

    private void FindCuts(int count)
    {
        _cuts.Clear();
        var order = _tree.Order.AsSpan(0, count);
        foreach (var v in order)
        {
            (_sizes[v], _others[v], _labels[v]) = (_part.Size[v], _part.Other[v], _part.Label[v] >= 0 ? 1 : 0);
            for (var m = 0; m < _extras.Length; m++)
            {
                _extras[m][v] = _part.Extra[m][v];
            }
        }

        for (var i = count - 1; i > 0; i--)
        {
            var (v, up) = (order[i], _tree.Above[order[i]]);
            _sizes[up] += _sizes[v];
            _others[up] += _others[v];
            _labels[up] += _labels[v];
            foreach (var extra in _extras)
            {
                extra[up] += extra[v];
            }
        }

        var root = order[0];
        for (var i = 1; i < count; i++)
        {
            var v = order[i];
            for (var m = 0; m < _extras.Length; m++)
            {
                (_own[m], _rest[m]) = (_extras[m][v], _extras[m][root] - _extras[m][v]);
            }

            if (_rules.Allow(_sizes[v], _others[v], _labels[v], _own)
                && _rules.Allow(_sizes[root] - _sizes[v], _others[root] - _others[v], _labels[root] - _labels[v], _rest))
            {
                _cuts.Add(v);
            }
        }
    }

    private void Deal(int a, int b, int cut, int count)
    {
        _members[a].Clear();
        _members[b].Clear();
        for (var i = 0; i < count; i++)
        {
            var v = _tree.Order[i];
            _isBelow[v] = v == cut || (i > 0 && _isBelow[_tree.Above[v]]);
            _gridOf[v] = _isBelow[v] ? a : b;
            _members[_gridOf[v]].Add(v);
        }
    }
}
