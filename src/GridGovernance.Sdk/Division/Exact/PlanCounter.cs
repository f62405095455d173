namespace GridGovernance.Sdk.Division;

/// <summary>Counts all connected plans inside a window.</summary>
internal sealed class PlanCounter : ExactRecursion
{
    private readonly Dictionary<(ulong Set, int Count), UInt128> _counts = [];
    private UInt128 _current;

    /// <summary>Begins.</summary>
    /// <param name="graph">The parent.</param>
    /// <param name="window">Which grids are let through.</param>
    /// <param name="limit">How many steps it may take.</param>
    internal PlanCounter(ExactGraph graph, SizeWindow window, long limit)
        : base(graph, window, limit)
    {
    }

    /// <summary>Counts.</summary>
    /// <param name="count">The number of grids.</param>
    /// <returns>The number of plans; no number where <see cref="ExactRecursion.IsExhausted"/>.</returns>
    internal UInt128 Run(int count) => Pieces(Graph.All) is { } pieces ? Share(pieces, 0, count) : 0;

    /// <inheritdoc/>
    private protected override bool Visit(Frame frame, ulong grid, Piece[] pieces)
    {
        var outer = _current;
        var plans = Share(pieces, 0, frame.Count - 1);
        _current = outer + plans;
        return false;
    }

    private UInt128 Share(Piece[] pieces, int first, int count)
    {
        if (first == pieces.Length)
        {
            return count == 0 ? UInt128.One : UInt128.Zero;
        }

        var (least, most) = (0, 0);
        for (var i = first + 1; i < pieces.Length; i++)
        {
            least += pieces[i].Low;
            most += pieces[i].High;
        }

        var plans = UInt128.Zero;
        for (var own = Math.Max(pieces[first].Low, count - most); own <= Math.Min(pieces[first].High, count - least); own++)
        {
            var here = Divide(pieces[first].Set, own);
            plans += here == 0 ? 0 : here * Share(pieces, first + 1, count - own);
        }

        return plans;
    }

    private UInt128 Divide(ulong set, int count)
    {
        if (count == 1)
        {
            return IsGrid(set) ? UInt128.One : UInt128.Zero;
        }

        if (IsExhausted)
        {
            return 0;
        }

        if (!_counts.TryGetValue((set, count), out var plans))
        {
            var outer = _current;
            _current = 0;
            Walk(set, count);
            plans = _current;
            _current = outer;
            _counts.Add((set, count), plans);
        }

        return plans;
    }
}
