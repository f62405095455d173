namespace GridGovernance.Sdk.Assessment;

/// <summary>A line between ends that the units themselves give: from their smallest value or from 0, to their largest.</summary>
internal sealed class RelativeLineNormalisation(bool fromZero, bool up) : Normalisation
{
    /// <summary>Gets a value indicating whether 0 is worth nothing, and not the smallest value.</summary>
    internal bool FromZero => fromZero;

    /// <summary>Gets a value indicating whether more is better.</summary>
    internal bool IsUp => up;

    /// <inheritdoc/>
    internal override bool IsRelative => true;

    /// <inheritdoc/>
    internal override Normalisation Fit(decimal[] values)
    {
        if (values.Length == 0)
        {
            return this;
        }

        var (low, high) = (fromZero ? 0 : values[0], values[^1]);
        return low >= high ? this : up ? new LinearNormalisation(low, high) : new LinearNormalisation(high, low);
    }

    /// <inheritdoc/>
    internal override decimal Share(decimal value) => 1;
}
