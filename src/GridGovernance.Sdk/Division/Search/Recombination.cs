namespace GridGovernance.Sdk.Division;

/// <summary>Redraws the border of two neighbouring grids by a random spanning tree of both.</summary>
internal sealed class Recombination
{
    private const int Trees = 6;

    private readonly PartGraph _part;
    private readonly SearchState _state;
    private readonly TreeSplitter _splitter;
    private readonly HashSet<long> _tried = [];
    private readonly int[] _set;
    private readonly int[] _kept;
    private readonly int[] _seen;
    private int _stamp;

    /// <summary>Begins.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="state">The plan.</param>
    /// <param name="random">The random numbers.</param>
    internal Recombination(PartGraph part, SearchState state, SeededRandom random)
    {
        (_part, _state) = (part, state);
        _splitter = new TreeSplitter(part, random);
        _set = new int[part.Count];
        _kept = new int[part.Count];
        _seen = new int[part.Count];
    }

    /// <summary>Tries to mend the grids that lie outside the tolerance or a hard bound, each with each of its neighbours.</summary>
    /// <param name="annealer">Settles what was redrawn.</param>
    /// <param name="rounds">How often.</param>
    /// <param name="cancellation">Ends the work.</param>
    internal void Mend(Annealer annealer, int rounds, CancellationToken cancellation)
    {
        for (var round = 0; round < rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            _tried.Clear();
            for (var v = 0; v < _part.Count; v++)
            {
                for (var i = _part.Offsets[v]; i < _part.Offsets[v + 1] && IsOutside(_state.GridOf[v]); i++)
                {
                    var (own, other) = (_state.GridOf[v], _state.GridOf[_part.Targets[i]]);
                    if (other != own && _tried.Add(((long)Math.Min(own, other) << 32) | (uint)Math.Max(own, other)))
                    {
                        Redraw(v, own, other, annealer);
                    }
                }
            }

            if (_tried.Count == 0)
            {
                return;
            }
        }
    }

    private bool IsOutside(int grid) => _state.Tolerances(_state.Size[grid]) > 1 || !_part.Settings.Allows(_state.Size[grid], _state.Other[grid]);

    private void Redraw(int v, int a, int b, Annealer annealer)
    {
        var set = Gather(v, a, b);
        var before = _state.Cost[a] + _state.Cost[b];
        foreach (var w in set)
        {
            _kept[w] = _state.GridOf[w];
        }

        var (vertices, grids) = _splitter.Split(set, 2, Trees);
        if (vertices == 0 || grids != 1)
        {
            return;
        }

        for (var i = 0; i < set.Length; i++)
        {
            _state.GridOf[set[i]] = i < vertices ? a : b;
        }

        _state.Recount(set, a, b);
        annealer.Settle(set, a, b);
        if (_state.Cost[a] + _state.Cost[b] < before - 1e-9)
        {
            return;
        }

        foreach (var w in set)
        {
            _state.GridOf[w] = _kept[w];
        }

        _state.Recount(set, a, b);
    }

    private Span<int> Gather(int start, int a, int b)
    {
        _stamp++;
        var (head, tail) = (0, 0);
        _set[tail++] = start;
        _seen[start] = _stamp;
        while (head < tail)
        {
            var at = _set[head++];
            for (var i = _part.Offsets[at]; i < _part.Offsets[at + 1]; i++)
            {
                var w = _part.Targets[i];
                if (_seen[w] != _stamp && (_state.GridOf[w] == a || _state.GridOf[w] == b))
                {
                    _seen[w] = _stamp;
                    _set[tail++] = w;
                }
            }
        }

        return _set.AsSpan(0, tail);
    }
}
