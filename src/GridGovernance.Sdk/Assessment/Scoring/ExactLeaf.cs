namespace GridGovernance.Sdk.Assessment;

/// <summary>What values of a leaf are worth, in fractions of whole numbers.</summary>
/// <remarks>A z-score is such a fraction at its ends, in its middle, and where the standard deviation is one; elsewhere it is not.</remarks>
internal sealed class ExactLeaf
{
    // INVARIANT: what the scheme says, and the same over the units' values.
    private readonly Normalisation _plain;
    private readonly Normalisation _fitted;
    private readonly IndicatorColumn _column;
    private readonly OutlierFence? _fence;
    private readonly Lazy<(ExactNumber Zero, ExactNumber Full)?> _ends;
    private readonly Lazy<(ExactNumber Mean, ExactNumber Square, ExactNumber? Reach)?> _spread;

    internal ExactLeaf(Normalisation plain, Normalisation fitted, IndicatorColumn column, OutlierFence? fence)
    {
        (_plain, _fitted, _column, _fence) = (plain, fitted, column, fence);
        _ends = new(Ends);
        _spread = new(Spread);
    }

    /// <summary>Returns what a unit's value is worth.</summary>
    /// <param name="unit">The unit, which has a value.</param>
    /// <param name="number">The same as a decimal, within the fence.</param>
    /// <returns>The share; null when it is no fraction, or not known to be one.</returns>
    internal ExactNumber? Share(int unit, decimal number)
    {
        if (Counted(unit) is not { } value)
        {
            return null;
        }

        return _plain switch
        {
            RelativeLineNormalisation => _ends.Value is not { } ends ? null
                : ends.Zero.CompareTo(ends.Full) == 0 ? ExactNumber.One
                : LinearNormalisation.Share(value, ends.Zero, ends.Full),
            ZScoreNormalisation => ZScore(value),
            _ => _fitted.Share(value, number),
        };
    }

    // What no more is an outlier takes part, as in decimals.
    private ExactNumber? Counted(int unit) => _fence is { Kind: OutlierKind.Clip } fence && fence.IsOutside(_column, unit) ? fence.ExactEnd(_column, unit) : _column.Exact(unit);

    private List<ExactNumber>? All()
    {
        var all = new List<ExactNumber>();
        for (var unit = 0; unit < _column.Values.Count; unit++)
        {
            if (_column.Values[unit].Number is null || (_fence is { Kind: OutlierKind.Missing } fence && fence.IsOutside(_column, unit)))
            {
                continue;
            }

            if (Counted(unit) is not { } value)
            {
                return null;
            }

            all.Add(value);
        }

        return all;
    }

    private (ExactNumber Zero, ExactNumber Full)? Ends()
    {
        if (All() is not { } all)
        {
            return null;
        }

        var (least, most) = (all[0], all[0]);
        foreach (var value in all)
        {
            (least, most) = (ExactNumber.Min(least, value), ExactNumber.Max(most, value));
        }

        var line = (RelativeLineNormalisation)_plain;
        least = line.FromZero ? ExactNumber.Zero : least;
        return least.CompareTo(most) >= 0 ? (most, most) : line.IsUp ? (least, most) : (most, least);
    }

    // The mean, and how far from it the ends stand: as a square, and itself where its root comes out.
    private (ExactNumber Mean, ExactNumber Square, ExactNumber? Reach)? Spread()
    {
        if (All() is not { } all)
        {
            return null;
        }

        ExactNumber sum = ExactNumber.Zero, squares = ExactNumber.Zero;
        foreach (var value in all)
        {
            (sum, squares) = (sum + value, squares + (value * value));
            if (squares.IsLong)
            {
                return null;
            }
        }

        var count = ExactNumber.Of(all.Count);
        var (mean, spread) = (sum / count, ExactNumber.Of(((ZScoreNormalisation)_plain).Spread));
        var square = ((squares / count) - (mean * mean)) * spread * spread;
        return (mean, square, square.IsPositive ? square.Root(2) : null);
    }

    private ExactNumber? ZScore(ExactNumber value)
    {
        if (_spread.Value is not var (mean, square, reach))
        {
            return null;
        }

        var half = ExactNumber.Of(0.5m);
        var distance = ((ZScoreNormalisation)_plain).IsUp ? value - mean : mean - value;
        var order = distance.CompareTo(ExactNumber.Zero);
        if (order == 0 || !square.IsPositive)
        {
            return half;
        }

        return (distance * distance).CompareTo(square) >= 0 ? order > 0 ? ExactNumber.One : ExactNumber.Zero
            : reach is { } end ? half + (distance / (end + end))
            : null;
    }
}
