namespace GridGovernance.Sdk.Geodesy;

/// <summary>The pieces of a noded line work along which a chain runs as often forth as back, in connected runs.</summary>
internal sealed class UnmatchedRuns
{
    private readonly List<NodedEdge> _edges;
    private readonly List<List<int>> _runs = [];

    internal UnmatchedRuns(List<NodedEdge> edges)
    {
        _edges = edges;
        var at = new Dictionary<(long X, long Y), List<int>>();
        for (var i = 0; i < edges.Count; i++)
        {
            if (edges[i].OutlineTurns == 0)
            {
                Add(at, (edges[i].Edge.FromX, edges[i].Edge.FromY), i);
                Add(at, (edges[i].Edge.ToX, edges[i].Edge.ToY), i);
            }
        }

        var seen = new bool[edges.Count];
        for (var first = 0; first < edges.Count; first++)
        {
            if (edges[first].OutlineTurns == 0 && !seen[first])
            {
                _runs.Add(Collect(at, seen, first));
            }
        }
    }

    /// <summary>Gets the number of runs.</summary>
    internal int Count => _runs.Count;

    /// <summary>Returns the pieces of a run, as positions in the line work, ascending.</summary>
    internal IReadOnlyList<int> Pieces(int run) => _runs[run];

    /// <summary>Finds a point of a run that is no end of some edge that passes there: the point that one side lacks.</summary>
    /// <param name="run">The run.</param>
    /// <param name="edges">The edges that run along it.</param>
    /// <param name="lacking">The positions of the edges that lack a point.</param>
    /// <returns>The point; the first of the run where all edges end at all points.</returns>
    internal (long X, long Y) PointInside(int run, IReadOnlyList<DirectedEdge> edges, out SortedSet<int> lacking)
    {
        lacking = [];
        var points = new SortedSet<(long X, long Y)>();
        foreach (var piece in _runs[run])
        {
            points.Add((_edges[piece].Edge.FromX, _edges[piece].Edge.FromY));
            points.Add((_edges[piece].Edge.ToX, _edges[piece].Edge.ToY));
        }

        var found = new SortedSet<(long X, long Y)>();
        for (var i = 0; i < edges.Count; i++)
        {
            var edge = edges[i];
            var box = EdgeBox.Empty.Include(edge);
            foreach (var point in points)
            {
                var isEnd = point == (edge.FromX, edge.FromY) || point == (edge.ToX, edge.ToY);
                if (!isEnd && point.X >= box.West && point.X <= box.East && point.Y >= box.South && point.Y <= box.North)
                {
                    found.Add(point);
                    lacking.Add(i);
                }
            }
        }

        return found.Count > 0 ? found.Min : points.Min;
    }

    private static void Add(Dictionary<(long X, long Y), List<int>> at, (long X, long Y) point, int edge)
    {
        if (!at.TryGetValue(point, out var list))
        {
            at.Add(point, list = new List<int>(2));
        }

        list.Add(edge);
    }

    private List<int> Collect(Dictionary<(long X, long Y), List<int>> at, bool[] seen, int first)
    {
        var run = new List<int>();
        var stack = new Stack<int>();
        seen[first] = true;
        stack.Push(first);
        while (stack.TryPop(out var edge))
        {
            run.Add(edge);
            var e = _edges[edge].Edge;
            foreach (var next in at[(e.FromX, e.FromY)].Concat(at[(e.ToX, e.ToY)]))
            {
                if (!seen[next])
                {
                    seen[next] = true;
                    stack.Push(next);
                }
            }
        }

        run.Sort();
        return run;
    }
}
