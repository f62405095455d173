namespace GridGovernance.Sdk.Statistics;

/// <summary>Works out under which mix of parts an overall rate and the rates of its parts can hold together.</summary>
/// <remarks>An overall rate is the mean of its parts' rates, weighted by their shares of the whole; each printed rate stands for every value that rounds to it.</remarks>
public static class RateMix
{
    /// <summary>Returns how large each part can be.</summary>
    /// <param name="overall">The overall rate as printed.</param>
    /// <param name="parts">The parts and their rates as printed; together they are the whole.</param>
    /// <returns>The bounds of each part, in order; null when no mix gives the overall rate.</returns>
    /// <exception cref="ArgumentException"><paramref name="parts"/> is empty.</exception>
    public static EquatableArray<MixShare>? Solve(PrintedShare overall, EquatableArray<(string Label, PrintedShare Rate)> parts)
    {
        if (parts.Count == 0)
        {
            throw new ArgumentException("A mix needs at least one part, but was given none.", nameof(parts));
        }

        // The part's own rate may be anywhere in its interval, and so may the rest's mean between the lowest and the highest of the others.
        var (from, to) = (overall.LowestShare, overall.ShareBelow);
        decimal[] lows = [.. parts.Select(static part => part.Rate.LowestShare).Order()];
        decimal[] highs = [.. parts.Select(static part => Highest(part.Rate)).Order()];
        if (lows[0] >= to || highs[^1] <= from)
        {
            return null;
        }

        return parts.Count == 1 ? [new MixShare(parts[0].Label, 1, 1)] : EquatableArray.From(parts.Select(part =>
        {
            var own = (Low: part.Rate.LowestShare, High: Highest(part.Rate));
            var others = (Low: own.Low == lows[0] ? lows[1] : lows[0], High: own.High == highs[^1] ? highs[^2] : highs[^1]);
            var (lowest, highest) = Shares(own, others, from, to);
            return new MixShare(part.Label, lowest, highest);
        }));
    }

    // Nobody closes more than there is: a rate that is printed as 100 ends there. No percentage begins there, so that the end may count as open like the others.
    private static decimal Highest(PrintedShare rate) => rate.Percent == 100 ? 1 : rate.ShareBelow;

    // The shares s for which the interval s·own + (1 − s)·others meets [from, to]: both conditions are linear in s, and some s meets both because some part
    // begins below the one and some part ends above the other.
    private static (decimal Lowest, decimal Highest) Shares((decimal Low, decimal High) own, (decimal Low, decimal High) others, decimal from, decimal to)
    {
        decimal lowest = 0, highest = 1;
        Narrow(own.High - others.High, from - others.High);
        Narrow(others.Low - own.Low, others.Low - to);
        return (lowest, highest);

        // s·slope >= bound
        void Narrow(decimal slope, decimal bound)
        {
            if (slope > 0)
            {
                lowest = Math.Max(lowest, bound / slope);
            }
            else if (slope < 0)
            {
                highest = Math.Min(highest, bound / slope);
            }
        }
    }
}
