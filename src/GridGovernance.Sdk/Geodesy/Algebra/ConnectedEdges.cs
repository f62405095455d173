namespace GridGovernance.Sdk.Geodesy;

/// <summary>Which pairs of edges hang together through common ends.</summary>
internal sealed class ConnectedEdges
{
    private readonly Dictionary<(long X, long Y), (long X, long Y)> _towards = [];
    private readonly List<(int Position, (long X, long Y) Point)> _pairs = [];
    private HashSet<int>? _first;

    /// <summary>Joins the ends of two edges.</summary>
    /// <param name="a">One edge.</param>
    /// <param name="b">The other.</param>
    /// <param name="position">What the pair is called.</param>
    internal void Join(DirectedEdge a, DirectedEdge b, int position)
    {
        var root = Root((a.FromX, a.FromY));
        foreach (var point in new[] { (a.ToX, a.ToY), (b.FromX, b.FromY), (b.ToX, b.ToY) })
        {
            _towards[Root(point)] = root;
        }

        _pairs.Add((position, (a.FromX, a.FromY)));
        _first = null;
    }

    /// <summary>Says whether a pair is the first of all that hang together with it.</summary>
    internal bool IsFirst(int position)
    {
        _first ??= [.. _pairs.GroupBy(pair => Root(pair.Point)).Select(static run => run.Min(static pair => pair.Position))];
        return _first.Contains(position);
    }

    private (long X, long Y) Root((long X, long Y) point)
    {
        while (_towards.TryGetValue(point, out var next) && next != point)
        {
            point = next;
        }

        return point;
    }
}
