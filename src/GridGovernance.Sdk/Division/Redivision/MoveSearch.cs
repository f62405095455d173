namespace GridGovernance.Sdk.Division;

/// <summary>Brings grids within the bounds by few units, each moved once: branch and bound over the grid that is farthest off.</summary>
/// <remarks>Where it ends within its steps, no plan that moves at most <see cref="Deepest"/> units one after the other, each from or to a grid that is outside at that time, changes less.</remarks>
internal sealed class MoveSearch
{
    private const int Deepest = 8;

    private readonly PartGraph _part;
    private readonly int[] _home;
    private readonly int[] _gridOf;
    private readonly long _low;
    private readonly long _high;
    private readonly long[] _sizes;
    private readonly bool[] _isMoved;
    private readonly int[] _seen;
    private readonly int[] _queue;
    private int _stamp;
    private int _left;
    private long _best;
    private int[]? _found;

    /// <summary>Begins.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="home">The old grid of each vertex; −1 where it had none.</param>
    /// <param name="start">The plan that it starts from: every grid connected.</param>
    /// <param name="count">The number of grids.</param>
    /// <param name="low">The least size of a grid.</param>
    /// <param name="high">The largest size of a grid.</param>
    internal MoveSearch(PartGraph part, int[] home, int[] start, int count, long low, long high)
    {
        (_part, _home, _gridOf, _low, _high) = (part, home, (int[])start.Clone(), low, high);
        _sizes = PartMeasure.Sums(part.Size, start, count);
        _isMoved = new bool[part.Count];
        _seen = new int[part.Count];
        _queue = new int[part.Count];
    }

    /// <summary>Searches.</summary>
    /// <param name="most">What a plan must stay below.</param>
    /// <param name="steps">How many states are looked at.</param>
    /// <returns>The best plan found; null where none stays below.</returns>
    internal int[]? Run(long most, int steps)
    {
        (_best, _left, _found) = (most, steps, null);
        var moved = 0L;
        for (var v = 0; v < _gridOf.Length; v++)
        {
            moved += _home[v] >= 0 && _home[v] != _gridOf[v] ? _part.Size[v] : 0;
        }

        Visit(moved, 0);
        return _found;
    }

    private void Visit(long moved, int depth)
    {
        var (above, below, worst, farthest) = (0L, 0L, -1, 0L);
        for (var grid = 0; grid < _sizes.Length; grid++)
        {
            var (over, under) = (Math.Max(0, _sizes[grid] - _high), Math.Max(0, _low - _sizes[grid]));
            (above, below) = (above + over, below + under);
            (worst, farthest) = Math.Max(over, under) > farthest ? (grid, Math.Max(over, under)) : (worst, farthest);
        }

        // What has come back home may lower the sum again; a unit moves once on a way, so that only the start's own strays do.
        if (worst < 0)
        {
            if (moved < _best && PartMeasure.IsLegal(_part, _gridOf, _sizes.Length))
            {
                (_best, _found) = (moved, (int[])_gridOf.Clone());
            }

            return;
        }

        if (depth == Deepest || --_left <= 0 || moved + Math.Max(above, below) >= _best)
        {
            return;
        }

        foreach (var (v, to) in Moves(worst, farthest))
        {
            var (from, size) = (_gridOf[v], _part.Size[v]);
            var next = moved + (_home[v] == from ? size : 0) - (_home[v] == to ? size : 0);
            if (next >= _best || !StaysConnected(v, from))
            {
                continue;
            }

            Move(v, from, to, true);
            Visit(next, depth + 1);
            Move(v, to, from, false);
        }
    }

    private void Move(int v, int from, int to, bool isMoved)
    {
        _gridOf[v] = to;
        _sizes[from] -= _part.Size[v];
        _sizes[to] += _part.Size[v];
        _isMoved[v] = isMoved;
    }

    // Out of a grid that is too large, or into one that is too small; those first whose size comes nearest to what is amiss.
    private List<(int Vertex, int To)> Moves(int grid, long amiss)
    {
        var moves = new HashSet<(int Vertex, int To)>();
        for (var v = 0; v < _gridOf.Length; v++)
        {
            if (_gridOf[v] != grid)
            {
                continue;
            }

            foreach (var w in _part.NeighboursOf(v))
            {
                var (mover, to) = _sizes[grid] > _high ? (v, _gridOf[w]) : (w, grid);
                if (_gridOf[w] != grid && !_isMoved[mover] && _part.Size[mover] > 0)
                {
                    moves.Add((mover, to));
                }
            }
        }

        return [.. moves.OrderBy(move => Math.Abs(_part.Size[move.Vertex] - amiss)).ThenBy(static move => move)];
    }

    private bool StaysConnected(int v, int grid)
    {
        _stamp++;
        _seen[v] = _stamp;
        var (head, tail, others) = (0, 0, 0);
        foreach (var w in _gridOf)
        {
            others += w == grid ? 1 : 0;
        }

        foreach (var w in _part.NeighboursOf(v))
        {
            if (_gridOf[w] == grid)
            {
                _queue[tail++] = w;
                _seen[w] = _stamp;
                break;
            }
        }

        while (head < tail)
        {
            foreach (var w in _part.NeighboursOf(_queue[head++]))
            {
                if (_seen[w] != _stamp && _gridOf[w] == grid)
                {
                    _seen[w] = _stamp;
                    _queue[tail++] = w;
                }
            }
        }

        return tail > 0 && tail == others - 1;
    }
}
