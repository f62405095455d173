namespace GridGovernance.Sdk.Assessment;

/// <summary>A compiled normalisation: a value becomes a share of the full score.</summary>
/// <remarks>
/// Below weighted sums a share has at most <see cref="Decimals"/> decimals: it is rounded here, half to even, and never again, so that every sum above it is
/// exact. What this rounding could decide, a grade or a rank, is decided without it: see <see cref="ExactScorer"/>.
/// </remarks>
internal abstract class Normalisation
{
    /// <summary>The decimals of a share.</summary>
    internal const int Decimals = 15;

    /// <summary>Gets a value indicating whether the normalisation depends on the units that are scored.</summary>
    internal virtual bool IsRelative => false;

    /// <summary>Fits the normalisation to the units that are scored.</summary>
    /// <param name="values">The values that are present, in ascending order.</param>
    /// <returns>The normalisation to apply; this one unless it depends on the units.</returns>
    internal virtual Normalisation Fit(decimal[] values) => this;

    /// <summary>Returns the share, 0..1, with <see cref="Decimals"/> decimals.</summary>
    /// <param name="value">The indicator's value.</param>
    /// <returns>The share.</returns>
    internal decimal Apply(decimal value) => Math.Round(Share(value), Decimals);

    /// <summary>Returns the share, 0..1, with all the digits of a decimal, as means need that are not additive: there a small share is no small matter.</summary>
    /// <param name="value">The indicator's value.</param>
    /// <returns>The share.</returns>
    internal abstract decimal Share(decimal value);

    /// <summary>Returns the share without any rounding.</summary>
    /// <param name="value">The indicator's value.</param>
    /// <param name="number">The same, as a decimal.</param>
    /// <returns>The share.</returns>
    internal virtual ExactNumber Share(ExactNumber value, decimal number) => ExactNumber.Of(Share(number));
}
