namespace GridGovernance.Sdk.Assessment;

/// <summary>A scheme over a table: the columns that it needs, and its normalisations fitted to the units.</summary>
internal sealed class ScoringRun
{
    internal ScoringRun(AssessmentScheme scheme, IndicatorTable table)
    {
        Scheme = scheme;
        Columns = [.. scheme.Indicators.Select(code => table.Find(code)!)];
        Leaves = [.. scheme.Leaves.Select(leaf => leaf.Normalisation is null ? null : new FittedLeaf(leaf, Columns[leaf.IndicatorIndex]))];
    }

    internal AssessmentScheme Scheme { get; }

    // INVARIANT: in the order of the scheme's indicators.
    internal IndicatorColumn[] Columns { get; }

    // INVARIANT: in the order of the scheme's leaves; null for leaves of deductions.
    internal FittedLeaf?[] Leaves { get; }
}
