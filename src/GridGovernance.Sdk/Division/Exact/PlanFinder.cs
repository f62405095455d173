namespace GridGovernance.Sdk.Division;

/// <summary>Finds one plan inside a window, or proves that there is none.</summary>
internal sealed class PlanFinder : ExactRecursion
{
    private readonly HashSet<(ulong Set, int Count)> _failed;
    private readonly List<ulong> _chosen = [];

    /// <summary>Begins.</summary>
    /// <param name="graph">The parent.</param>
    /// <param name="window">Which grids are let through.</param>
    /// <param name="limit">How many steps it may take.</param>
    /// <param name="failed">What is known to fail in a window at least as wide; grows.</param>
    internal PlanFinder(ExactGraph graph, SizeWindow window, long limit, HashSet<(ulong Set, int Count)> failed)
        : base(graph, window, limit) => _failed = failed;

    /// <summary>Searches.</summary>
    /// <param name="count">The number of grids.</param>
    /// <returns>The grids; null where there are none, or <see cref="ExactRecursion.IsExhausted"/>.</returns>
    internal IReadOnlyList<ulong>? Run(int count) => Pieces(Graph.All) is { } pieces && Share(pieces, 0, count) ? _chosen : null;

    /// <inheritdoc/>
    private protected override bool Visit(Frame frame, ulong grid, Piece[] pieces)
    {
        var mark = _chosen.Count;
        _chosen.Add(grid);
        if (Share(pieces, 0, frame.Count - 1))
        {
            return true;
        }

        _chosen.RemoveRange(mark, _chosen.Count - mark);
        return false;
    }

    private bool Share(Piece[] pieces, int first, int count)
    {
        if (first == pieces.Length)
        {
            return count == 0;
        }

        var (least, most) = (0, 0);
        for (var i = first + 1; i < pieces.Length; i++)
        {
            least += pieces[i].Low;
            most += pieces[i].High;
        }

        for (var own = Math.Max(pieces[first].Low, count - most); own <= Math.Min(pieces[first].High, count - least); own++)
        {
            var mark = _chosen.Count;
            if (Divide(pieces[first].Set, own) && Share(pieces, first + 1, count - own))
            {
                return true;
            }

            _chosen.RemoveRange(mark, _chosen.Count - mark);
        }

        return false;
    }

    private bool Divide(ulong set, int count)
    {
        if (count == 1)
        {
            if (IsGrid(set))
            {
                _chosen.Add(set);
                return true;
            }

            return false;
        }

        if (IsExhausted || _failed.Contains((set, count)))
        {
            return false;
        }

        if (Walk(set, count) && !IsExhausted)
        {
            return true;
        }

        if (!IsExhausted)
        {
            _failed.Add((set, count));
        }

        return false;
    }
}
