namespace GridGovernance.Sdk.Geodesy;

/// <summary>Turns the edges that did not cancel into gaps, overlaps and parts outside, each with its place and area, and into borders that do not match.</summary>
internal sealed class TilingDefects
{
    // Finer than the quantum, so that slivers between an edge and a point of the quantum beside it keep their area; coordinates must stay whole in a double.
    private const long MostFiner = 1L << 20;
    private const long MostUnits = 1L << 50;

    private readonly GridBoundary? _parent;
    private readonly IReadOnlyList<GridBoundary> _cells;
    private readonly CoordinateSystem _system;
    private readonly List<DirectedEdge> _rest;
    private readonly long _finer = MostFiner;
    private readonly Dictionary<DirectedEdge, List<int>> _cellsOf = [];

    internal TilingDefects(GridBoundary? parent, IReadOnlyList<GridBoundary> cells, List<DirectedEdge> rest)
    {
        _parent = parent;
        _cells = cells;
        _system = parent?.System ?? cells[0].System;
        _rest = rest;
        var all = EdgeBox.Empty;
        foreach (var boundary in Boundaries())
        {
            all = all.Include(new DirectedEdge(boundary.West, boundary.South, boundary.East, boundary.North));
        }

        while (_finer > 1 && Math.Max(all.East - all.West, all.North - all.South) > MostUnits / _finer)
        {
            _finer /= 2;
        }
    }

    /// <summary>Locates the defects.</summary>
    /// <returns>The defects: areas in the order of their faces, then borders in the order of their first edges.</returns>
    internal List<TilingDefect> Locate()
    {
        var defects = new List<TilingDefect>();
        var chain = _rest.ConvertAll(Refine);
        var noded = LineNoder.Node(chain, [], out var sources);
        var boxes = DefectBoxes(noded);
        if (boxes.Count > 0)
        {
            AddAreas(defects, chain, EdgesNear(boxes));
        }

        AddUnmatched(defects, noded, sources);
        return defects;
    }

    // Where the sum of the cells differs from the parent at all: only edges near these boxes decide who is concerned.
    private List<EdgeBox> DefectBoxes(List<NodedEdge> noded)
    {
        var boxes = new List<EdgeBox>();
        foreach (var ring in FaceRings.Of(PlanarFaces.Build(noded.FindAll(static e => e.OutlineTurns != 0))))
        {
            if (ring.Turns != (_parent is null ? 1 : 0))
            {
                boxes.Add(ring.Box);
            }
        }

        return boxes;
    }

    // Different edges near the boxes, canonical; notes whose they are.
    private List<DirectedEdge> EdgesNear(List<EdgeBox> boxes)
    {
        var near = new List<DirectedEdge>();
        var index = new BoxBuckets(boxes.Count, i => boxes[i], static _ => true);
        var edges = new List<DirectedEdge>();
        for (var cell = 0; cell <= _cells.Count; cell++)
        {
            edges.Clear();
            (cell < _cells.Count ? _cells[cell] : _parent)?.AddEdgesTo(edges);
            foreach (var edge in edges)
            {
                var canonical = edge.IsCanonical ? edge : edge.Reverse;
                var fine = Refine(canonical);
                if (index.Touches(EdgeBox.Empty.Include(fine)))
                {
                    if (!_cellsOf.TryGetValue(canonical, out var cells))
                    {
                        near.Add(fine);
                        _cellsOf.Add(canonical, cells = new List<int>(2));
                    }

                    if (cell < _cells.Count)
                    {
                        cells.Add(cell);
                    }
                }
            }
        }

        return near;
    }

    private void AddAreas(List<TilingDefect> defects, List<DirectedEdge> chain, List<DirectedEdge> near)
    {
        var noded = LineNoder.Node(chain, near, out var sources);
        var index = new BoxBuckets(_cells.Count, i => Box(_cells[i]), static _ => true);
        foreach (var face in FaceRings.Of(PlanarFaces.Build(noded)))
        {
            // Inside the parent, or where there is none in any cell, fewer or more than one is amiss.
            if (face.Turns == 0 && _parent is not null)
            {
                continue;
            }

            if (face.Turns == 1 && _parent is null)
            {
                continue;
            }

            AddArea(defects, face, index, new Lazy<List<int>>(() => CellsAround(face, sources, chain.Count, near)));
        }
    }

    private void AddArea(List<TilingDefect> defects, FaceRings face, BoxBuckets index, Lazy<List<int>> around)
    {
        var inside = face.InteriorPoint();
        var (x, y) = inside ?? (face.FirstEdge.FromX, face.FirstEdge.FromY);
        var inParent = _parent is not null && (face.Turns < 0 || Contains(_parent, x, y));
        var times = face.Turns + (inParent ? 1 : 0);
        var at = new GeoPoint(x / (double)(_finer * _system.QuantaPerUnit), y / (double)(_finer * _system.QuantaPerUnit));
        var area = face.SquareMetres(_system, _finer);
        var geometry = face.ToBoundary(_system, _finer);
        if (times <= 0 && (inParent || _parent is null))
        {
            defects.Add(new TilingDefect(TilingDefectKind.Gap, EquatableArray.From(around.Value), at, area, geometry));
            return;
        }

        // A face that no point fits into is told by its border alone.
        var cells = inside is null ? around.Value : CellsAt(index, x, y);
        if (times > 1)
        {
            defects.Add(new TilingDefect(TilingDefectKind.Overlap, EquatableArray.From(cells), at, area * (times - 1), geometry));
        }

        if (times != 0 && _parent is not null && !inParent)
        {
            defects.Add(new TilingDefect(TilingDefectKind.Outside, EquatableArray.From(cells), at, area, geometry));
        }
    }

    private List<int> CellsAt(BoxBuckets index, long x, long y)
    {
        var cells = new List<int>();
        foreach (var candidate in index.At(FloorToQuantum(x), FloorToQuantum(y)))
        {
            if (TurnsAround(_cells[candidate], x, y) != 0)
            {
                cells.Add(candidate);
            }
        }

        return cells;
    }

    private List<int> CellsAround(FaceRings face, List<int>[] sources, int chainCount, List<DirectedEdge> near)
    {
        var cells = new SortedSet<int>();
        foreach (var noded in face.Noded)
        {
            foreach (var source in sources[noded])
            {
                if (source >= chainCount)
                {
                    cells.UnionWith(_cellsOf[Coarse(near[source - chainCount])]);
                }
            }
        }

        return [.. cells];
    }

    // Pieces along which uncancelled edges run both ways bound no area: each connected run of them is a border with a point that one side lacks.
    private void AddUnmatched(List<TilingDefect> defects, List<NodedEdge> noded, List<int>[] sources)
    {
        var runs = new UnmatchedRuns(noded);
        if (runs.Count == 0)
        {
            return;
        }

        var open = OpenEdges();
        for (var run = 0; run < runs.Count; run++)
        {
            var along = new SortedSet<int>();
            foreach (var piece in runs.Pieces(run))
            {
                along.UnionWith(sources[piece]);
            }

            var cells = new SortedSet<int>();
            foreach (var edge in along)
            {
                cells.UnionWith(open[Canonical(_rest[edge])]);
            }

            int[] edges = [.. along];
            var (x, y) = runs.PointInside(run, Array.ConvertAll(edges, e => Refine(_rest[e])), out var lacking);
            var isCoarser = lacking.Count > 0 && lacking.All(i => open[Canonical(_rest[edges[i]])].Count == 0);
            var at = _system.ToPoint(FloorToQuantum(x + (_finer / 2)), FloorToQuantum(y + (_finer / 2)));
            defects.Add(new TilingDefect(isCoarser ? TilingDefectKind.Coarser : TilingDefectKind.Unmatched, EquatableArray.From(cells), at, 0, null));
        }
    }

    // Whose the uncancelled edges are.
    private Dictionary<DirectedEdge, List<int>> OpenEdges()
    {
        var open = new Dictionary<DirectedEdge, List<int>>(_rest.Count);
        foreach (var edge in _rest)
        {
            open.TryAdd(Canonical(edge), []);
        }

        var edges = new List<DirectedEdge>();
        for (var cell = 0; cell < _cells.Count; cell++)
        {
            edges.Clear();
            _cells[cell].AddEdgesTo(edges);
            foreach (var edge in edges)
            {
                if (open.TryGetValue(Canonical(edge), out var cells))
                {
                    cells.Add(cell);
                }
            }
        }

        return open;
    }

    private IEnumerable<GridBoundary> Boundaries() => _parent is null ? _cells : _cells.Append(_parent);

    private bool Contains(GridBoundary boundary, long fineX, long fineY) => TurnsAround(boundary, fineX, fineY) % 2 != 0;

    // How often a boundary covers a place: more than once where it overlaps itself.
    private int TurnsAround(GridBoundary boundary, long fineX, long fineY)
    {
        var turns = 0;
        for (var ring = 0; ring < boundary.RingCount; ring++)
        {
            var points = boundary.RingQuanta(ring);
            var (ax, ay) = (points[^2] * _finer, points[^1] * _finer);
            for (var i = 0; i < points.Length; i += 2)
            {
                var (bx, by) = (points[i] * _finer, points[i + 1] * _finer);
                if (ExactPredicates.RayMeets(ax, ay, bx, by, fineX, fineY))
                {
                    turns += ay < by ? 1 : -1;
                }

                (ax, ay) = (bx, by);
            }
        }

        return turns;
    }

    private DirectedEdge Refine(DirectedEdge edge) => new(edge.FromX * _finer, edge.FromY * _finer, edge.ToX * _finer, edge.ToY * _finer);

    private DirectedEdge Coarse(DirectedEdge fine) => new(fine.FromX / _finer, fine.FromY / _finer, fine.ToX / _finer, fine.ToY / _finer);

    private long FloorToQuantum(long fine) => fine >= 0 ? fine / _finer : -((-fine + _finer - 1) / _finer);

    private static DirectedEdge Canonical(DirectedEdge edge) => edge.IsCanonical ? edge : edge.Reverse;

    private static EdgeBox Box(GridBoundary boundary) => new(boundary.West, boundary.South, boundary.East, boundary.North);
}
