namespace GridGovernance.Sdk.Division;

/// <summary>A flow of least cost through a small network, by successive shortest paths (Ahuja, Magnanti and Orlin, "Network Flows", 1993, 9.7).</summary>
internal sealed class CostFlow
{
    private readonly int _nodes;
    private readonly List<(int To, long Left, long Cost)> _arcs = [];
    private readonly List<int>[] _out;

    /// <summary>Begins.</summary>
    /// <param name="nodes">The number of nodes.</param>
    internal CostFlow(int nodes)
    {
        _nodes = nodes;
        _out = new List<int>[nodes];
        for (var node = 0; node < nodes; node++)
        {
            _out[node] = [];
        }
    }

    /// <summary>Adds an arc.</summary>
    /// <param name="from">Where it begins.</param>
    /// <param name="to">Where it ends.</param>
    /// <param name="capacity">How much may flow; nothing is added for 0.</param>
    /// <param name="cost">What each unit costs; below 0 for flow that is wanted. No circle of arcs costs less than 0.</param>
    internal void Add(int from, int to, long capacity, long cost)
    {
        if (capacity > 0)
        {
            _out[from].Add(_arcs.Count);
            _arcs.Add((to, capacity, cost));
            _out[to].Add(_arcs.Count);
            _arcs.Add((from, 0, -cost));
        }
    }

    /// <summary>Sends flow as long as a path costs less than 0.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="sink">Where it goes.</param>
    /// <returns>The cost of all that flows.</returns>
    internal long Run(int source, int sink)
    {
        var total = 0L;
        var above = new int[_nodes];
        while (ShortestTo(source, sink, above) is < 0 and var cost)
        {
            var amount = long.MaxValue;
            for (var node = sink; node != source; node = _arcs[above[node] ^ 1].To)
            {
                amount = Math.Min(amount, _arcs[above[node]].Left);
            }

            for (var node = sink; node != source; node = _arcs[above[node] ^ 1].To)
            {
                var arc = above[node];
                _arcs[arc] = _arcs[arc] with { Left = _arcs[arc].Left - amount };
                _arcs[arc ^ 1] = _arcs[arc ^ 1] with { Left = _arcs[arc ^ 1].Left + amount };
            }

            total += amount * cost;
        }

        return total;
    }

    // Bellman and Ford, with a queue.
    private long? ShortestTo(int source, int sink, int[] above)
    {
        var distance = new long[_nodes];
        Array.Fill(distance, long.MaxValue);
        var isQueued = new bool[_nodes];
        var queue = new Queue<int>();
        distance[source] = 0;
        queue.Enqueue(source);
        while (queue.TryDequeue(out var node))
        {
            isQueued[node] = false;
            foreach (var arc in _out[node])
            {
                var (to, left, cost) = _arcs[arc];
                if (left > 0 && distance[node] + cost < distance[to])
                {
                    distance[to] = distance[node] + cost;
                    above[to] = arc;
                    if (!isQueued[to])
                    {
                        isQueued[to] = true;
                        queue.Enqueue(to);
                    }
                }
            }
        }

        return distance[sink] == long.MaxValue ? null : distance[sink];
    }
}
