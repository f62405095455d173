namespace GridGovernance.Sdk.Geodesy;

/// <summary>A directory of edges over a raster: which edges may touch an edge.</summary>
internal sealed class EdgeRaster
{
    private const int MostCells = 1 << 24;

    private readonly List<DirectedEdge> _edges;
    private readonly long _west;
    private readonly long _south;
    private readonly long _cellWidth;
    private readonly long _cellHeight;
    private readonly int _columns;
    private readonly int[] _first;
    private readonly int[] _items;
    private readonly int[] _seen;
    private readonly List<int> _near = [];

    internal EdgeRaster(List<DirectedEdge> edges)
    {
        _edges = edges;
        var all = EdgeBox.Empty;
        foreach (var edge in edges)
        {
            all = all.Include(edge);
        }

        (_west, _south) = (all.West, all.South);
        var side = Math.Max(1, (int)Math.Sqrt(Math.Min(edges.Count, MostCells)));
        _columns = side;
        _cellWidth = ((all.East - all.West) / side) + 1;
        _cellHeight = ((all.North - all.South) / side) + 1;
        _first = new int[(side * side) + 1];
        foreach (var edge in edges)
        {
            ForEachCell(edge, cell => _first[cell + 1]++);
        }

        for (var i = 1; i < _first.Length; i++)
        {
            _first[i] += _first[i - 1];
        }

        _items = new int[_first[^1]];
        var fill = _first.AsSpan(0, _first.Length - 1).ToArray();
        for (var i = 0; i < edges.Count; i++)
        {
            var item = i;
            ForEachCell(edges[i], cell => _items[fill[cell]++] = item);
        }

        _seen = new int[edges.Count];
        Array.Fill(_seen, -1);
    }

    /// <summary>Returns the edges after one that share a cell of the raster with it and whose boxes touch, each once; the list is overwritten by the next call.</summary>
    internal List<int> After(int edge)
    {
        _near.Clear();
        var box = EdgeBox.Empty.Include(_edges[edge]);
        ForEachCell(_edges[edge], cell =>
        {
            for (var i = _first[cell]; i < _first[cell + 1]; i++)
            {
                var other = _items[i];
                if (other > edge && _seen[other] != edge)
                {
                    _seen[other] = edge;
                    if (box.Touches(EdgeBox.Empty.Include(_edges[other])))
                    {
                        _near.Add(other);
                    }
                }
            }
        });
        return _near;
    }

    // Row by row, the stretch of the edge in the row, a quantum wider on both sides against rounding.
    private void ForEachCell(DirectedEdge edge, Action<int> visit)
    {
        var (lowX, lowY, highX, highY) = edge.FromY <= edge.ToY ? (edge.FromX, edge.FromY, edge.ToX, edge.ToY) : (edge.ToX, edge.ToY, edge.FromX, edge.FromY);
        for (var row = (lowY - _south) / _cellHeight; row <= (highY - _south) / _cellHeight; row++)
        {
            var isFlat = lowY == highY;
            var from = isFlat ? lowX : AtHeight(lowX, lowY, highX, highY, _south + (row * _cellHeight));
            var to = isFlat ? highX : AtHeight(lowX, lowY, highX, highY, _south + ((row + 1) * _cellHeight));
            var left = Math.Clamp((Math.Min(from, to) - 1 - _west) / _cellWidth, 0, _columns - 1);
            var right = Math.Clamp((Math.Max(from, to) + 1 - _west) / _cellWidth, 0, _columns - 1);
            for (var column = left; column <= right; column++)
            {
                visit((int)((row * _columns) + column));
            }
        }
    }

    private static long AtHeight(long lowX, long lowY, long highX, long highY, long y)
    {
        if (y <= lowY)
        {
            return lowX;
        }

        return y >= highY ? highX : lowX + (long)((y - lowY) / (double)(highY - lowY) * (highX - lowX));
    }
}
