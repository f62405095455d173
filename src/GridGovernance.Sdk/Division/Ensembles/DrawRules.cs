namespace GridGovernance.Sdk.Division;

/// <summary>What a grid that is drawn must keep: the hard bounds, the tolerance where one is given, and one label at most.</summary>
internal sealed class DrawRules
{
    private readonly PartGraph _part;
    private readonly int _count;
    private readonly double _tolerance;
    private readonly long[] _extraTotals;

    /// <summary>Begins.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="count">The number of grids.</param>
    /// <param name="tolerance">The largest deviation; null for any.</param>
    internal DrawRules(PartGraph part, int count, double? tolerance)
    {
        (_part, _count, _tolerance) = (part, count, tolerance ?? double.PositiveInfinity);
        _extraTotals = [.. part.Extra.Select(static amounts => amounts.Sum())];
        var settings = part.Settings;
        if (settings.IsEither)
        {
            return;
        }

        // One off to the safe side: the tolerance is decided by the formula that measures plans.
        var mean = (double)part.Total / Math.Max(count, 1);
        Least = Math.Max(settings.Min, tolerance is { } narrow ? (long)Math.Floor(mean * (1 - narrow)) - 1 : 0);
        Most = Math.Min(settings.Max, tolerance is { } wide ? (long)Math.Ceiling(Math.Min(mean * (1 + wide), 1e15)) + 1 : long.MaxValue);
    }

    /// <summary>Gets a size below which no grid is allowed.</summary>
    internal long Least { get; }

    /// <summary>Gets a size above which no grid is allowed.</summary>
    internal long Most { get; } = long.MaxValue;

    /// <summary>Says whether a grid is allowed; connectedness apart.</summary>
    /// <param name="size">Its size.</param>
    /// <param name="other">Its households where households or people count.</param>
    /// <param name="labels">How many labels it has.</param>
    /// <param name="extra">Its amount of each further measure.</param>
    internal bool Allow(long size, long other, int labels, ReadOnlySpan<long> extra)
    {
        if (labels > 1 || !_part.Settings.Allows(size, other) || PartMeasure.Deviation(size, _part.Total, _count) > _tolerance)
        {
            return false;
        }

        for (var m = 0; m < extra.Length; m++)
        {
            if (_part.ExtraWeight[m] * PartMeasure.Deviation(extra[m], _extraTotals[m], _count) > _tolerance)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Says whether a plan is allowed.</summary>
    /// <param name="gridOf">The grid of each vertex, all connected.</param>
    internal bool Allow(int[] gridOf)
    {
        var sizes = PartMeasure.Sums(_part.Size, gridOf, _count);
        var others = PartMeasure.Sums(_part.Other, gridOf, _count);
        var extras = _part.Extra.Select(amounts => PartMeasure.Sums(amounts, gridOf, _count)).ToArray();
        var labels = new int[_count];
        for (var v = 0; v < gridOf.Length; v++)
        {
            labels[gridOf[v]] += _part.Label[v] >= 0 ? 1 : 0;
        }

        for (var grid = 0; grid < _count; grid++)
        {
            if (!Allow(sizes[grid], others[grid], labels[grid], Array.ConvertAll(extras, sums => sums[grid])))
            {
                return false;
            }
        }

        return true;
    }
}
