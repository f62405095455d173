namespace GridGovernance.Sdk.Assessment;

/// <summary>Equal weights (等权).</summary>
public static class EqualWeights
{
    /// <summary>The decimals of weights that are worked out: few enough that scores stay exact, many enough that none is lost.</summary>
    public const int Decimals = 4;

    /// <summary>Returns equal weights that sum to exactly 1: what rounding leaves goes to the first ones, 0.3334, 0.3333, 0.3333.</summary>
    /// <param name="count">How many, 1 to 1,000.</param>
    /// <returns>The weights.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is out of range.</exception>
    public static EquatableArray<decimal> Of(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 1000);
        return Round([.. Enumerable.Repeat(1m, count)]);
    }

    /// <summary>Returns weights in proportion to some amounts, rounded by the largest remainder so that they sum to exactly 1.</summary>
    /// <param name="amounts">The amounts, not all 0.</param>
    internal static EquatableArray<decimal> Round(IReadOnlyList<decimal> amounts)
    {
        var sum = amounts.Sum();
        var (_, weights) = LargestRemainder.Round([.. amounts.Select(amount => amount / sum)], Decimals);
        return EquatableArray.From(weights.Select(ExactDecimal.Plain));
    }
}
