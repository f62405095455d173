using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>A distance from the units' mean in their standard deviations.</summary>
internal sealed class ZScoreNormalisation(decimal spread, bool up) : Normalisation
{
    private const decimal Large = 1_000_000_000;

    /// <inheritdoc/>
    internal override bool IsRelative => true;

    /// <inheritdoc/>
    internal override Normalisation Fit(decimal[] values)
    {
        // INVARIANT: values come in ascending order, so that the sums do not depend on the order of the units.
        if (values.Length == 0)
        {
            return this;
        }

        // Squares of very large values would exceed a decimal: they are taken in units of the largest.
        var unit = Math.Max(Math.Abs(values[0]), Math.Abs(values[^1])) is > Large and var largest ? largest : 1;
        var mean = values.Sum(value => value / unit) / values.Length;
        var deviation = DecimalMath.Sqrt(values.Sum(value => ((value / unit) - mean) * ((value / unit) - mean)) / values.Length);
        var reach = Math.Round(deviation * spread, Decimals) * unit;
        mean *= unit;
        return reach == 0 ? this : up ? new LinearNormalisation(mean - reach, mean + reach) : new LinearNormalisation(mean + reach, mean - reach);
    }

    /// <inheritdoc/>
    internal override decimal Share(decimal value) => 0.5m;
}
