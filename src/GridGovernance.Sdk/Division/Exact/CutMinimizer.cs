namespace GridGovernance.Sdk.Division;

/// <summary>Finds the plan inside a window that cuts the fewest edges.</summary>
internal sealed class CutMinimizer : ExactRecursion
{
    private const int None = int.MaxValue / 4;

    private readonly Dictionary<(ulong Set, int Count), (int Cuts, ulong Grid)> _best = [];
    private (int Cuts, ulong Grid) _current = (None, 0);

    /// <summary>Begins.</summary>
    /// <param name="graph">The parent.</param>
    /// <param name="window">Which grids are let through.</param>
    /// <param name="limit">How many steps it may take.</param>
    internal CutMinimizer(ExactGraph graph, SizeWindow window, long limit)
        : base(graph, window, limit)
    {
    }

    /// <summary>Searches.</summary>
    /// <param name="count">The number of grids.</param>
    /// <returns>The grids; null where there are none, or <see cref="ExactRecursion.IsExhausted"/>.</returns>
    internal IReadOnlyList<ulong>? Run(int count)
    {
        if (Pieces(Graph.All) is not { } pieces || Share(pieces, 0, count, None) >= None || IsExhausted)
        {
            return null;
        }

        var chosen = new List<ulong>(count);
        Collect(pieces, count, chosen);
        return chosen;
    }

    /// <inheritdoc/>
    private protected override bool Visit(Frame frame, ulong grid, Piece[] pieces)
    {
        var outer = _current;
        var cuts = Graph.CutsBetween(grid, frame.Set & ~grid);
        if (cuts < outer.Cuts)
        {
            cuts += Share(pieces, 0, frame.Count - 1, outer.Cuts - cuts);
        }

        _current = cuts < outer.Cuts ? (cuts, grid) : outer;
        return false;
    }

    // The fewest cuts of the pieces from the given one on, or something not below the limit.
    private int Share(Piece[] pieces, int first, int count, int limit)
    {
        if (first == pieces.Length)
        {
            return count == 0 ? 0 : None;
        }

        var (least, most) = (0, 0);
        for (var i = first + 1; i < pieces.Length; i++)
        {
            least += pieces[i].Low;
            most += pieces[i].High;
        }

        var best = None;
        for (var own = Math.Max(pieces[first].Low, count - most); own <= Math.Min(pieces[first].High, count - least); own++)
        {
            var cuts = Divide(pieces[first].Set, own);
            if (cuts < Math.Min(best, limit))
            {
                best = Math.Min(best, cuts + Share(pieces, first + 1, count - own, Math.Min(best, limit) - cuts));
            }
        }

        return best;
    }

    private int Divide(ulong set, int count)
    {
        if (count == 1)
        {
            return IsGrid(set) ? 0 : None;
        }

        if (IsExhausted)
        {
            return None;
        }

        if (!_best.TryGetValue((set, count), out var best))
        {
            var outer = _current;
            _current = (None, 0);
            Walk(set, count);
            best = _current;
            _current = outer;
            _best.Add((set, count), best);
        }

        return best.Cuts;
    }

    private void Collect(Piece[] pieces, int count, List<ulong> chosen)
    {
        for (var first = 0; first < pieces.Length; first++)
        {
            var own = Own(pieces, first, count);
            count -= own;
            var set = pieces[first].Set;
            if (own == 1)
            {
                chosen.Add(set);
                continue;
            }

            var grid = _best[(set, own)].Grid;
            chosen.Add(grid);
            Collect(Pieces(set & ~grid)!, own - 1, chosen);
        }
    }

    private int Own(Piece[] pieces, int first, int count)
    {
        var best = (Cuts: None, Own: 0);
        for (var own = pieces[first].Low; own <= Math.Min(pieces[first].High, count); own++)
        {
            var cuts = Divide(pieces[first].Set, own);
            cuts += cuts < None ? Share(pieces, first + 1, count - own, None) : 0;
            best = cuts < best.Cuts ? (cuts, own) : best;
        }

        return best.Own;
    }
}
