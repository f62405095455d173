using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>Applies a <see cref="SmallCountPolicy"/> to the rates of a table.</summary>
public static class SmallCounts
{
    /// <summary>Returns the table with its rates treated; numbers without counts stay as they are.</summary>
    /// <param name="table">The table.</param>
    /// <param name="policy">What happens to a rate over few cases.</param>
    /// <param name="catalogue">Says which way an indicator is good, for <see cref="SmallCountKind.Cautious"/>; up where it does not.</param>
    /// <returns>The table, whose values are still traced to their cases and say how many they are.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The policy's minimum is negative.</exception>
    public static IndicatorTable Treat(IndicatorTable table, SmallCountPolicy policy, IndicatorCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentOutOfRangeException.ThrowIfNegative(policy.MinimumCases, nameof(policy));
        return IndicatorTable.Create(table.Units, EquatableArray.From(table.Columns.Select(column =>
            column.With(Treat(column.Values, policy, catalogue.Find(column.Code)?.Direction ?? IndicatorDirection.Up)))));
    }

    private static EquatableArray<IndicatorValue> Treat(EquatableArray<IndicatorValue> values, SmallCountPolicy policy, IndicatorDirection direction)
    {
        var shares = values.Where(static value => IsShare(value)).Select(static value => value.Rate!.Value);
        var shrinkage = policy.Kind == SmallCountKind.Shrink ? RateShrinkage.Estimate(shares) : null;
        return EquatableArray.From(values.Select(value =>
            value.Number is not null && value.Cases < policy.MinimumCases ? IndicatorValue.Missing
            : !IsShare(value) ? value
            : policy.Kind switch
            {
                SmallCountKind.Cautious => IndicatorValue.Of(Worse(value.Rate!.Value, direction), value.Cases),
                SmallCountKind.Shrink => IndicatorValue.Of(shrinkage!.Apply(value.Rate!.Value)!.Value, value.Cases),
                _ => value,
            }));
    }

    private static decimal Worse(Rate rate, IndicatorDirection direction)
    {
        var interval = RateInterval.Wilson(rate)!.Value;
        return direction == IndicatorDirection.Up ? interval.Lower : interval.Upper;
    }

    private static bool IsShare(IndicatorValue value) => value.Rate is { IsDefined: true } rate && rate.Numerator >= 0 && rate.Numerator <= rate.Denominator;
}
