namespace GridGovernance.Sdk.Assessment;

/// <summary>From where to where values of a leaf are no outliers.</summary>
internal sealed record OutlierFence(OutlierKind Kind, decimal Lower, decimal Upper)
{
    private const int FewestValues = 4;

    /// <summary>Builds the fence of a leaf.</summary>
    /// <param name="definition">The policy.</param>
    /// <param name="values">The values that are present, in ascending order.</param>
    /// <returns>The fence; null when the policy keeps outliers, there are too few values to tell, or the middle half of them are all the same.</returns>
    internal static OutlierFence? Of(OutlierDefinition? definition, decimal[] values)
    {
        if (definition is null or { Kind: OutlierKind.Keep } || values.Length < FewestValues)
        {
            return null;
        }

        var (first, third) = (Quantile(values, 1), Quantile(values, 3));
        if (first == third)
        {
            return null;
        }

        var reach = (definition.Fence ?? OutlierDefinition.DefaultFence) * (third - first);
        return new OutlierFence(definition.Kind, first - reach, third + reach);
    }

    internal bool IsOutside(decimal value) => value < Lower || value > Upper;

    internal decimal Clip(decimal value) => Math.Clamp(value, Lower, Upper);

    // Between the values around (n − 1)·k/4, in proportion.
    private static decimal Quantile(decimal[] values, int quarters)
    {
        var (below, rest) = Math.DivRem((values.Length - 1) * quarters, 4);
        return values[below] + ((values[below + 1] - values[below]) * rest / 4);
    }
}
