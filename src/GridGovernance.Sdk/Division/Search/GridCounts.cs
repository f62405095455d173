namespace GridGovernance.Sdk.Division;

/// <summary>How many grids a parent may have, the most fitting number first, and how they are shared out over its components.</summary>
internal static class GridCounts
{
    /// <summary>Returns the numbers of grids that the sums allow, nearest to the norm first.</summary>
    /// <param name="part">The parent.</param>
    /// <returns>The numbers; empty where the sums allow none.</returns>
    /// <remarks>Without a norm it is the middle of the bounds, or the one bound that there is.</remarks>
    internal static int[] Candidates(PartGraph part)
    {
        var settings = part.Settings;
        if (settings.Grids is { } fixedCount)
        {
            return [fixedCount];
        }

        var (low, high) = Range(part);
        var norm = Norm(settings);
        var counts = new List<int>();
        for (var k = low; k <= high; k++)
        {
            counts.Add(k);
        }

        // The ratio of P/k to the norm or of the norm to P/k, whichever is above 1.
        return [.. counts.OrderBy(k => part.Total == 0 ? k : Math.Max(part.Total / (k * norm), k * norm / part.Total)).ThenBy(static k => k)];
    }

    /// <summary>Says whether a small parent takes the number of grids whose best plan is the most even: where there is a largest size, and neither a number nor a norm.</summary>
    /// <param name="part">The parent.</param>
    /// <remarks>A least size alone would make one grid of everything.</remarks>
    internal static bool DecidesByDeviation(PartGraph part) => part.Settings is { Grids: null, Target: null, Max: not long.MaxValue };

    /// <summary>Returns what a grid should hold about.</summary>
    /// <param name="settings">The settings.</param>
    internal static double Norm(PartSettings settings) =>
        settings.Target ?? (settings.Max == long.MaxValue ? Math.Max(1, settings.Min) : settings.Min == 0 ? Math.Max(1, settings.Max) : (settings.Min + (double)settings.Max) / 2);

    /// <summary>Returns the least and the largest number of grids that sums, parts and labels allow.</summary>
    /// <param name="part">The parent.</param>
    internal static (int Low, int High) Range(PartGraph part)
    {
        var (low, high) = (0, 0);
        foreach (var (least, most) in ComponentRanges(part))
        {
            (low, high) = (low + least, high + Math.Max(most, 0));
        }

        return (Math.Max(low, 1), high);
    }

    /// <summary>Returns the range of each component; the largest number is below the least where no number fits.</summary>
    /// <param name="part">The parent.</param>
    internal static (int Low, int High)[] ComponentRanges(PartGraph part)
    {
        var settings = part.Settings;
        var ranges = new (int Low, int High)[part.ComponentCount];
        var sizes = new long[part.ComponentCount];
        for (var v = 0; v < part.Count; v++)
        {
            sizes[part.Component[v]] += part.Size[v];
            ranges[part.Component[v]].High++;
            ranges[part.Component[v]].Low += part.Label[v] >= 0 ? 1 : 0;
        }

        for (var c = 0; c < ranges.Length; c++)
        {
            var low = Math.Max(1, ranges[c].Low);
            var high = ranges[c].High;
            if (!settings.IsEither)
            {
                low = settings.Max == 0 ? sizes[c] == 0 ? low : int.MaxValue : (int)Math.Min(int.MaxValue, Math.Max(low, settings.Max == long.MaxValue ? 1 : (sizes[c] + settings.Max - 1) / settings.Max));
                high = settings.Min == 0 ? high : (int)Math.Min(high, sizes[c] / settings.Min);
            }

            ranges[c] = (low, high);
        }

        return ranges;
    }

    /// <summary>Shares grids out over the components: each next one goes where the mean is largest.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="count">The number of grids.</param>
    /// <returns>The number for each component; null where the ranges do not allow it.</returns>
    internal static int[]? Share(PartGraph part, int count)
    {
        var ranges = ComponentRanges(part);
        var sizes = new long[part.ComponentCount];
        for (var v = 0; v < part.Count; v++)
        {
            sizes[part.Component[v]] += part.Size[v];
        }

        var shares = new int[ranges.Length];
        var left = (long)count;
        for (var c = 0; c < ranges.Length; c++)
        {
            if (ranges[c].Low > ranges[c].High)
            {
                return null;
            }

            shares[c] = ranges[c].Low;
            left -= shares[c];
        }

        for (; left > 0; left--)
        {
            var best = -1;
            for (var c = 0; c < shares.Length; c++)
            {
                // sizes[c] ÷ shares[c] against the best, without division.
                if (shares[c] < ranges[c].High && (best < 0 || (Int128)sizes[c] * shares[best] > (Int128)sizes[best] * shares[c]))
                {
                    best = c;
                }
            }

            if (best < 0)
            {
                return null;
            }

            shares[best]++;
        }

        return left < 0 ? null : shares;
    }
}
