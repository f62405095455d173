namespace GridGovernance.Sdk.Assessment;

/// <summary>A scheme over a table: the columns that it needs, and its normalisations fitted to the units.</summary>
internal sealed class ScoringRun
{
    private readonly bool _isPlain;

    internal ScoringRun(AssessmentScheme scheme, IndicatorTable table)
    {
        Scheme = scheme;
        Columns = [.. scheme.Indicators.Select(code => table.Find(code)!)];
        Normalisations = [.. scheme.Leaves.Select(leaf => leaf.Normalisation?.Fit(Sorted(Columns[leaf.IndicatorIndex])))];
        _isPlain = scheme.IsExact && scheme.Adjustments.Count == 0 && scheme.Leaves.All(static leaf => leaf.Normalisation is not null) && IsAdditive(scheme.Root);
    }

    internal AssessmentScheme Scheme { get; }

    // INVARIANT: in the order of the scheme's indicators.
    internal IndicatorColumn[] Columns { get; }

    // INVARIANT: in the order of the scheme's leaves; null for leaves of deductions.
    internal Normalisation?[] Normalisations { get; }

    /// <summary>Scores a unit without its tree.</summary>
    /// <param name="unit">The unit's position.</param>
    /// <returns>The score; null when it has none.</returns>
    internal decimal? Score(int unit) => (_isPlain ? Sum(unit) : null) ?? new UnitScorer(this, unit, null).Score().Score;

    // With every value present and every node additive the tree adds nothing: the leaves' points are summed straight away.
    private decimal? Sum(int unit)
    {
        var sum = 0m;
        for (var i = 0; i < Normalisations.Length; i++)
        {
            var leaf = Scheme.Leaves[i];
            if (Columns[leaf.IndicatorIndex].Values[unit].Number is not { } number)
            {
                return null;
            }

            sum += leaf.FullPoints * Normalisations[i]!.Apply(number);
        }

        return sum;
    }

    private static bool IsAdditive(AssessmentNode node) => node.IsLeaf || (node.Aggregate == AggregateKind.Arithmetic && node.Children.All(IsAdditive));

    private static decimal[] Sorted(IndicatorColumn column)
    {
        decimal[] values = [.. column.Values.Where(static value => value.Number is not null).Select(static value => value.Number!.Value)];
        Array.Sort(values);
        return values;
    }
}
