namespace GridGovernance.Sdk.Assessment;

/// <summary>A scheme over a table: the columns that it needs, and its normalisations fitted to the units.</summary>
internal sealed class ScoringRun
{
    internal ScoringRun(AssessmentScheme scheme, IndicatorTable table)
    {
        Scheme = scheme;
        Columns = [.. scheme.Indicators.Select(code => table.Find(code)!)];
        Normalisations = [.. scheme.Leaves.Select(leaf => leaf.Normalisation is { IsRelative: true } relative ? relative.Fit(Sorted(Columns[leaf.IndicatorIndex])) : leaf.Normalisation)];
    }

    internal AssessmentScheme Scheme { get; }

    // INVARIANT: in the order of the scheme's indicators.
    internal IndicatorColumn[] Columns { get; }

    // INVARIANT: in the order of the scheme's leaves; null for leaves of deductions.
    internal Normalisation?[] Normalisations { get; }

    private static decimal[] Sorted(IndicatorColumn column)
    {
        decimal[] values = [.. column.Values.Where(static value => value.Number is not null).Select(static value => value.Number!.Value)];
        Array.Sort(values);
        return values;
    }
}
