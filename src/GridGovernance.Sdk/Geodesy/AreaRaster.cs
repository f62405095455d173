using System.Runtime.InteropServices;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>A directory of areas over a raster: in which of them does a point lie?</summary>
/// <remarks>
/// About eight raster cells for each area. An area that fills a whole raster cell answers without a look at its edges; one whose border passes through is asked exactly.
/// Queries allocate nothing.
/// </remarks>
internal sealed class AreaRaster
{
    private const int CellsPerArea = 8;
    private const int MostCells = 1 << 26;

    private readonly GridBoundary[] _areas;
    private readonly long _west;
    private readonly long _south;
    private readonly long _cellWidth = 1;
    private readonly long _cellHeight = 1;
    private readonly int _columns;
    private readonly int _rows;
    private readonly int[] _first = [0];

    // INVARIANT: the areas of a raster cell in ascending order; ~i stands for area i where it fills the cell.
    private readonly int[] _items = [];

    internal AreaRaster(GridBoundary[] areas)
    {
        _areas = areas;
        if (areas.Length == 0)
        {
            return;
        }

        var (east, north) = (long.MinValue, long.MinValue);
        (_west, _south) = (long.MaxValue, long.MaxValue);
        foreach (var area in areas)
        {
            (_west, _south) = (Math.Min(_west, area.West), Math.Min(_south, area.South));
            (east, north) = (Math.Max(east, area.East), Math.Max(north, area.North));
        }

        var side = Math.Sqrt(Math.Min((long)CellsPerArea * areas.Length, MostCells));
        var shape = Math.Sqrt((east - _west) / (double)(north - _south));
        _cellWidth = (long)((east - _west) / Math.Max(1, side * shape)) + 1;
        _cellHeight = (long)((north - _south) / Math.Max(1, side / shape)) + 1;
        _columns = (int)((east - _west) / _cellWidth) + 1;
        _rows = (int)((north - _south) / _cellHeight) + 1;
        (_first, _items) = Fill();
    }

    /// <summary>Finds the first area that a point lies in.</summary>
    /// <param name="x">The point, in quanta.</param>
    /// <param name="y">The point, in quanta.</param>
    /// <returns>The position of the area; −1 where there is none.</returns>
    internal int First(long x, long y)
    {
        foreach (var item in At(x, y))
        {
            if (item < 0)
            {
                return ~item;
            }

            if (_areas[item].Contains(x, y))
            {
                return item;
            }
        }

        return -1;
    }

    /// <summary>Finds the next area that a point lies in.</summary>
    /// <param name="x">The point, in quanta.</param>
    /// <param name="y">The point, in quanta.</param>
    /// <param name="after">The position of the area found before; −1 to begin.</param>
    /// <returns>The position of the area; −1 where there is none.</returns>
    internal int Next(long x, long y, int after)
    {
        foreach (var item in At(x, y))
        {
            var area = item < 0 ? ~item : item;
            if (area > after && (item < 0 || _areas[item].Contains(x, y)))
            {
                return area;
            }
        }

        return -1;
    }

    private ReadOnlySpan<int> At(long x, long y)
    {
        var (column, row) = ((x - _west) / _cellWidth, (y - _south) / _cellHeight);
        if (x < _west || y < _south || column >= _columns || row >= _rows)
        {
            return [];
        }

        var cell = (int)((row * _columns) + column);
        return _items.AsSpan(_first[cell], _first[cell + 1] - _first[cell]);
    }

    private (int[] First, int[] Items) Fill()
    {
        var entries = new List<(int Cell, int Item)>(_columns * _rows);
        var passed = new int[_columns * _rows];
        Array.Fill(passed, -1);
        for (var area = 0; area < _areas.Length; area++)
        {
            MarkBorder(entries, passed, area);
            MarkInside(entries, passed, area);
        }

        var first = new int[(_columns * _rows) + 1];
        foreach (var (cell, _) in entries)
        {
            first[cell + 1]++;
        }

        for (var cell = 0; cell + 1 < first.Length; cell++)
        {
            first[cell + 1] += first[cell];
        }

        var items = new int[entries.Count];
        var fill = first.AsSpan(0, first.Length - 1).ToArray();
        foreach (var (cell, item) in CollectionsMarshal.AsSpan(entries))
        {
            items[fill[cell]++] = item;
        }

        return (first, items);
    }

    private void MarkBorder(List<(int Cell, int Item)> entries, int[] passed, int area)
    {
        for (var ring = 0; ring < _areas[area].RingCount; ring++)
        {
            var points = _areas[area].RingQuanta(ring);
            var (ax, ay) = (points[^2], points[^1]);
            for (var i = 0; i < points.Length; i += 2)
            {
                var (bx, by) = (points[i], points[i + 1]);
                var (lowX, lowY, highX, highY) = ay <= by ? (ax, ay, bx, by) : (bx, by, ax, ay);
                for (var row = (lowY - _south) / _cellHeight; row <= (highY - _south) / _cellHeight; row++)
                {
                    // The stretch of the edge in this row, a quantum wider on both sides against rounding.
                    var (from, to) = (AtHeight(lowX, lowY, highX, highY, _south + (row * _cellHeight)), AtHeight(lowX, lowY, highX, highY, _south + ((row + 1) * _cellHeight)));
                    var left = Math.Clamp((Math.Min(from, to) - 1 - _west) / _cellWidth, 0, _columns - 1);
                    var right = Math.Clamp((Math.Max(from, to) + 1 - _west) / _cellWidth, 0, _columns - 1);
                    for (var column = left; column <= right; column++)
                    {
                        var cell = (int)((row * _columns) + column);
                        if (passed[cell] != area)
                        {
                            passed[cell] = area;
                            entries.Add((cell, area));
                        }
                    }
                }

                (ax, ay) = (bx, by);
            }
        }
    }

    // A raster cell without any of the area's edges is inside or outside as a whole; only its south-west corner is asked.
    private void MarkInside(List<(int Cell, int Item)> entries, int[] passed, int area)
    {
        var boundary = _areas[area];
        for (var row = (boundary.South - _south) / _cellHeight; row <= (boundary.North - _south) / _cellHeight; row++)
        {
            for (var column = (boundary.West - _west) / _cellWidth; column <= (boundary.East - _west) / _cellWidth; column++)
            {
                var cell = (int)((row * _columns) + column);
                if (passed[cell] != area && boundary.Contains(_west + (column * _cellWidth), _south + (row * _cellHeight)))
                {
                    entries.Add((cell, ~area));
                }
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
