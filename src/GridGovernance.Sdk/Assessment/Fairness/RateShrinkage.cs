using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>Draws rates over few cases towards the rate of all units, as far as the units' own differences allow (经验贝叶斯收缩).</summary>
/// <remarks>
/// <para>A beta prior whose strength is estimated from the rates by the analysis of variance: the share of the variance that lies between units is
/// ρ = (MSB − MSW) ÷ (MSB + (n₀ − 1)·MSW), and the prior counts as 1/ρ − 1 cases (Ridout, Demétrio and Firth, "Estimating intraclass correlation for
/// binary data", 1999). Units that differ by no more than chance are drawn together entirely.</para>
/// <para>A few unlike units say little of the spread between units: the prior then counts for at least as many cases as keep a unit with one single case
/// from standing above, or below, every unit with an average number of cases or more; where no number does that, all units get the rate of all.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record RateShrinkage
{
    /// <summary>The cases that the prior counts for at most.</summary>
    public const decimal MaximumPriorCases = 1_000_000;

    private const int Decimals = 15;

    private readonly bool _together;

    private RateShrinkage(Rate overall, decimal priorCases, bool together) => (Overall, PriorCases, _together) = (overall, priorCases, together);

    /// <summary>Gets the rate of all units together.</summary>
    public Rate Overall { get; }

    /// <summary>Gets how many cases the prior counts for: a unit with as many is drawn half-way.</summary>
    public decimal PriorCases { get; }

    /// <summary>Estimates the prior.</summary>
    /// <param name="rates">The units' rates, each a share: its numerator is from 0 to its denominator; those over nothing take no part.</param>
    /// <returns>The shrinkage; null when no rate is defined.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rates"/> is null.</exception>
    /// <exception cref="ArgumentException">A rate is no share.</exception>
    public static RateShrinkage? Estimate(IEnumerable<Rate> rates)
    {
        ArgumentNullException.ThrowIfNull(rates);

        // In a fixed order the sums do not depend on the order of the units.
        Rate[] all = [.. rates.Where(static rate => rate.IsDefined).OrderBy(static rate => rate.Denominator).ThenBy(static rate => rate.Numerator)];
        if (Array.Find(all, static rate => rate.Numerator < 0 || rate.Numerator > rate.Denominator) is { IsDefined: true } bad)
        {
            throw new ArgumentException($"A rate that is shrunk must be a share, but one is {bad}.", nameof(rates));
        }

        if (all.Length == 0)
        {
            return null;
        }

        var overall = all.Aggregate(static (sum, rate) => sum + rate);
        var lucky = Math.Max(AgainstLuck(all, overall, static rate => rate), AgainstLuck(all, overall, static rate => new Rate(rate.Denominator - rate.Numerator, rate.Denominator)));
        return new RateShrinkage(overall, Math.Min(MaximumPriorCases, Math.Max(Strength(all, overall), lucky)), lucky > MaximumPriorCases);
    }

    /// <summary>Shrinks a rate.</summary>
    /// <param name="rate">The rate, a share.</param>
    /// <returns>The rate of its cases and the prior's together, with 15 decimals; null when it is undefined.</returns>
    public decimal? Apply(Rate rate) => !rate.IsDefined ? null : _together ? Math.Round(Overall.Value!.Value, Decimals)
        : Math.Round((rate.Numerator + (PriorCases * Overall.Value!.Value)) / (rate.Denominator + PriorCases), Decimals);

    // How many cases the prior must count for, so that a single good one is not above every unit with an average number of cases or more:
    // (1 + K·m)/(1 + K) <= (x + K·m)/(n + K), solved for K. None does it where no such unit stands out by more than one case would.
    private static decimal AgainstLuck(Rate[] all, Rate overall, Func<Rate, Rate> good)
    {
        if (!all.Any(rate => rate.Denominator == 1 && good(rate).Numerator == 1))
        {
            return 0;
        }

        var (mean, least) = (good(overall).Value!.Value, decimal.MaxValue);
        foreach (var rate in all.Where(rate => rate.Denominator > 1 && rate.Denominator * (decimal)all.Length >= overall.Denominator).Select(good))
        {
            var excess = rate.Numerator - (rate.Denominator * mean) - (1 - mean);
            least = Math.Min(least, rate.Numerator == rate.Denominator ? 0 : excess > 0 ? (rate.Denominator - rate.Numerator) / excess : decimal.MaxValue);
        }

        return least;
    }

    private static decimal Strength(Rate[] all, Rate overall)
    {
        decimal cases = overall.Denominator;
        if (all.Length < 2 || all.Length >= overall.Denominator)
        {
            return MaximumPriorCases;
        }

        var mean = overall.Value!.Value;
        var between = all.Sum(rate => rate.Denominator * Square(rate.Value!.Value - mean)) / (all.Length - 1);
        var within = all.Sum(static rate => rate.Denominator * rate.Value!.Value * (1 - rate.Value!.Value)) / (cases - all.Length);
        var typical = (cases - (all.Sum(static rate => (decimal)rate.Denominator * rate.Denominator) / cases)) / (all.Length - 1);
        var correlation = between + ((typical - 1) * within) is > 0 and var spread ? (between - within) / spread : 0;
        return correlation <= 0 ? MaximumPriorCases : Math.Clamp(Math.Round((1 / correlation) - 1, Decimals), 0, MaximumPriorCases);
    }

    private static decimal Square(decimal distance) => distance * distance;
}
