using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>Weighted means of the values of a node's children, and each child's share in a mean that is not additive.</summary>
internal static class WeightedMean
{
    /// <summary>Returns the mean.</summary>
    /// <param name="kind">Which mean.</param>
    /// <param name="floor">The value that a child counts at least, in a mean that is not additive; null for none.</param>
    /// <param name="children">Weights, which need not sum to 1, and values; at least one.</param>
    /// <param name="fine">Whether the mean keeps all its digits, for another mean above it.</param>
    /// <returns>The mean; otherwise rounded to 15 decimals, unless it is additive with weights that sum to 1.</returns>
    internal static decimal Of(AggregateKind kind, decimal? floor, IReadOnlyList<(decimal Weight, decimal Value)> children, bool fine = false)
    {
        decimal weights = 0, sum = 0;
        foreach (var (weight, value) in children)
        {
            if (kind != AggregateKind.Arithmetic && Math.Max(value, floor ?? 0) == 0)
            {
                return 0;
            }

            weights += weight;
            sum += weight * Transform(kind, floor, value);
        }

        return fine ? Whole(kind, sum, weights) : Back(kind, sum, weights);
    }

    /// <summary>Returns each child's Shapley value: its mean gain to the mean of those that came before it, over all orders.</summary>
    /// <remarks>Shapley, "A Value for n-Person Games" (1953); the worth of a group of children is their mean with their weights scaled to 1, of nobody 0.</remarks>
    /// <param name="kind">Which mean.</param>
    /// <param name="floor">The value that a child counts at least; null for none.</param>
    /// <param name="children">Weights and values; few, for every group is looked at.</param>
    /// <returns>One share a child; they sum to the mean, but for rounding.</returns>
    internal static decimal[] Shapley(AggregateKind kind, decimal? floor, IReadOnlyList<(decimal Weight, decimal Value)> children)
    {
        var count = children.Count;
        var worth = new decimal[1 << count];
        var (weights, sums) = (new decimal[1 << count], new decimal[1 << count]);
        var spoiled = new bool[1 << count];
        decimal[] transformed = [.. children.Select(child => Math.Max(child.Value, floor ?? 0) == 0 && kind != AggregateKind.Arithmetic ? 0 : Transform(kind, floor, child.Value))];
        for (var group = 1; group < worth.Length; group++)
        {
            var last = System.Numerics.BitOperations.Log2((uint)group);
            var rest = group & ~(1 << last);
            var (weight, value) = children[last];
            spoiled[group] = spoiled[rest] || Math.Max(value, floor ?? 0) == 0;
            weights[group] = weights[rest] + weight;
            sums[group] = spoiled[group] ? 0 : sums[rest] + (weight * transformed[last]);
            worth[group] = spoiled[group] ? 0 : Back(kind, sums[group], weights[group]);
        }

        var shares = new decimal[count];
        for (var group = 0; group < worth.Length; group++)
        {
            var size = System.Numerics.BitOperations.PopCount((uint)group);
            for (var child = 0; child < count; child++)
            {
                if ((group & (1 << child)) == 0)
                {
                    shares[child] += (worth[group | (1 << child)] - worth[group]) / (count * Binomial(count - 1, size));
                }
            }
        }

        return shares;
    }

    private static decimal Transform(AggregateKind kind, decimal? floor, decimal value) => kind switch
    {
        AggregateKind.Geometric => DecimalMath.Ln(Math.Max(value, floor ?? 0)),
        AggregateKind.Harmonic => 1 / Math.Max(value, floor ?? 0),
        _ => value,
    };

    private static decimal Whole(AggregateKind kind, decimal sum, decimal weights) => kind switch
    {
        AggregateKind.Geometric => DecimalMath.Exp(sum / weights),
        AggregateKind.Harmonic => weights / sum,
        _ => weights == 1 ? sum : sum / weights,
    };

    private static decimal Back(AggregateKind kind, decimal sum, decimal weights) =>
        kind == AggregateKind.Arithmetic && weights == 1 ? sum : Math.Round(Whole(kind, sum, weights), Normalisation.Decimals);

    private static int Binomial(int n, int k)
    {
        var result = 1;
        for (var i = 1; i <= k; i++)
        {
            result = result * (n - k + i) / i;
        }

        return result;
    }
}
