namespace GridGovernance.Sdk.Geodesy;

/// <summary>A directory of boxes over a raster: which boxes may hold a point.</summary>
/// <remarks>About one raster cell for each box; memory is proportional to the boxes unless many of them are as wide as all together.</remarks>
internal sealed class BoxBuckets
{
    private readonly EdgeBox _all = EdgeBox.Empty;
    private readonly long _cellWidth = 1;
    private readonly long _cellHeight = 1;
    private readonly int _columns;
    private readonly int _rows;
    private readonly int[] _first = [0];
    private readonly int[] _items = [];

    internal BoxBuckets(int count, Func<int, EdgeBox> boxOf, Func<int, bool> takes)
    {
        var boxes = new EdgeBox[count];
        var taken = 0;
        for (var i = 0; i < count; i++)
        {
            boxes[i] = takes(i) ? boxOf(i) : EdgeBox.Empty;
            if (boxes[i].West <= boxes[i].East)
            {
                taken++;
                _all = new EdgeBox(
                    Math.Min(_all.West, boxes[i].West),
                    Math.Min(_all.South, boxes[i].South),
                    Math.Max(_all.East, boxes[i].East),
                    Math.Max(_all.North, boxes[i].North));
            }
        }

        if (taken == 0)
        {
            return;
        }

        var side = Math.Max(1, (int)Math.Sqrt(taken));
        (_columns, _rows) = (side, side);
        _cellWidth = ((_all.East - _all.West) / side) + 1;
        _cellHeight = ((_all.North - _all.South) / side) + 1;
        _first = new int[(_columns * _rows) + 1];
        for (var i = 0; i < count; i++)
        {
            ForEachCell(boxes[i], cell => _first[cell + 1]++);
        }

        for (var i = 0; i < _columns * _rows; i++)
        {
            _first[i + 1] += _first[i];
        }

        _items = new int[_first[^1]];
        var fill = _first.AsSpan(0, _columns * _rows).ToArray();
        for (var i = 0; i < count; i++)
        {
            var item = i;
            ForEachCell(boxes[i], cell => _items[fill[cell]++] = item);
        }
    }

    /// <summary>Returns the boxes that may hold a point, in ascending order.</summary>
    internal ReadOnlySpan<int> At(long x, long y)
    {
        if (_columns == 0 || x < _all.West || x > _all.East || y < _all.South || y > _all.North)
        {
            return [];
        }

        var cell = (int)(((y - _all.South) / _cellHeight * _columns) + ((x - _all.West) / _cellWidth));
        return _items.AsSpan(_first[cell], _first[cell + 1] - _first[cell]);
    }

    /// <summary>Says whether a box may touch one of the boxes.</summary>
    internal bool Touches(EdgeBox box)
    {
        if (_columns == 0 || !_all.Touches(box))
        {
            return false;
        }

        var found = false;
        var inside = new EdgeBox(Math.Max(box.West, _all.West), Math.Max(box.South, _all.South), Math.Min(box.East, _all.East), Math.Min(box.North, _all.North));
        ForEachCell(inside, cell => found |= _first[cell + 1] > _first[cell]);
        return found;
    }

    private void ForEachCell(EdgeBox box, Action<int> visit)
    {
        if (box.West > box.East)
        {
            return;
        }

        for (var row = (box.South - _all.South) / _cellHeight; row <= (box.North - _all.South) / _cellHeight; row++)
        {
            for (var column = (box.West - _all.West) / _cellWidth; column <= (box.East - _all.West) / _cellWidth; column++)
            {
                visit((int)((row * _columns) + column));
            }
        }
    }
}
