using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>A distance from the units' mean in their standard deviations.</summary>
internal sealed class ZScoreNormalisation(decimal spread, bool up) : Normalisation
{
    private const decimal Large = 1_000_000_000;

    /// <summary>Gets how many standard deviations lie between the mean and either end.</summary>
    internal decimal Spread => spread;

    /// <summary>Gets a value indicating whether more is better.</summary>
    internal bool IsUp => up;

    /// <inheritdoc/>
    internal override bool IsRelative => true;

    /// <inheritdoc/>
    internal override Normalisation Fit(decimal[] values)
    {
        // INVARIANT: values come in ascending order, so that the sums do not depend on the order of the units.
        if (values.Length == 0 || values[0] == values[^1])
        {
            return this;
        }

        // Sums of very large values would exceed a decimal, and squares of very small distances vanish: both are taken in units of the largest.
        var unit = Math.Max(Math.Abs(values[0]), Math.Abs(values[^1])) is > Large and var largest ? largest : 1;
        var mean = values.Sum(value => value / unit) / values.Length;
        var far = values.Max(value => Math.Abs((value / unit) - mean));
        var deviation = DecimalMath.Sqrt(values.Sum(value => Square(((value / unit) - mean) / far)) / values.Length) * far;
        var reach = deviation * spread * unit;
        mean *= unit;
        return mean - reach == mean + reach ? this : up ? new LinearNormalisation(mean - reach, mean + reach) : new LinearNormalisation(mean + reach, mean - reach);
    }

    /// <inheritdoc/>
    internal override decimal Share(decimal value) => 0.5m;

    private static decimal Square(decimal distance) => distance * distance;
}
