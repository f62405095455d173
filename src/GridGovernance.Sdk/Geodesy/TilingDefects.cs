namespace GridGovernance.Sdk.Geodesy;

/// <summary>Turns the edges that did not cancel into gaps, overlaps and parts outside, each with its place and area.</summary>
internal sealed class TilingDefects
{
    // Finer than the quantum, so that the sliver between an edge and a point of the quantum beside it keeps its area.
    private const long Finer = 256;

    private readonly GridBoundary? _parent;
    private readonly IReadOnlyList<GridBoundary> _cells;
    private readonly EdgeLedger _ledger;
    private readonly CoordinateSystem _system;
    private readonly List<DirectedEdge> _rest;

    internal TilingDefects(GridBoundary? parent, IReadOnlyList<GridBoundary> cells, EdgeLedger ledger)
    {
        _parent = parent;
        _cells = cells;
        _ledger = ledger;
        _system = parent?.System ?? cells[0].System;
        _rest = ledger.Rest();
    }

    /// <summary>Locates the defects.</summary>
    /// <returns>The defects, in the order of their faces.</returns>
    internal List<TilingDefect> Locate()
    {
        var defects = new List<TilingDefect>();
        var chain = _rest.ConvertAll(Refine);
        var boxes = DefectBoxes(chain);
        if (boxes.Count > 0)
        {
            var faces = PlanarFaces.Build(LineNoder.Node(chain, EdgesNear(boxes)));
            AddDefects(defects, FaceRings.Of(faces));
        }

        if (defects.Count == 0 && _parent is not null)
        {
            AddUnmatched(defects);
        }

        return defects;
    }

    // Where the sum of the cells differs from the parent at all: only edges near these boxes decide who is concerned.
    private List<EdgeBox> DefectBoxes(List<DirectedEdge> chain)
    {
        var noded = LineNoder.Node(chain, []);
        noded.RemoveAll(static e => e.OutlineTurns == 0);
        var boxes = new List<EdgeBox>();
        foreach (var ring in FaceRings.Of(PlanarFaces.Build(noded)))
        {
            if (ring.Turns != (_parent is null ? 1 : 0))
            {
                boxes.Add(ring.Box);
            }
        }

        return boxes;
    }

    private List<DirectedEdge> EdgesNear(List<EdgeBox> boxes)
    {
        var near = new HashSet<DirectedEdge>();
        var index = new BoxBuckets(boxes.Count, i => boxes[i], static _ => true);
        foreach (var boundary in _parent is null ? _cells : [.. _cells, _parent])
        {
            var edges = new List<DirectedEdge>();
            boundary.AddEdgesTo(edges);
            foreach (var edge in edges)
            {
                var fine = Refine(edge.IsCanonical ? edge : edge.Reverse);
                if (index.Touches(EdgeBox.Empty.Include(fine)))
                {
                    near.Add(fine);
                }
            }
        }

        return [.. near];
    }

    private void AddDefects(List<TilingDefect> defects, List<FaceRings> faces)
    {
        var index = new BoxBuckets(_cells.Count, i => Box(_cells[i]), static _ => true);
        foreach (var face in faces)
        {
            if (face.InteriorPoint() is not { } inside)
            {
                continue;
            }

            var cells = new List<int>();
            foreach (var candidate in index.At(Coarse(inside.X), Coarse(inside.Y)))
            {
                if (Contains(_cells[candidate], inside.X, inside.Y))
                {
                    cells.Add(candidate);
                }
            }

            // Fewer turns than none are only possible inside the parent, however thin the face is.
            var inParent = _parent is not null && (face.Turns < 0 || Contains(_parent, inside.X, inside.Y));
            var times = face.Turns + (inParent ? 1 : 0);
            var at = new GeoPoint(inside.X / (double)(Finer * _system.QuantaPerUnit), inside.Y / (double)(Finer * _system.QuantaPerUnit));
            var area = face.SquareMetres(_system, Finer);
            var geometry = face.ToBoundary(_system, Finer);
            if (times <= 0 && (inParent || _parent is null))
            {
                defects.Add(new TilingDefect(TilingDefectKind.Gap, Around(face.Box), at, area, geometry));
            }

            if (times > 1)
            {
                defects.Add(new TilingDefect(TilingDefectKind.Overlap, EquatableArray.From(cells), at, area * (times - 1), geometry));
            }

            if (times != 0 && _parent is not null && !inParent)
            {
                defects.Add(new TilingDefect(TilingDefectKind.Outside, EquatableArray.From(cells), at, area, geometry));
            }
        }
    }

    private void AddUnmatched(List<TilingDefect> defects)
    {
        var cells = new List<int>();
        for (var cell = 0; cell < _cells.Count; cell++)
        {
            if (HasOpenEdge(_cells[cell], null))
            {
                cells.Add(cell);
            }
        }

        if (cells.Count > 0)
        {
            defects.Add(new TilingDefect(TilingDefectKind.Unmatched, EquatableArray.From(cells), _system.ToPoint(_rest[0].FromX, _rest[0].FromY), 0, null));
        }
    }

    private EquatableArray<int> Around(EdgeBox box)
    {
        var coarse = new EdgeBox(Coarse(box.West), Coarse(box.South), Coarse(box.East) + 1, Coarse(box.North) + 1);
        var around = new List<int>();
        for (var cell = 0; cell < _cells.Count; cell++)
        {
            if (Box(_cells[cell]).Touches(coarse) && HasOpenEdge(_cells[cell], coarse))
            {
                around.Add(cell);
            }
        }

        return EquatableArray.From(around);
    }

    private bool HasOpenEdge(GridBoundary cell, EdgeBox? near)
    {
        var edges = new List<DirectedEdge>();
        cell.AddEdgesTo(edges);
        foreach (var edge in edges)
        {
            if (_ledger.Left(edge) != 0 && (near is not { } box || box.Touches(EdgeBox.Empty.Include(edge))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(GridBoundary boundary, long fineX, long fineY)
    {
        var inside = false;
        for (var ring = 0; ring < boundary.RingCount; ring++)
        {
            var points = boundary.RingQuanta(ring);
            var (ax, ay) = (points[^2] * Finer, points[^1] * Finer);
            for (var i = 0; i < points.Length; i += 2)
            {
                var (bx, by) = (points[i] * Finer, points[i + 1] * Finer);
                inside ^= ExactPredicates.RayMeets(ax, ay, bx, by, fineX, fineY);
                (ax, ay) = (bx, by);
            }
        }

        return inside;
    }

    private static DirectedEdge Refine(DirectedEdge edge) => new(edge.FromX * Finer, edge.FromY * Finer, edge.ToX * Finer, edge.ToY * Finer);

    private static long Coarse(long fine) => fine >> 8;

    private static EdgeBox Box(GridBoundary boundary) => new(boundary.West, boundary.South, boundary.East, boundary.North);
}
