namespace GridGovernance.Sdk.Geodesy;

/// <summary>The faces of a noded line work: half-edges, the rings that they form, and which face is inside the outline.</summary>
/// <remarks>
/// Half-edge 2i runs along edge i, 2i+1 against it; a face lies to the left of its half-edges. A face has one outer ring and a ring for each
/// piece of line work that floats inside it.
/// </remarks>
internal sealed class PlanarFaces
{
    private readonly List<NodedEdge> _edges;
    private readonly int[] _next;
    private readonly int[] _face;
    private readonly List<int> _outerStart = [];
    private readonly int[] _turns;

    private PlanarFaces(List<NodedEdge> edges)
    {
        _edges = edges;
        _next = LinkAround(edges);
        _face = new int[_next.Length];
        Array.Fill(_face, -1);
        var floating = TraceRings();
        Nest(floating);
        _turns = CountTurns();
    }

    /// <summary>Gets the number of bounded faces; the unbounded one is numbered <see cref="Count"/>.</summary>
    internal int Count => _outerStart.Count;

    /// <summary>Gets the number of half-edges.</summary>
    internal int HalfEdgeCount => _next.Length;

    /// <summary>Builds the faces.</summary>
    /// <param name="edges">Different edges that meet only at their ends.</param>
    /// <returns>The faces.</returns>
    internal static PlanarFaces Build(List<NodedEdge> edges) => new(edges);

    /// <summary>Returns the face to the left of a half-edge.</summary>
    internal int FaceOf(int halfEdge) => _face[halfEdge];

    /// <summary>Says whether a face lies inside the outline.</summary>
    internal bool IsInside(int face) => _turns[face] > 0;

    /// <summary>Returns how often the outline runs around a face, counter-clockwise minus clockwise.</summary>
    internal int TurnsAround(int face) => _turns[face];

    /// <summary>Returns a half-edge as an edge with direction.</summary>
    internal DirectedEdge Edge(int halfEdge) => (halfEdge & 1) == 0 ? _edges[halfEdge >> 1].Edge : _edges[halfEdge >> 1].Edge.Reverse;

    private static int[] LinkAround(List<NodedEdge> edges)
    {
        var ids = new Dictionary<(long X, long Y), int>(edges.Count);
        var start = new int[2 * edges.Count];
        for (var i = 0; i < edges.Count; i++)
        {
            start[2 * i] = Id(ids, edges[i].Edge.FromX, edges[i].Edge.FromY);
            start[(2 * i) + 1] = Id(ids, edges[i].Edge.ToX, edges[i].Edge.ToY);
        }

        var first = new int[ids.Count + 1];
        foreach (var vertex in start)
        {
            first[vertex + 1]++;
        }

        for (var i = 0; i < ids.Count; i++)
        {
            first[i + 1] += first[i];
        }

        var around = new int[start.Length];
        var fill = first.AsSpan(0, ids.Count).ToArray();
        for (var half = 0; half < start.Length; half++)
        {
            around[fill[start[half]]++] = half;
        }

        // The ring's next edge is the first clockwise from the way back.
        var next = new int[start.Length];
        for (var vertex = 0; vertex < ids.Count; vertex++)
        {
            var leaving = around.AsSpan(first[vertex], first[vertex + 1] - first[vertex]);
            leaving.Sort((a, b) => CompareAngle(edges, a, b));
            for (var i = 0; i < leaving.Length; i++)
            {
                next[leaving[i] ^ 1] = leaving[(i + leaving.Length - 1) % leaving.Length];
            }
        }

        return next;
    }

    private static int CompareAngle(List<NodedEdge> edges, int a, int b)
    {
        var (u, v) = (edges[a >> 1].Edge, edges[b >> 1].Edge);
        var (su, sv) = (1 - (2 * (a & 1)), 1 - (2 * (b & 1)));
        return ExactPredicates.CompareAngle(su * (u.ToX - u.FromX), su * (u.ToY - u.FromY), sv * (v.ToX - v.FromX), sv * (v.ToY - v.FromY));
    }

    private static int Id(Dictionary<(long X, long Y), int> ids, long x, long y)
    {
        if (!ids.TryGetValue((x, y), out var id))
        {
            ids.Add((x, y), id = ids.Count);
        }

        return id;
    }

    // Numbers the faces by their outer rings; returns the rings that run around something from outside, as half-edges.
    private List<int> TraceRings()
    {
        var floating = new List<int>();
        var traced = new bool[_next.Length];
        for (var first = 0; first < _next.Length; first++)
        {
            if (traced[first])
            {
                continue;
            }

            Int128 area = 0;
            var at = first;
            do
            {
                traced[at] = true;
                var edge = Edge(at);
                area += ((Int128)edge.FromX - edge.ToX) * (edge.FromY + edge.ToY);
                at = _next[at];
            }
            while (at != first);

            if (area > 0)
            {
                Label(first, _outerStart.Count);
                _outerStart.Add(first);
            }
            else
            {
                floating.Add(first);
            }
        }

        return floating;
    }

    private void Label(int first, int face)
    {
        var at = first;
        do
        {
            _face[at] = face;
            at = _next[at];
        }
        while (at != first);
    }

    // A ring that runs around a piece of line work from outside belongs to the innermost face around that piece.
    private void Nest(List<int> floating)
    {
        var component = Components();
        var boxes = _outerStart.ConvertAll(Box);
        foreach (var ring in floating)
        {
            var edge = Edge(ring);
            var owner = Count;
            for (var face = 0; face < Count; face++)
            {
                if (component[_outerStart[face] >> 1] != component[ring >> 1]
                    && boxes[face].Contains(edge)
                    && (owner == Count || boxes[owner].Contains(boxes[face]))
                    && Surrounds(_outerStart[face], edge))
                {
                    owner = face;
                }
            }

            Label(ring, owner);
        }
    }

    private int[] Components()
    {
        var component = new int[_edges.Count];
        Array.Fill(component, -1);
        var stack = new Stack<int>();
        var count = 0;
        for (var seed = 0; seed < _edges.Count; seed++)
        {
            if (component[seed] >= 0)
            {
                continue;
            }

            stack.Push(seed);
            component[seed] = count;
            while (stack.TryPop(out var edge))
            {
                // The next edge of each side, over all edges, reaches everything that hangs together.
                for (var side = 0; side < 2; side++)
                {
                    var reached = _next[(2 * edge) + side] >> 1;
                    if (component[reached] < 0)
                    {
                        component[reached] = count;
                        stack.Push(reached);
                    }
                }
            }

            count++;
        }

        return component;
    }

    private EdgeBox Box(int ring)
    {
        var box = EdgeBox.Empty;
        var at = ring;
        do
        {
            box = box.Include(Edge(at));
            at = _next[at];
        }
        while (at != ring);

        return box;
    }

    private bool Surrounds(int ring, DirectedEdge inner)
    {
        var (x, y) = (inner.FromX + inner.ToX, inner.FromY + inner.ToY);
        var inside = false;
        var at = ring;
        do
        {
            var edge = Edge(at);
            inside ^= ExactPredicates.RayMeets(2 * edge.FromX, 2 * edge.FromY, 2 * edge.ToX, 2 * edge.ToY, x, y);
            at = _next[at];
        }
        while (at != ring);

        return inside;
    }

    // From the unbounded face, which the outline surrounds 0 times, across every edge: to its left once more than to its right.
    private int[] CountTurns()
    {
        var halves = HalvesOf();
        var turns = new int[Count + 1];
        var known = new bool[Count + 1];
        var queue = new Queue<int>();
        known[Count] = true;
        queue.Enqueue(Count);
        while (queue.TryDequeue(out var face))
        {
            foreach (var half in halves[face])
            {
                var other = _face[half ^ 1];
                if (!known[other])
                {
                    var outline = _edges[half >> 1].OutlineTurns * (1 - (2 * (half & 1)));
                    turns[other] = turns[face] - outline;
                    known[other] = true;
                    queue.Enqueue(other);
                }
            }
        }

        return turns;
    }

    private List<int>[] HalvesOf()
    {
        var halves = new List<int>[Count + 1];
        for (var i = 0; i <= Count; i++)
        {
            halves[i] = [];
        }

        for (var half = 0; half < _face.Length; half++)
        {
            halves[_face[half]].Add(half);
        }

        return halves;
    }
}
