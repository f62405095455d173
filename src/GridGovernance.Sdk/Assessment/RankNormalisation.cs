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
    internal override decimal Apply(decimal value)
    {
        var below = Bound(value, orEqual: false);
        var equal = Bound(value, orEqual: true) - below;
        decimal worse = _up ? below : _values.Length - below - equal;
        if (_percentile)
        {
            return Math.Round((worse + equal) / _values.Length, Decimals);
        }

        return _values.Length < 2 ? 1 : Math.Round((worse + ((equal - 1) / 2m)) / (_values.Length - 1), Decimals);
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
