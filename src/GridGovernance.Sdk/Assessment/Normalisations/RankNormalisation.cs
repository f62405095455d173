namespace GridGovernance.Sdk.Assessment;

/// <summary>A place among the units: as a rank among the others, or as a percentile rank among all.</summary>
internal sealed class RankNormalisation : Normalisation
{
    private readonly bool _percentile;
    private readonly bool _up;
    private readonly decimal[] _values;

    internal RankNormalisation(bool percentile, bool up)
        : this(percentile, up, [])
    {
    }

    private RankNormalisation(bool percentile, bool up, decimal[] values)
    {
        (_percentile, _up, _values) = (percentile, up, values);
    }

    /// <inheritdoc/>
    internal override bool IsRelative => true;

    /// <inheritdoc/>
    internal override Normalisation Fit(decimal[] values) => new RankNormalisation(_percentile, _up, values);

    /// <inheritdoc/>
    internal override decimal Share(decimal value)
    {
        var (above, below) = Fraction(value);
        return (decimal)above / below;
    }

    /// <inheritdoc/>
    internal override ExactNumber Share(ExactNumber value, decimal number)
    {
        var (above, below) = Fraction(number);
        return ExactNumber.Of(above) / ExactNumber.Of(below);
    }

    private (int Above, int Below) Fraction(decimal value)
    {
        var below = Bound(value, orEqual: false);
        var equal = Bound(value, orEqual: true) - below;
        var worse = _up ? below : _values.Length - below - equal;
        return _percentile ? (worse + equal, _values.Length) : _values.Length < 2 ? (1, 1) : ((2 * worse) + equal - 1, 2 * (_values.Length - 1));
    }

    // How many values lie below, or below and at, a value.
    private int Bound(decimal value, bool orEqual)
    {
        var (low, high) = (0, _values.Length);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (orEqual ? _values[middle] <= value : _values[middle] < value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
