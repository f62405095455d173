namespace GridGovernance.Sdk.Geodesy;

/// <summary>The columns and rows of a raster over edges; places in quanta from the corner of the outermost raster.</summary>
/// <param name="X">Its south-west corner.</param>
/// <param name="Y">Its south-west corner.</param>
/// <param name="Columns">The number of columns.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="ShiftX">The width of a cell is 2^this.</param>
/// <param name="ShiftY">The height of a cell is 2^this.</param>
internal readonly record struct RasterShape(long X, long Y, int Columns, int Rows, int ShiftX, int ShiftY)
{
    private const int MostCellsPerEdge = 3;

    // A cell takes edges that pass by it this closely, against rounding, and those on its east border.
    private const int Margin = 2;

    /// <summary>Chooses columns and rows by halving the cells the way that costs less, as long as the edges touch no more than three cells each on average.</summary>
    internal static RasterShape Choose(RasterEdge[] edges, ReadOnlySpan<int> ids, long x, long y, long width, long height, int shiftX, int shiftY, int mostCells)
    {
        var (across, up) = (0.0, 0.0);
        foreach (var id in ids)
        {
            ref readonly var edge = ref edges[id];
            var (west, east) = edge.FromX < edge.ToX ? (edge.FromX, edge.ToX) : (edge.ToX, edge.FromX);
            across += Math.Max(0, Math.Min(east, x + width) - Math.Max(west, x)) / (double)width;
            up += Math.Max(0, Math.Min(edge.ToY, y + height) - Math.Max(edge.FromY, y)) / (double)height;
        }

        var most = (double)MostCellsPerEdge * ids.Length;
        var (columns, rows) = (1L, 1L);
        while (true)
        {
            var (nextColumns, nextRows) = (((width - 1) >> Math.Max(0, shiftX - 1)) + 1, ((height - 1) >> Math.Max(0, shiftY - 1)) + 1);
            var touchedByColumns = ids.Length + (across * (nextColumns - 1)) + (up * (rows - 1));
            var touchedByRows = ids.Length + (across * (columns - 1)) + (up * (nextRows - 1));
            var canX = shiftX > 0 && nextColumns * rows <= mostCells && touchedByColumns <= most;
            var canY = shiftY > 0 && columns * nextRows <= mostCells && touchedByRows <= most;
            if (!canX && !canY)
            {
                return new RasterShape(x, y, (int)columns, (int)rows, shiftX, shiftY);
            }

            if (canX && (!canY || touchedByColumns < touchedByRows || (touchedByColumns == touchedByRows && shiftX >= shiftY)))
            {
                (columns, shiftX) = (nextColumns, shiftX - 1);
            }
            else
            {
                (rows, shiftY) = (nextRows, shiftY - 1);
            }
        }
    }

    /// <summary>Gives each cell the edges that pass through it or touch it from inside.</summary>
    /// <returns>The items of cell i are those from first[i] to first[i + 1], in the order of the edges.</returns>
    internal (int[] First, int[] Items) Distribute(RasterEdge[] edges, ReadOnlySpan<int> ids)
    {
        var first = new int[(Columns * Rows) + 2];
        foreach (var id in ids)
        {
            Mark(edges[id], id, first, null);
        }

        for (var i = 2; i < first.Length; i++)
        {
            first[i] += first[i - 1];
        }

        // Filling moves each start to the end of its cell, which is the start of the next.
        var items = new int[first[^1]];
        foreach (var id in ids)
        {
            Mark(edges[id], id, first, items);
        }

        return (first, items);
    }

    // Without items counts cell i at i + 2, with items fills it from the start that stands at i + 1.
    private void Mark(in RasterEdge edge, int id, int[] first, int[]? items)
    {
        var (lowRow, highRow) = (Math.Max(0, (edge.FromY - Y) >> ShiftY), Math.Min(Rows - 1, (edge.ToY - Y) >> ShiftY));
        for (var row = lowRow; row <= highRow; row++)
        {
            var south = Y + (row << ShiftY);
            var (from, to) = edge.FromY == edge.ToY ? (edge.FromX, edge.ToX) : (AtHeight(edge, south), AtHeight(edge, south + (1L << ShiftY)));
            var left = Math.Max(0, (Math.Min(from, to) - Margin - X) >> ShiftX);
            var right = Math.Min(Columns - 1, (Math.Max(from, to) + Margin - X) >> ShiftX);
            for (var column = left; column <= right; column++)
            {
                var cell = (int)((row * Columns) + column);
                if (items is null)
                {
                    first[cell + 2]++;
                }
                else
                {
                    items[first[cell + 1]++] = id;
                }
            }
        }
    }

    private static long AtHeight(in RasterEdge edge, long y)
    {
        if (y <= edge.FromY)
        {
            return edge.FromX;
        }

        return y >= edge.ToY ? edge.ToX : edge.FromX + (long)((y - edge.FromY) / (double)(edge.ToY - edge.FromY) * (edge.ToX - edge.FromX));
    }
}
