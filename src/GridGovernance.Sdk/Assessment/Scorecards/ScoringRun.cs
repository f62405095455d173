namespace GridGovernance.Sdk.Assessment;

/// <summary>A scheme over a table: the columns that it needs, and its normalisations fitted to the units.</summary>
internal sealed class ScoringRun
{
    internal ScoringRun(AssessmentScheme scheme, IndicatorTable table)
    {
        Scheme = scheme;
        Columns = [.. scheme.Indicators.Select(code => table.Find(code)!)];
        Fences = new OutlierFence?[scheme.Leaves.Count];
        Normalisations = [.. scheme.Leaves.Select(Fit)];
    }

    internal AssessmentScheme Scheme { get; }

    // INVARIANT: in the order of the scheme's indicators.
    internal IndicatorColumn[] Columns { get; }

    // INVARIANT: in the order of the scheme's leaves; null for leaves of deductions.
    internal Normalisation?[] Normalisations { get; }

    // INVARIANT: in the order of the scheme's leaves; null where nothing is an outlier.
    internal OutlierFence?[] Fences { get; }

    /// <summary>Says whether a leaf's value is taken for missing because it is too far from the others.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="value">The value.</param>
    internal bool IsLost(AssessmentNode leaf, decimal value) => Fences[leaf.LeafIndex] is { Kind: OutlierKind.Missing } fence && fence.IsOutside(value);

    // What is no outlier any more takes part in what depends on the units: clipped values do, lost ones do not.
    private Normalisation? Fit(AssessmentNode leaf)
    {
        if (leaf.Normalisation is not { } normalisation || (!normalisation.IsRelative && leaf.Outliers is null or { Kind: OutlierKind.Keep }))
        {
            return leaf.Normalisation;
        }

        var values = Sorted(Columns[leaf.IndicatorIndex]);
        var fence = Fences[leaf.LeafIndex] = OutlierFence.Of(leaf.Outliers, values);
        if (fence is { Kind: OutlierKind.Missing })
        {
            values = [.. values.Where(value => !fence.IsOutside(value))];
        }

        return fence is { Kind: OutlierKind.Clip }
            ? new ClippedNormalisation(normalisation.Fit([.. values.Select(fence.Clip)]), fence)
            : normalisation.Fit(values);
    }

    private static decimal[] Sorted(IndicatorColumn column)
    {
        decimal[] values = [.. column.Values.Where(static value => value.Number is not null).Select(static value => value.Number!.Value)];
        Array.Sort(values);
        return values;
    }
}
