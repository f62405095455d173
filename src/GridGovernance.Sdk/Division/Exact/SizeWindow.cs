namespace GridGovernance.Sdk.Division;

/// <summary>Which grids a proof lets through: the hard bounds, and a largest deviation.</summary>
internal sealed class SizeWindow
{
    private readonly ExactGraph _graph;
    private readonly (long Low, long High)[] _extra;

    /// <summary>Creates a window.</summary>
    /// <param name="graph">The parent.</param>
    /// <param name="count">The number of grids.</param>
    /// <param name="deviation">The largest deviation, infinity for any.</param>
    /// <param name="isStrict">Whether the deviation itself is outside.</param>
    internal SizeWindow(ExactGraph graph, int count, double deviation, bool isStrict)
    {
        _graph = graph;
        Settings = graph.Part.Settings;
        (Low, High) = Range(graph.SizeOf(graph.All), count, 1, deviation, isStrict);
        if (!Settings.IsEither)
        {
            (Low, High) = (Math.Max(Low, Settings.Min), Math.Min(High, Settings.Max));
        }

        _extra = new (long Low, long High)[graph.Part.Extra.Length];
        for (var m = 0; m < _extra.Length; m++)
        {
            _extra[m] = Range(graph.ExtraOf(m, graph.All), count, graph.Part.ExtraWeight[m], deviation, isStrict);
        }
    }

    /// <summary>Creates a window of sizes.</summary>
    /// <param name="graph">The parent, without further measures.</param>
    /// <param name="count">The number of grids.</param>
    /// <param name="low">The least size.</param>
    /// <param name="high">The largest size.</param>
    internal SizeWindow(ExactGraph graph, int count, long low, long high)
        : this(graph, count, double.PositiveInfinity, false)
    {
        if (!Settings.IsEither)
        {
            (Low, High) = (Math.Max(Low, low), Math.Min(High, high));
        }
    }

    /// <summary>Gets the settings of the parent.</summary>
    internal PartSettings Settings { get; }

    /// <summary>Gets the least size of a grid.</summary>
    internal long Low { get; }

    /// <summary>Gets the largest size of a grid.</summary>
    internal long High { get; }

    /// <summary>Says whether a set whose size is in the window is a grid by everything else too; connectedness apart.</summary>
    internal bool Allows(ulong set, long size)
    {
        if ((Settings.IsEither && !Settings.Allows(size, _graph.OtherOf(set))) || System.Numerics.BitOperations.PopCount(set & _graph.Labelled) > 1)
        {
            return false;
        }

        for (var m = 0; m < _extra.Length; m++)
        {
            if (_graph.ExtraOf(m, set) is var amount && (amount < _extra[m].Low || amount > _extra[m].High))
            {
                return false;
            }
        }

        return true;
    }

    // The amounts whose weighted deviation is at most, or below, the given one, decided by the very formula that measures plans.
    private static (long Low, long High) Range(long total, int count, double weight, double deviation, bool isStrict)
    {
        if (total == 0 || double.IsPositiveInfinity(deviation))
        {
            return total == 0 && isStrict && deviation <= 0 ? (1, 0) : (0, long.MaxValue);
        }

        // |amount × count − total| ≤ reach.
        var reach = (long)Math.Min(deviation / weight * total, (double)total * count) + 2;
        while (reach >= 0 && !IsInside(reach))
        {
            reach--;
        }

        return reach < 0 ? (1, 0) : (Math.Max(0, CeilDivide(total - reach, count)), (total + reach) / count);

        bool IsInside(long numerator)
        {
            var value = weight * ((double)numerator / total);
            return isStrict ? value < deviation : value <= deviation;
        }
    }

    private static long CeilDivide(long value, int by) => value <= 0 ? 0 : (value + by - 1) / by;
}
