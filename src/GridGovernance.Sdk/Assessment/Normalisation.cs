namespace GridGovernance.Sdk.Assessment;

/// <summary>A compiled normalisation: a value becomes a share of the full score.</summary>
/// <remarks>
/// A share has at most <see cref="Decimals"/> decimals: it is rounded here, half to even, and never again, so that every weighted sum above it is exact.
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

    /// <summary>Returns the share, 0..1.</summary>
    /// <param name="value">The indicator's value.</param>
    /// <returns>The share.</returns>
    internal abstract decimal Apply(decimal value);
}
