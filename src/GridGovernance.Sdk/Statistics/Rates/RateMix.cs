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
        if (!parts.Any(part => part.Rate.LowestShare < to) || !parts.Any(part => Reaches(part.Rate, from)))
        {
            return null;
        }

        decimal[] lows = [.. parts.Select(static part => part.Rate.LowestShare).Order()];
        decimal[] highs = [.. parts.Select(static part => Highest(part.Rate)).Order()];
        var bounds = new MixShare[parts.Count];
        for (var i = 0; i < bounds.Length; i++)
        {
            var own = (Low: parts[i].Rate.LowestShare, High: Highest(parts[i].Rate));
            if (parts.Count == 1)
            {
                bounds[i] = new MixShare(parts[i].Label, 1, 1);
                continue;
            }

            var others = (Low: own.Low == lows[0] ? lows[1] : lows[0], High: own.High == highs[^1] ? highs[^2] : highs[^1]);
            if (Shares(own, others, from, to) is not { } shares)
            {
                return null;
            }

            bounds[i] = new MixShare(parts[i].Label, shares.Lowest, shares.Highest);
        }

        return EquatableArray.Create<MixShare>(bounds);
    }

    // The upper end of what rounds to a percentage is open, except where it is cut off at the whole.
    private static bool Reaches(PrintedShare rate, decimal from) => rate.Percent <= 100 && rate.ShareBelow > 1 ? from <= 1 : rate.ShareBelow > from;

    // Nobody closes more than there is: a rate that is printed as 100 is not above it.
    private static decimal Highest(PrintedShare rate) => rate.Percent <= 100 ? Math.Min(1, rate.ShareBelow) : rate.ShareBelow;

    // The shares s for which the interval s·own + (1 − s)·others meets [from, to]: both conditions are linear in s.
    private static (decimal Lowest, decimal Highest)? Shares((decimal Low, decimal High) own, (decimal Low, decimal High) others, decimal from, decimal to)
    {
        decimal lowest = 0, highest = 1;
        Narrow(own.High - others.High, from - others.High);
        Narrow(others.Low - own.Low, others.Low - to);
        return lowest <= highest ? (lowest, highest) : null;

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
            else if (bound > 0)
            {
                highest = -1;
            }
        }
    }
}
