namespace GridGovernance.Sdk.Geodesy;

/// <summary>Moves points of areas onto near points of other areas, so that borders drawn twice become one.</summary>
/// <remarks>Points are taken in the order of the areas: the first in its surroundings stays, a later one of an area that has not got it moves there, the nearest first.</remarks>
internal sealed class VertexSnapper
{
    private readonly CoordinateSystem _system;
    private readonly double _metres;
    private readonly long _cellX;
    private readonly long _cellY;
    private readonly Dictionary<(long X, long Y), List<int>> _areasOf = [];
    private readonly Dictionary<(long Column, long Row), List<(long X, long Y)>> _anchors = [];
    private readonly Dictionary<(long X, long Y), (long X, long Y)> _moves = [];

    private VertexSnapper(CoordinateSystem system, double metres, GeoPoint middle)
    {
        _system = system;
        _metres = metres;
        var unit = 1000.0 / system.QuantaPerUnit;
        _cellX = CellSize(system.DistanceMetres(middle, new GeoPoint(middle.X + unit, middle.Y)) / 1000);
        _cellY = CellSize(system.DistanceMetres(middle, new GeoPoint(middle.X, middle.Y + unit)) / 1000);
    }

    /// <summary>Snaps the edges of areas.</summary>
    /// <param name="areas">The areas, in one system.</param>
    /// <param name="metres">How far a point may move; 0 to leave all where they are.</param>
    /// <returns>The edges around each area; an edge whose ends have met is gone.</returns>
    internal static List<DirectedEdge>[] Snap(IReadOnlyList<GridBoundary> areas, double metres)
    {
        var edges = new List<DirectedEdge>[areas.Count];
        for (var area = 0; area < edges.Length; area++)
        {
            areas[area].AddEdgesTo(edges[area] = []);
        }

        return metres > 0 && areas.Count > 0 ? new VertexSnapper(areas[0].System, metres, areas[0].Bounds.Centre).Apply(edges) : edges;
    }

    private List<DirectedEdge>[] Apply(List<DirectedEdge>[] edges)
    {
        for (var area = 0; area < edges.Length; area++)
        {
            foreach (var edge in edges[area])
            {
                var point = (edge.FromX, edge.FromY);
                if (!_areasOf.TryGetValue(point, out var areas))
                {
                    _areasOf.Add(point, areas = []);
                }

                areas.Add(area);
            }
        }

        foreach (var list in edges)
        {
            foreach (var edge in list)
            {
                Place((edge.FromX, edge.FromY));
            }
        }

        return Array.ConvertAll(edges, list => list.ConvertAll(Moved).FindAll(static e => e != e.Reverse));
    }

    private DirectedEdge Moved(DirectedEdge edge)
    {
        var (from, to) = (_moves[(edge.FromX, edge.FromY)], _moves[(edge.ToX, edge.ToY)]);
        return new DirectedEdge(from.X, from.Y, to.X, to.Y);
    }

    private void Place((long X, long Y) point)
    {
        if (_moves.ContainsKey(point))
        {
            return;
        }

        var (best, bestMetres) = (point, _metres);
        var (column, row) = (Cell(point.X, _cellX), Cell(point.Y, _cellY));
        for (var c = column - 1; c <= column + 1; c++)
        {
            for (var r = row - 1; r <= row + 1; r++)
            {
                foreach (var anchor in _anchors.GetValueOrDefault((c, r), []))
                {
                    var metres = _system.DistanceMetres(_system.ToPoint(point.X, point.Y), _system.ToPoint(anchor.X, anchor.Y));
                    if ((metres < bestMetres || (metres == bestMetres && best == point)) && !_areasOf[anchor].Intersect(_areasOf[point]).Any())
                    {
                        (best, bestMetres) = (anchor, metres);
                    }
                }
            }
        }

        _moves.Add(point, best);
        if (best == point)
        {
            if (!_anchors.TryGetValue((column, row), out var list))
            {
                _anchors.Add((column, row), list = []);
            }

            list.Add(point);
        }
        else
        {
            _areasOf[best].AddRange(_areasOf[point]);
        }
    }

    // A little wider than the distance, because a degree is not equally long everywhere.
    private long CellSize(double metresPerQuantum) => Math.Max(1, (long)(1.1 * _metres / metresPerQuantum) + 1);

    private static long Cell(long value, long size) => value >= 0 ? value / size : ((value + 1) / size) - 1;
}
