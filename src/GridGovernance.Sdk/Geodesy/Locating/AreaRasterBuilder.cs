using System.Runtime.InteropServices;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>Builds the numbers of an <see cref="AreaRaster"/>.</summary>
/// <remarks>
/// Time and memory are proportional to the edges, whatever they look like: a raster has no more cells than edges, its columns and rows are chosen so that no more than three of them are touched by an edge on
/// average, and where finer rasters would cost more than that, the areas are asked one by one.
/// </remarks>
internal sealed class AreaRasterBuilder
{
    private const int MostExtent = 1 << 30;
    private const int MostLeafEdges = 32;
    private const int CrowdedLeafEdges = 12;
    private const int NumbersPerEdge = 14;
    private const int MostRefinedPerEdge = 6;

    private readonly RasterEdge[] _edges;
    private readonly int[] _areaOf;
    private readonly int _mostNumbers;
    private readonly bool _refines;
    private readonly List<int> _numbers = [];
    private readonly List<int> _order = [];
    private readonly List<int> _rank = [];
    private readonly Comparison<int> _byPlace;
    private long _refined;
    private int _everywhere = -1;
    private int[] _cellEdges = [];

    private AreaRasterBuilder(RasterEdge[] edges, int[] areaOf, bool refines)
    {
        (_edges, _areaOf, _refines) = (edges, areaOf, refines);
        _mostNumbers = refines ? (int)Math.Min(int.MaxValue, 1024 + ((long)NumbersPerEdge * edges.Length)) : int.MaxValue;
        _byPlace = (a, b) => Compare(_edges[_cellEdges[a]], _edges[_cellEdges[b]]);
    }

    private bool IsTooLarge => _numbers.Count > _mostNumbers;

    /// <summary>Builds the raster of some areas.</summary>
    /// <param name="areas">The areas, in one system.</param>
    /// <returns>Where it lies, and its numbers.</returns>
    internal static (RasterFrame Frame, int[] Numbers) Build(GridBoundary[] areas)
    {
        var box = EdgeBox.Empty;
        var count = 0;
        foreach (var area in areas)
        {
            box = new EdgeBox(Math.Min(box.West, area.West), Math.Min(box.South, area.South), Math.Max(box.East, area.East), Math.Max(box.North, area.North));
            count += area.VertexCount;
        }

        if (areas.Length == 0)
        {
            return (default, []);
        }

        if (Math.Max(box.East - box.West, box.North - box.South) >= MostExtent)
        {
            // A map as wide as a quarter of the globe: no local integers, no raster.
            var frame = new RasterFrame(box.West << RasterEdge.FineBits, box.South << RasterEdge.FineBits, 1, 1, 62, 62);
            return (frame, [1, AreaRaster.AskAreas, areas.Length, .. Enumerable.Range(0, areas.Length)]);
        }

        var (edges, areaOf) = Collect(areas, box, count);
        for (var mostCells = count / 2; mostCells > 1;)
        {
            var builder = new AreaRasterBuilder(edges, areaOf, refines: true);
            var frame = builder.BuildRoot(box, mostCells);
            if (!builder.IsTooLarge)
            {
                return (frame, [.. builder._numbers]);
            }

            mostCells = frame.Columns * frame.Rows / 4;
        }

        var last = new AreaRasterBuilder(edges, areaOf, refines: false);
        return (last.BuildRoot(box, 1), [.. last._numbers]);
    }

    private static (RasterEdge[] Edges, int[] AreaOf) Collect(GridBoundary[] areas, EdgeBox box, int count)
    {
        var (edges, areaOf) = (new RasterEdge[count], new int[count]);
        var next = 0;
        for (var area = 0; area < areas.Length; area++)
        {
            for (var ring = 0; ring < areas[area].RingCount; ring++)
            {
                var points = areas[area].RingQuanta(ring);
                var (ax, ay) = ((int)(points[^2] - box.West), (int)(points[^1] - box.South));
                for (var i = 0; i < points.Length; i += 2)
                {
                    var (bx, by) = ((int)(points[i] - box.West), (int)(points[i + 1] - box.South));
                    var isUp = ay < by || (ay == by && ax < bx);
                    areaOf[next] = area;
                    edges[next++] = isUp ? new RasterEdge(ax, ay, bx, by) : new RasterEdge(bx, by, ax, ay);
                    (ax, ay) = (bx, by);
                }
            }
        }

        return (edges, areaOf);
    }

    private static int Compare(in RasterEdge a, in RasterEdge b)
    {
        var first = a.FromX != b.FromX ? a.FromX.CompareTo(b.FromX) : a.FromY.CompareTo(b.FromY);
        return first != 0 ? first : a.ToX != b.ToX ? a.ToX.CompareTo(b.ToX) : a.ToY.CompareTo(b.ToY);
    }

    private static void Toggle(List<int> areas, int area)
    {
        if (!areas.Remove(area))
        {
            areas.Add(area);
        }
    }

    private RasterFrame BuildRoot(EdgeBox box, int mostCells)
    {
        var ids = new int[_edges.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = i;
        }

        var shape = RasterShape.Choose(_edges, ids, 0, 0, box.East - box.West + 1, box.North - box.South + 1, 30, 30, mostCells);
        CollectionsMarshal.SetCount(_numbers, shape.Columns * shape.Rows);
        Fill(0, ids, [], shape);
        return new RasterFrame(
            box.West << RasterEdge.FineBits,
            box.South << RasterEdge.FineBits,
            shape.Columns,
            shape.Rows,
            shape.ShiftX + RasterEdge.FineBits,
            shape.ShiftY + RasterEdge.FineBits);
    }

    // Fills the cells of one raster; "inside" are the areas that its south-east corner lies in.
    private void Fill(int start, ReadOnlySpan<int> ids, List<int> inside, RasterShape shape)
    {
        var (first, items) = shape.Distribute(_edges, ids);
        var east = (shape.X + ((long)shape.Columns << shape.ShiftX)) << RasterEdge.FineBits;
        var corner = new List<int>(inside);
        var crossings = CrossEastBorder(ids, shape, east);
        var next = 0;
        for (var row = 0; row < shape.Rows && !IsTooLarge; row++)
        {
            var south = shape.Y + ((long)row << shape.ShiftY);
            for (; next < crossings.Count && crossings[next].Row == row; next++)
            {
                Toggle(corner, crossings[next].Area);
            }

            var now = new List<int>(corner);
            for (var column = shape.Columns - 1; column >= 0; column--)
            {
                var cell = (row * shape.Columns) + column;
                var west = shape.X + ((long)column << shape.ShiftX);
                var own = items.AsSpan(first[cell], first[cell + 1] - first[cell]);
                _numbers[start + cell] = BuildCell(own, now, west, south, shape);
                foreach (var id in own)
                {
                    if (_edges[id].CrossesWestward((west + (1L << shape.ShiftX)) << RasterEdge.FineBits, west << RasterEdge.FineBits, south << RasterEdge.FineBits))
                    {
                        Toggle(now, _areaOf[id]);
                    }
                }
            }
        }
    }

    // Which edges the way up the east border crosses below which row, by row.
    private List<(int Row, int Area)> CrossEastBorder(ReadOnlySpan<int> ids, RasterShape shape, long east)
    {
        var crossings = new List<(int Row, int Area)>();
        foreach (var id in ids)
        {
            var (low, high) = (0, shape.Rows);
            while (low + 1 < high)
            {
                var middle = (low + high) / 2;
                var height = (shape.Y + ((long)middle << shape.ShiftY)) << RasterEdge.FineBits;
                (low, high) = _edges[id].CrossesNorthward(east, shape.Y << RasterEdge.FineBits, height) ? (low, middle) : (middle, high);
            }

            if (high < shape.Rows)
            {
                crossings.Add((high, _areaOf[id]));
            }
        }

        crossings.Sort();
        return crossings;
    }

    private int BuildCell(Span<int> ids, List<int> inside, long west, long south, RasterShape shape)
    {
        if (ids.Length == 0)
        {
            return inside.Count == 0 ? AreaRaster.NoArea : inside.Count == 1 ? AreaRaster.OneArea - inside[0] : BuildEverywhere(inside);
        }

        var different = Rank(ids);
        if (different > CrowdedLeafEdges && _refines && BuildFiner(ids, inside, west, south, shape) is var finer and >= 0)
        {
            return finer;
        }

        return different <= MostLeafEdges ? BuildLeaf(ids, different, inside) : BuildQuestion(ids, inside);
    }

    // Cells that lie in the same several areas share a leaf with their neighbours.
    private int BuildEverywhere(List<int> inside)
    {
        inside.Sort();
        if (_everywhere >= 0 && _numbers[_everywhere] == inside.Count << AreaRaster.EdgeCountBits)
        {
            var same = true;
            for (var i = 0; i < inside.Count && same; i++)
            {
                same = _numbers[_everywhere + 1 + (2 * i)] == (2 * inside[i]) + 1;
            }

            if (same)
            {
                return _everywhere;
            }
        }

        _everywhere = BuildLeaf([], 0, inside);
        return _everywhere;
    }

    // Gives each edge of a cell its rank among the different ones.
    private int Rank(Span<int> ids)
    {
        if (_cellEdges.Length < ids.Length)
        {
            _cellEdges = new int[2 * ids.Length];
        }

        ids.CopyTo(_cellEdges);
        CollectionsMarshal.SetCount(_order, ids.Length);
        CollectionsMarshal.SetCount(_rank, ids.Length);
        var order = CollectionsMarshal.AsSpan(_order);
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        order.Sort(_byPlace);
        var rank = 0;
        for (var i = 0; i < order.Length; i++)
        {
            rank += i > 0 && _byPlace(order[i], order[i - 1]) != 0 ? 1 : 0;
            _rank[order[i]] = rank;
        }

        return rank + 1;
    }

    private int BuildLeaf(Span<int> ids, int different, List<int> inside)
    {
        inside.Sort();
        var start = _numbers.Count;
        CollectionsMarshal.SetCount(_numbers, start + 1 + (4 * different));
        for (var i = 0; i < ids.Length; i++)
        {
            var (at, edge) = (start + 1 + (4 * _rank[i]), _edges[ids[i]]);
            (_numbers[at], _numbers[at + 1], _numbers[at + 2], _numbers[at + 3]) = (edge.FromX, edge.FromY, edge.ToX, edge.ToY);
        }

        var (areas, next, other) = (0, 0, 0);
        while (next < ids.Length || other < inside.Count)
        {
            var area = next == ids.Length ? inside[other] : other == inside.Count ? _areaOf[ids[next]] : Math.Min(inside[other], _areaOf[ids[next]]);
            var own = 0u;
            for (; next < ids.Length && _areaOf[ids[next]] == area; next++)
            {
                own ^= 1u << _rank[next];
            }

            var holdsCorner = other < inside.Count && inside[other] == area;
            other += holdsCorner ? 1 : 0;
            if (own != 0 || holdsCorner)
            {
                _numbers.Add((2 * area) + (holdsCorner ? 1 : 0));
                _numbers.Add(unchecked((int)own));
                areas++;
            }
        }

        _numbers[start] = (areas << AreaRaster.EdgeCountBits) + different;
        return start;
    }

    private int BuildQuestion(Span<int> ids, List<int> inside)
    {
        var areas = new SortedSet<int>(inside);
        foreach (var id in ids)
        {
            areas.Add(_areaOf[id]);
        }

        var start = _numbers.Count;
        _numbers.AddRange([AreaRaster.AskAreas, areas.Count, .. areas]);
        return start;
    }

    private int BuildFiner(Span<int> ids, List<int> inside, long west, long south, RasterShape shape)
    {
        var (width, height) = (1L << shape.ShiftX, 1L << shape.ShiftY);
        var finer = RasterShape.Choose(_edges, ids, west, south, width, height, shape.ShiftX, shape.ShiftY, Math.Max(4, ids.Length / 2));
        var cells = finer.Columns * finer.Rows;
        if (cells == 1 || _refined + ids.Length > (long)MostRefinedPerEdge * _edges.Length || _numbers.Count + (NumbersPerEdge * (long)ids.Length) > _mostNumbers)
        {
            return -1;
        }

        _refined += ids.Length;

        var start = _numbers.Count;
        CollectionsMarshal.SetCount(_numbers, start + 3 + cells);
        (_numbers[start], _numbers[start + 1], _numbers[start + 2]) = (AreaRaster.FinerRaster, finer.ShiftX + RasterEdge.FineBits, finer.ShiftY + RasterEdge.FineBits);
        Fill(start + 3, ids, inside, finer);
        return start;
    }
}
