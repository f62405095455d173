using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>Weights by entropy (熵权法): what tells units apart counts more, what is the same for all counts nothing.</summary>
/// <remarks>
/// <para>After Shannon's entropy: of n units a component's values are turned into shares p of their sum; its weight is in proportion to
/// 1 + Σ p ln p ÷ ln n. The weights depend on the units that are scored: work them out once, and write them into the scheme.</para>
/// </remarks>
public static class EntropyWeights
{
    /// <summary>Works out the weights of the components below a node.</summary>
    /// <param name="cards">The units, scored by the scheme with any weights; those that lack one of the values take no part.</param>
    /// <param name="parent">The code of the node.</param>
    /// <returns>A weight for each child in order, rounded to <see cref="EqualWeights.Decimals"/> so that they sum to exactly 1; equal weights when no
    /// component tells units apart.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The scheme has no such node, or the node has no children.</exception>
    public static EquatableArray<decimal> Of(Scorecards cards, string parent)
    {
        ArgumentNullException.ThrowIfNull(cards);
        ArgumentNullException.ThrowIfNull(parent);
        var node = cards.Scheme.Find(parent);
        if (node is null or { IsLeaf: true })
        {
            throw new ArgumentException($"\"{parent}\" must be a component of \"{cards.Scheme.Code}\" that has children, but is not.", nameof(parent));
        }

        var rows = cards.Select(card => card.Root.SelfAndDescendants().First(score => ReferenceEquals(score.Node, node)).Children.Select(static child => child.Value).ToArray())
            .Where(static row => row.All(static value => value is not null)).ToArray();
        decimal[] worths = [.. Enumerable.Range(0, node.Children.Count).Select(column => Worth([.. rows.Select(row => row[column]!.Value)]))];
        return worths.All(static worth => worth == 0) ? EqualWeights.Of(worths.Length) : EqualWeights.Round(worths);
    }

    private static decimal Worth(decimal[] values)
    {
        // In ascending order the sum does not depend on the order of the units.
        Array.Sort(values);
        var sum = values.Sum();
        if (values.Length < 2 || sum == 0 || values[0] == values[^1])
        {
            return 0;
        }

        var entropy = 0m;
        foreach (var value in values.Where(static value => value > 0))
        {
            var share = value / sum;
            entropy -= share * DecimalMath.Ln(share);
        }

        return Math.Max(0, Math.Round(1 - (entropy / DecimalMath.Ln(values.Length)), Normalisation.Decimals));
    }
}
