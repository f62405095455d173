namespace GridGovernance.Sdk.Geodesy;

/// <summary>Collects rings into a <see cref="GridBoundary"/>: drops repeated points, turns rings to the right-hand rule.</summary>
internal sealed class BoundaryBuilder(CoordinateSystem system)
{
    private readonly List<long> _quanta = [];
    private readonly List<int> _ringStarts = [0];
    private readonly List<int> _polygonStarts = [];

    /// <summary>Gets the number of points so far.</summary>
    internal int VertexCount => _quanta.Count / 2;

    /// <summary>Starts a polygon; the next ring is its outer line.</summary>
    internal void BeginPolygon() => _polygonStarts.Add(_ringStarts.Count - 1);

    /// <summary>Adds a point to the open ring, unless it repeats the one before.</summary>
    internal void Add(long x, long y)
    {
        if (_quanta.Count == 2 * _ringStarts[^1] || _quanta[^2] != x || _quanta[^1] != y)
        {
            _quanta.Add(x);
            _quanta.Add(y);
        }
    }

    /// <summary>Closes the ring.</summary>
    /// <returns>Null, or what is wrong with it; a wrong ring is dropped.</returns>
    internal RingProblem? EndRing()
    {
        var start = 2 * _ringStarts[^1];
        if (_quanta.Count - start > 2 && _quanta[start] == _quanta[^2] && _quanta[start + 1] == _quanta[^1])
        {
            _quanta.RemoveRange(_quanta.Count - 2, 2);
        }

        var count = (_quanta.Count - start) / 2;
        var area = count < 3 ? 0 : DoubledArea(start);
        if (area == 0)
        {
            var flat = count < 3 ? null : new GridBoundary(system, [.. _quanta.Skip(start)], [0, count], [0, 1]);
            _quanta.RemoveRange(start, _quanta.Count - start);
            return new RingProblem(count, flat is null ? null : BoundaryCheck.Find(flat));
        }

        var isHole = _polygonStarts[^1] < _ringStarts.Count - 1;
        if (area > 0 == isHole)
        {
            Reverse(start);
        }

        _ringStarts.Add(_quanta.Count / 2);
        return null;
    }

    /// <summary>Builds the boundary.</summary>
    /// <returns>The boundary, or null when there is no polygon or one has no ring.</returns>
    internal GridBoundary? Build()
    {
        _polygonStarts.Add(_ringStarts.Count - 1);
        for (var i = 1; i < _polygonStarts.Count; i++)
        {
            if (_polygonStarts[i] == _polygonStarts[i - 1])
            {
                return null;
            }
        }

        return _polygonStarts.Count == 1 ? null : new GridBoundary(system, [.. _quanta], [.. _ringStarts], [.. _polygonStarts]);
    }

    private Int128 DoubledArea(int start)
    {
        Int128 sum = 0;
        var (ax, ay) = (_quanta[^2], _quanta[^1]);
        for (var i = start; i < _quanta.Count; i += 2)
        {
            sum += ((Int128)ax - _quanta[i]) * (ay + _quanta[i + 1]);
            (ax, ay) = (_quanta[i], _quanta[i + 1]);
        }

        return sum;
    }

    private void Reverse(int start)
    {
        for (var (i, k) = (start, _quanta.Count - 2); i < k; i += 2, k -= 2)
        {
            (_quanta[i], _quanta[k]) = (_quanta[k], _quanta[i]);
            (_quanta[i + 1], _quanta[k + 1]) = (_quanta[k + 1], _quanta[i + 1]);
        }
    }
}
