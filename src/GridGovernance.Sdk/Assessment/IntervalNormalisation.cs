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
    internal override decimal Apply(decimal value)
    {
        if (value < _low)
        {
            return _below?.Apply(value) ?? 0;
        }

        return value > _high ? _above?.Apply(value) ?? 0 : 1;
    }
}
