namespace GridGovernance.Sdk.Statistics;

/// <summary>Where a rate may lie when few cases stand behind it: Wilson's score interval.</summary>
/// <remarks>
/// <para>Wilson, "Probable Inference, the Law of Succession, and Statistical Inference" (1927). It stays within 0..1, and of one case it says little.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Lower">The lower end, a share of 1 with 15 decimals.</param>
/// <param name="Upper">The upper end, a share of 1 with 15 decimals.</param>
public readonly record struct RateInterval(decimal Lower, decimal Upper)
{
    /// <summary>The standard normal quantile of 95 % on two sides.</summary>
    public const decimal NinetyFivePercent = 1.959963984540054m;

    private const int Decimals = 15;

    /// <summary>Returns Wilson's interval of a rate.</summary>
    /// <param name="rate">The rate; its numerator is from 0 to its denominator.</param>
    /// <param name="quantile">The standard normal quantile, above 0 and at most 10; <see cref="NinetyFivePercent"/> when null.</param>
    /// <returns>The interval; null when the rate is undefined.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The rate is not a share, or the quantile is out of range.</exception>
    public static RateInterval? Wilson(Rate rate, decimal? quantile = null)
    {
        var z = quantile ?? NinetyFivePercent;
        ArgumentOutOfRangeException.ThrowIfNegative(rate.Numerator, nameof(rate));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate.Numerator, rate.Denominator, nameof(rate));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(z, nameof(quantile));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(z, 10, nameof(quantile));
        if (rate.Value is not { } share)
        {
            return null;
        }

        decimal count = rate.Denominator;
        var perCase = z * z / count;
        var centre = share + (perCase / 2);
        var reach = z * DecimalMath.Sqrt(((share * (1 - share)) + (perCase / 4)) / count);
        return new RateInterval(End(centre - reach), End(centre + reach));

        decimal End(decimal end) => Math.Clamp(Math.Round(end / (1 + perCase), Decimals), 0, 1);
    }
}
