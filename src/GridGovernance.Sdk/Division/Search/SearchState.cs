namespace GridGovernance.Sdk.Division;

/// <summary>A plan of one parent while it is searched: who is where, what each grid holds, and what it costs.</summary>
/// <remarks>
/// The cost of a grid is its distance from the mean, steep where the tolerance ends and steeper where a hard bound is broken, and its shape: 1 − Polsby–Popper
/// where areas and borders are known, otherwise the length of its inner border against that of a round grid.
/// </remarks>
internal sealed class SearchState
{
    private const double FullCircle = 4 * Math.PI;

    private readonly PartGraph _part;
    private readonly SearchGoal? _goal;
    private readonly double _shape;
    private readonly double _price;
    private readonly PartSettings _settings;
    private readonly double _perTolerance;
    private readonly double _borderScale;
    private readonly double[] _extraPerTolerance;
    private readonly long[] _extraTotals;
    private readonly int[] _seen;
    private readonly int[] _sought;
    private readonly int[] _queue;
    private int _stamp;

    /// <summary>Takes over a plan.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="count">The number of grids.</param>
    /// <param name="gridOf">The grid of each vertex; it is changed in place.</param>
    /// <param name="goal">What is aimed at instead of the tolerance around the mean; null for nothing.</param>
    internal SearchState(PartGraph part, int count, int[] gridOf, SearchGoal? goal = null)
    {
        _goal = goal;
        _shape = goal?.Shape ?? 1;
        _price = goal is null || part.Total == 0 ? 0 : goal.Price * count / part.Total;
        (_part, _settings, Count, GridOf) = (part, part.Settings, count, gridOf);
        HasShape = part.Area is not null && part.Perimeter is not null;
        var tolerance = Math.Max(_settings.Tolerance, 0.005);
        _perTolerance = part.Total == 0 ? 0 : 1 / (tolerance * part.Total);
        _extraTotals = [.. part.Extra.Select(static amounts => amounts.Sum())];
        _extraPerTolerance = [.. part.ExtraWeight.Select((weight, m) => _extraTotals[m] == 0 ? 0 : weight / (tolerance * _extraTotals[m]))];
        var lengths = 0.0;
        foreach (var length in part.Lengths)
        {
            lengths += length;
        }

        // A round grid of n/k vertices has about 3.5 √(n/k) edges across its border.
        var mean = part.Lengths.Length == 0 ? 1 : Math.Max(lengths / part.Lengths.Length, 1);
        _borderScale = 0.5 / (mean * 3.5 * Math.Sqrt((double)part.Count / count));
        Size = new long[count];
        Other = new long[count];
        Members = new int[count];
        Labels = new int[count];
        Border = new double[count];
        Area = new double[count];
        Extra = [.. part.Extra.Select(_ => new long[count])];
        Cost = new double[count];
        _seen = new int[part.Count];
        _sought = new int[part.Count];
        _queue = new int[part.Count];
        for (var v = 0; v < part.Count; v++)
        {
            Add(v);
        }

        for (var grid = 0; grid < count; grid++)
        {
            Cost[grid] = CostOf(Size[grid], Other[grid], Border[grid], Area[grid]) + ExtraCost(grid, -1, 0);
        }
    }

    /// <summary>Gets whether the shape is measured by area and border.</summary>
    internal bool HasShape { get; }

    /// <summary>Gets the number of grids.</summary>
    internal int Count { get; }

    /// <summary>Gets the grid of each vertex.</summary>
    internal int[] GridOf { get; }

    /// <summary>Gets the size of each grid.</summary>
    internal long[] Size { get; }

    /// <summary>Gets the households of each grid where households or people count.</summary>
    internal long[] Other { get; }

    /// <summary>Gets the number of vertices of each grid.</summary>
    internal int[] Members { get; }

    /// <summary>Gets the number of labelled vertices of each grid.</summary>
    internal int[] Labels { get; }

    /// <summary>Gets the border of each grid: metres of the whole, or millimetres of the inner one.</summary>
    internal double[] Border { get; }

    /// <summary>Gets the area of each grid.</summary>
    internal double[] Area { get; }

    /// <summary>Gets the further measures of each grid.</summary>
    internal long[][] Extra { get; }

    /// <summary>Gets the cost of each grid.</summary>
    internal double[] Cost { get; }

    /// <summary>Returns the cost of the plan.</summary>
    internal double TotalCost()
    {
        var cost = 0.0;
        foreach (var own in Cost)
        {
            cost += own;
        }

        return cost;
    }

    /// <summary>Sums two grids anew after their vertices were dealt out otherwise.</summary>
    /// <param name="set">All vertices of the two.</param>
    /// <param name="a">One grid.</param>
    /// <param name="b">The other.</param>
    internal void Recount(ReadOnlySpan<int> set, int a, int b)
    {
        Clear(a);
        Clear(b);
        foreach (var v in set)
        {
            Add(v);
        }

        Cost[a] = CostOf(Size[a], Other[a], Border[a], Area[a]) + ExtraCost(a, -1, 0);
        Cost[b] = CostOf(Size[b], Other[b], Border[b], Area[b]) + ExtraCost(b, -1, 0);
    }

    /// <summary>Returns the deviation of a size in tolerances.</summary>
    internal double Tolerances(long size) => Math.Abs((size * Count) - _part.Total) * _perTolerance;

    /// <summary>Moves a vertex into another grid where the change is worth it; the grid that loses it stays connected.</summary>
    /// <param name="v">The vertex.</param>
    /// <param name="to">The other grid, which has a neighbour of it.</param>
    /// <param name="most">What the move may cost.</param>
    /// <param name="change">What it costs.</param>
    /// <returns>True when it was made.</returns>
    internal bool TryMove(int v, int to, double most, out double change)
    {
        var from = GridOf[v];
        change = 0;
        if (Members[from] == 1 || (_part.Label[v] >= 0 && Labels[to] > 0))
        {
            return false;
        }

        long inFrom = 0, inTo = 0, around = 0;
        for (var i = _part.Offsets[v]; i < _part.Offsets[v + 1]; i++)
        {
            var grid = GridOf[_part.Targets[i]];
            around += _part.Lengths[i];
            inFrom += grid == from ? _part.Lengths[i] : 0;
            inTo += grid == to ? _part.Lengths[i] : 0;
        }

        var (fromBorder, toBorder, area) = HasShape
            ? (Border[from] - _part.Perimeter![v] + (2 * (inFrom / 1000.0)), Border[to] + _part.Perimeter[v] - (2 * (inTo / 1000.0)), _part.Area![v])
            : (Border[from] + inFrom - (around - inFrom), Border[to] + (around - inTo) - inTo, 0);
        var (size, other) = (_part.Size[v], _part.Other[v]);
        var fromCost = CostOf(Size[from] - size, Other[from] - other, fromBorder, Area[from] - area) + ExtraCost(from, v, -1);
        var toCost = CostOf(Size[to] + size, Other[to] + other, toBorder, Area[to] + area) + ExtraCost(to, v, 1);
        change = fromCost + toCost - Cost[from] - Cost[to];
        if (_goal is not null && _goal.Home[v] is >= 0 and var home)
        {
            change += _price * size * ((from == home ? 1 : 0) - (to == home ? 1 : 0));
        }

        if (change > most || !StaysConnected(v, from))
        {
            return false;
        }

        GridOf[v] = to;
        Size[from] -= size;
        Size[to] += size;
        Other[from] -= other;
        Other[to] += other;
        Members[from]--;
        Members[to]++;
        if (_part.Label[v] >= 0)
        {
            Labels[from]--;
            Labels[to]++;
        }

        for (var m = 0; m < Extra.Length; m++)
        {
            Extra[m][from] -= _part.Extra[m][v];
            Extra[m][to] += _part.Extra[m][v];
        }

        (Border[from], Border[to]) = (fromBorder, toBorder);
        (Area[from], Area[to]) = (Area[from] - area, Area[to] + area);
        (Cost[from], Cost[to]) = (fromCost, toCost);
        return true;
    }

    private void Clear(int grid)
    {
        (Size[grid], Other[grid], Members[grid], Labels[grid], Border[grid], Area[grid]) = (0, 0, 0, 0, 0, 0);
        foreach (var extra in Extra)
        {
            extra[grid] = 0;
        }
    }

    private void Add(int v)
    {
        var grid = GridOf[v];
        Size[grid] += _part.Size[v];
        Other[grid] += _part.Other[v];
        Members[grid]++;
        Labels[grid] += _part.Label[v] >= 0 ? 1 : 0;
        for (var m = 0; m < Extra.Length; m++)
        {
            Extra[m][grid] += _part.Extra[m][v];
        }

        if (HasShape)
        {
            Area[grid] += _part.Area![v];
            Border[grid] += _part.Perimeter![v];
        }

        for (var i = _part.Offsets[v]; i < _part.Offsets[v + 1]; i++)
        {
            if (GridOf[_part.Targets[i]] == grid)
            {
                Border[grid] -= HasShape ? _part.Lengths[i] / 1000.0 : 0;
            }
            else
            {
                Border[grid] += HasShape ? 0 : _part.Lengths[i];
            }
        }
    }

    // Breadth-first inside the grid from one neighbour until the others are met; in a planar map that is mostly a step or two.
    private bool StaysConnected(int v, int grid)
    {
        _stamp++;
        var (first, missing) = (-1, 0);
        for (var i = _part.Offsets[v]; i < _part.Offsets[v + 1]; i++)
        {
            var w = _part.Targets[i];
            if (GridOf[w] != grid)
            {
                continue;
            }

            if (first < 0)
            {
                first = w;
            }
            else
            {
                _sought[w] = _stamp;
                missing++;
            }
        }

        if (missing == 0)
        {
            return first >= 0;
        }

        var (head, tail) = (0, 0);
        _queue[tail++] = first;
        _seen[first] = _stamp;
        _seen[v] = _stamp;
        while (head < tail)
        {
            var at = _queue[head++];
            for (var i = _part.Offsets[at]; i < _part.Offsets[at + 1]; i++)
            {
                var w = _part.Targets[i];
                if (_seen[w] == _stamp || GridOf[w] != grid)
                {
                    continue;
                }

                _seen[w] = _stamp;
                if (_sought[w] == _stamp && --missing == 0)
                {
                    return true;
                }

                _queue[tail++] = w;
            }
        }

        return false;
    }

    private double CostOf(long size, long other, double border, double area)
    {
        var cost = _goal is null ? BalanceCost(Tolerances(size)) : size < _goal.Low ? OutsideCost(_goal.Low - size) : size > _goal.High ? OutsideCost(size - _goal.High) : 0;
        if (!_settings.Allows(size, other))
        {
            cost += 20 + (20.0 * Math.Max(size < _settings.Min ? _settings.Min - size : size - _settings.Max, 1) * Count / Math.Max(_part.Total, 1));
        }

        // Lengths that do not fit the perimeters must not make a shape rounder than a circle.
        return cost + (_shape * (HasShape ? 1 - (border <= 0 ? 1 : Math.Min(1, FullCircle * area / (border * border))) : border * _borderScale));
    }

    private double OutsideCost(long missing) => 1 + (40.0 * missing * Count / Math.Max(_part.Total, 1));

    private static double BalanceCost(double tolerances)
    {
        var over = tolerances - 0.8;
        return over <= 0 ? 0.05 * tolerances * tolerances : 0.032 + (2 * over) + (0.1 * over * over);
    }

    private double ExtraCost(int grid, int v, int sign)
    {
        var cost = 0.0;
        for (var m = 0; m < Extra.Length; m++)
        {
            var amount = Extra[m][grid] + (v < 0 ? 0 : sign * _part.Extra[m][v]);
            cost += BalanceCost(Math.Abs((amount * Count) - _extraTotals[m]) * _extraPerTolerance[m]);
        }

        return cost;
    }
}
