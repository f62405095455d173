namespace GridGovernance.Sdk.Geodesy;

/// <summary>Areas laid over each other and cut along all their borders: the faces, and which areas cover each.</summary>
/// <remarks>The cuts lie on the quantum, so a face is never rounded again. An area that crosses itself covers what a ray leaves an odd number of times.</remarks>
internal sealed class AreaArrangement
{
    private readonly CoordinateSystem _system;
    private readonly PlanarFaces _faces;
    private readonly int[][] _areasAlong;
    private readonly int[][] _covers;
    private readonly List<int>[] _halves;

    /// <summary>Lays areas over each other.</summary>
    /// <param name="system">The coordinate system.</param>
    /// <param name="areas">The edges around each area.</param>
    internal AreaArrangement(CoordinateSystem system, IReadOnlyList<List<DirectedEdge>> areas)
    {
        _system = system;
        var edges = new List<DirectedEdge>();
        var owners = new List<List<int>>();
        Collect(areas, edges, owners);
        var noded = LineNoder.Node(edges, [], out var sources);
        _areasAlong = new int[noded.Count][];
        var odd = new SortedSet<int>();
        for (var i = 0; i < noded.Count; i++)
        {
            odd.Clear();
            foreach (var source in sources[i])
            {
                odd.SymmetricExceptWith(owners[source]);
            }

            _areasAlong[i] = [.. odd];
        }

        _faces = PlanarFaces.Build(noded);
        _halves = new List<int>[_faces.Count + 1];
        for (var face = 0; face <= _faces.Count; face++)
        {
            _halves[face] = [];
        }

        for (var half = 0; half < _faces.HalfEdgeCount; half++)
        {
            _halves[_faces.FaceOf(half)].Add(half);
        }

        _covers = Cover();
    }

    /// <summary>Gets the number of bounded faces.</summary>
    internal int Count => _faces.Count;

    /// <summary>Returns the areas that cover a face, ascending.</summary>
    internal ReadOnlySpan<int> CoversOf(int face) => _covers[face];

    /// <summary>Returns a corner of a face.</summary>
    internal GeoPoint CornerOf(int face)
    {
        var edge = _faces.Edge(_halves[face][0]);
        return _system.ToPoint(edge.FromX, edge.FromY);
    }

    /// <summary>Calls for each piece of border between a face and another.</summary>
    /// <param name="face">The face.</param>
    /// <param name="visit">Takes the other face, <see cref="Count"/> for the one around everything, and the length of the piece in metres.</param>
    internal void ForEachNeighbour(int face, Action<int, double> visit)
    {
        foreach (var half in _halves[face])
        {
            var other = _faces.FaceOf(half ^ 1);
            if (other != face)
            {
                var edge = _faces.Edge(half);
                visit(other, _system.DistanceMetres(_system.ToPoint(edge.FromX, edge.FromY), _system.ToPoint(edge.ToX, edge.ToY)));
            }
        }
    }

    /// <summary>Unites faces by owner.</summary>
    /// <param name="ownersOf">The owners of each face, ascending.</param>
    /// <param name="count">The number of owners.</param>
    /// <returns>The boundary of each owner; null where it owns nothing.</returns>
    internal GridBoundary?[] Unite(IReadOnlyList<int>[] ownersOf, int count)
    {
        var borders = new List<DirectedEdge>?[count];
        for (var half = 0; half < _faces.HalfEdgeCount; half++)
        {
            var (face, other) = (_faces.FaceOf(half), _faces.FaceOf(half ^ 1));
            if (face == other || face == Count)
            {
                continue;
            }

            foreach (var owner in ownersOf[face])
            {
                if (other == Count || !ownersOf[other].Contains(owner))
                {
                    (borders[owner] ??= []).Add(_faces.Edge(half));
                }
            }
        }

        return Array.ConvertAll(borders, border => border is null ? null : RingTracer.Trace(_system, border));
    }

    // Different edges, each with the areas that it bounds an odd number of times.
    private static void Collect(IReadOnlyList<List<DirectedEdge>> areas, List<DirectedEdge> edges, List<List<int>> owners)
    {
        var positions = new Dictionary<DirectedEdge, int>();
        for (var area = 0; area < areas.Count; area++)
        {
            foreach (var edge in areas[area])
            {
                var canonical = edge.IsCanonical ? edge : edge.Reverse;
                if (!positions.TryGetValue(canonical, out var position))
                {
                    positions.Add(canonical, position = edges.Count);
                    edges.Add(canonical);
                    owners.Add(new List<int>(2));
                }

                if (!owners[position].Remove(area))
                {
                    owners[position].Add(area);
                }
            }
        }
    }

    // From face to face, beginning outside: who is along the border between two faces covers just one of them.
    private int[][] Cover()
    {
        var covers = new int[Count + 1][];
        covers[Count] = [];
        var queue = new Queue<int>();
        queue.Enqueue(Count);
        while (queue.TryDequeue(out var face))
        {
            foreach (var half in _halves[face])
            {
                var other = _faces.FaceOf(half ^ 1);
                if (covers[other] is null)
                {
                    var set = new SortedSet<int>(covers[face]);
                    set.SymmetricExceptWith(_areasAlong[half >> 1]);
                    covers[other] = [.. set];
                    queue.Enqueue(other);
                }
            }
        }

        return covers;
    }
}
