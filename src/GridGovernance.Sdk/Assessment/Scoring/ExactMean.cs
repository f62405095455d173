namespace GridGovernance.Sdk.Assessment;

/// <summary>Weighted means in fractions of whole numbers, as far as they are such.</summary>
internal static class ExactMean
{
    // Roots beyond this are left to decimals: powers of so many digits cost more than the answer is worth.
    private const int LargestRoot = 64;

    /// <summary>Returns the mean.</summary>
    /// <param name="kind">Which mean.</param>
    /// <param name="children">Weights, and values that are above 0 unless the mean is additive; at least one.</param>
    /// <returns>The mean; null when it is no fraction, or not known to be one.</returns>
    internal static ExactNumber? Of(AggregateKind kind, List<(decimal Weight, ExactNumber Value)> children) =>
        kind == AggregateKind.Geometric ? Geometric(children) : Linear(kind == AggregateKind.Harmonic, children);

    private static ExactNumber Linear(bool inverse, List<(decimal Weight, ExactNumber Value)> children)
    {
        ExactNumber weights = ExactNumber.Zero, sum = ExactNumber.Zero;
        foreach (var (share, value) in children)
        {
            var weight = ExactNumber.Of(share);
            weights += weight;
            sum += inverse ? weight / value : weight * value;
        }

        return inverse ? weights / sum : sum / weights;
    }

    private static ExactNumber? Geometric(List<(decimal Weight, ExactNumber Value)> children)
    {
        var first = children[0].Value;
        if (children.TrueForAll(child => child.Value.CompareTo(first) == 0))
        {
            return first;
        }

        // Weights in whole numbers without a common divisor: the mean is the root, of their sum, of a product of powers.
        var decimals = children.Max(static child => ExactDecimal.Plain(child.Weight).Scale);
        if (decimals > 9)
        {
            return null;
        }

        long[] powers = [.. children.Select(child => (long)(child.Weight * PowersOfTen.Of(decimals)))];
        var common = powers.Aggregate(Divisor);
        var degree = powers.Sum() / common;
        if (degree > LargestRoot)
        {
            return null;
        }

        var product = ExactNumber.One;
        for (var i = 0; i < powers.Length; i++)
        {
            product *= children[i].Value.Power((int)(powers[i] / common));
        }

        return product.IsLong ? null : product.Root((int)degree);
    }

    private static long Divisor(long left, long right) => right == 0 ? left : Divisor(right, left % right);
}
