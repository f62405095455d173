namespace GridGovernance.Sdk.Assessment;

/// <summary>Worth 1 inside an interval, falling on a line to 0 on either side.</summary>
internal sealed class IntervalNormalisation : Normalisation
{
    private readonly LinearNormalisation? _below;
    private readonly LinearNormalisation? _above;
    private readonly decimal _low;
    private readonly decimal _high;

    // INVARIANT: minimum <= low <= high <= maximum; where two are equal the edge is a cliff.
    internal IntervalNormalisation(decimal minimum, decimal low, decimal high, decimal maximum)
    {
        _below = minimum < low ? new LinearNormalisation(minimum, low) : null;
        _above = high < maximum ? new LinearNormalisation(maximum, high) : null;
        (_low, _high) = (low, high);
    }

    /// <inheritdoc/>
    internal override decimal Share(decimal value)
    {
        if (value < _low)
        {
            return _below?.Share(value) ?? 0;
        }

        return value > _high ? _above?.Share(value) ?? 0 : 1;
    }

    /// <inheritdoc/>
    internal override ExactNumber Share(ExactNumber value, decimal number) =>
        value.CompareTo(ExactNumber.Of(_low)) < 0 ? _below?.Share(value, number) ?? ExactNumber.Zero
        : value.CompareTo(ExactNumber.Of(_high)) > 0 ? _above?.Share(value, number) ?? ExactNumber.Zero
        : ExactNumber.One;
}
