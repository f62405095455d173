namespace GridGovernance.Sdk.Assessment;

/// <summary>From where to where values of a leaf are no outliers.</summary>
/// <remarks>Whether a value stands on the fence or beyond it is decided in fractions of whole numbers, wherever all values around are such.</remarks>
internal sealed class OutlierFence
{
    private const int FewestValues = 4;
    private const decimal Farthest = 10_000_000_000_000_000_000_000_000_000m;

    // Decimals this close to the fence may lie on it.
    private const decimal Hair = 0.000_000_000_000_000_001m;

    private readonly (ExactNumber Lower, ExactNumber Upper)? _exact;

    private OutlierFence(OutlierKind kind, decimal lower, decimal upper, (ExactNumber Lower, ExactNumber Upper)? exact) =>
        (Kind, Lower, Upper, _exact) = (kind, exact?.Lower.Nearest() ?? lower, exact?.Upper.Nearest() ?? upper, exact);

    internal OutlierKind Kind { get; }

    internal decimal Lower { get; }

    internal decimal Upper { get; }

    /// <summary>Builds the fence of a leaf.</summary>
    /// <param name="definition">The policy.</param>
    /// <param name="column">The values.</param>
    /// <param name="units">The units that have one, in ascending order of it.</param>
    /// <returns>The fence; null when the policy keeps outliers, there are too few values to tell, or the middle half of them are all the same.</returns>
    internal static OutlierFence? Of(OutlierDefinition? definition, IndicatorColumn column, int[] units)
    {
        if (definition is null or { Kind: OutlierKind.Keep } || units.Length < FewestValues)
        {
            return null;
        }

        var (first, third) = (Quartile(1), Quartile(3));
        if (first == third)
        {
            return null;
        }

        var width = definition.Fence ?? OutlierDefinition.DefaultFence;
        (ExactNumber, ExactNumber)? exact = null;
        if (ExactQuartile(1) is { } exactFirst && ExactQuartile(3) is { } exactThird)
        {
            var far = ExactNumber.Of(width) * (exactThird - exactFirst);
            exact = (exactFirst - far, exactThird + far);
        }

        // Farther than any value can be is far enough.
        var reach = third - first > Farthest / Math.Max(1, width) ? Farthest : width * (third - first);
        exact = reach == Farthest ? null : exact;
        return new OutlierFence(definition.Kind, first - reach, third + reach, exact);

        // Between the values around (n − 1)·k/4, in proportion.
        decimal Quartile(int quarters)
        {
            var (below, rest) = Math.DivRem((units.Length - 1) * quarters, 4);
            var (low, high) = (column.Values[units[below]].Number!.Value, column.Values[units[below + 1]].Number!.Value);
            return low + ((high - low) * rest / 4);
        }

        ExactNumber? ExactQuartile(int quarters)
        {
            var (below, rest) = Math.DivRem((units.Length - 1) * quarters, 4);
            return column.Exact(units[below]) is { } low && column.Exact(units[below + 1]) is { } high
                ? low + ((high - low) * ExactNumber.Of(rest / 4m))
                : null;
        }
    }

    /// <summary>Says whether a unit's value lies beyond the fence.</summary>
    /// <param name="column">The values.</param>
    /// <param name="unit">The unit, which has a value.</param>
    internal bool IsOutside(IndicatorColumn column, int unit)
    {
        var value = column.Values[unit].Number!.Value;
        if (_exact is var (lower, upper) && (Math.Abs(value - Lower) < Hair || Math.Abs(value - Upper) < Hair) && column.Exact(unit) is { } exact)
        {
            return exact.CompareTo(lower) < 0 || exact.CompareTo(upper) > 0;
        }

        return value < Lower || value > Upper;
    }

    /// <summary>Returns a unit's value, brought within the fence.</summary>
    /// <param name="column">The values.</param>
    /// <param name="unit">The unit, which has a value.</param>
    internal decimal Clip(IndicatorColumn column, int unit) => Math.Clamp(column.Values[unit].Number!.Value, Lower, Upper);

    /// <summary>Returns the end of the fence that a unit's value lies beyond.</summary>
    /// <param name="column">The values.</param>
    /// <param name="unit">The unit, whose value is an outlier.</param>
    /// <returns>The end; null when it is not known without rounding.</returns>
    internal ExactNumber? ExactEnd(IndicatorColumn column, int unit) => _exact is not var (lower, upper) ? null : column.Values[unit].Number > Upper ? upper : lower;
}
