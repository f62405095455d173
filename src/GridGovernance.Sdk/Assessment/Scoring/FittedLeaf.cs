namespace GridGovernance.Sdk.Assessment;

/// <summary>A leaf fitted to the units that are scored: what each unit's value is worth, in decimals and without rounding.</summary>
internal sealed class FittedLeaf
{
    // A line steeper than this would turn the last digit of a decimal into a visible share.
    private const decimal LeastSpan = 0.000_000_001m;

    // This close to an end a z-score is 0 or 1 exactly, or it is not: a geometric mean tells the two apart.
    private const decimal Hair = 0.000_000_000_001m;

    private readonly AssessmentNode _leaf;
    private readonly IndicatorColumn _column;
    private readonly Lazy<ExactLeaf> _exact;

    internal FittedLeaf(AssessmentNode leaf, IndicatorColumn column)
    {
        (_leaf, _column) = (leaf, column);
        Normalisation = leaf.Normalisation!;
        if (Normalisation.IsRelative || leaf.Outliers is { Kind: not OutlierKind.Keep })
        {
            int[] units = Present(column);
            Fence = OutlierFence.Of(leaf.Outliers, column, units);
            Normalisation = Normalisation.Fit(Counted(units));
        }

        IsSteep = leaf.Normalisation!.IsRelative && Normalisation is LinearNormalisation line && Math.Abs(line.Full - line.Zero) < LeastSpan;
        _exact = new Lazy<ExactLeaf>(() => new ExactLeaf(leaf.Normalisation!, Normalisation, column, Fence));
    }

    /// <summary>Gets the normalisation over the units' values.</summary>
    internal Normalisation Normalisation { get; }

    /// <summary>Gets what is an outlier; null where nothing is.</summary>
    internal OutlierFence? Fence { get; }

    /// <summary>Gets a value indicating whether the units' values lie so close together that a share must not come out of decimals.</summary>
    internal bool IsSteep { get; }

    /// <summary>Says whether a unit's value is taken for missing because it is too far from the others.</summary>
    /// <param name="unit">The unit, which has a value.</param>
    internal bool IsLost(int unit) => Fence is { Kind: OutlierKind.Missing } fence && fence.IsOutside(_column, unit);

    /// <summary>Returns what a unit's value is worth, with all the digits of a decimal.</summary>
    /// <param name="unit">The unit, which has a value.</param>
    internal decimal Share(int unit)
    {
        var share = Normalisation.Share(Number(unit));
        return IsDelicate(share) && Exact(unit) is { } exact ? exact.ToDecimal(28) : share;
    }

    /// <summary>Returns what a unit's value is worth, with <see cref="Normalisation.Decimals"/> decimals.</summary>
    /// <param name="unit">The unit, which has a value.</param>
    internal decimal Apply(int unit) => Math.Round(Share(unit), Normalisation.Decimals);

    /// <summary>Returns what a unit's value is worth, without rounding.</summary>
    /// <param name="unit">The unit, which has a value.</param>
    /// <returns>The share; null when it is no fraction of whole numbers, or not known to be one.</returns>
    internal ExactNumber? Exact(int unit) => _exact.Value.Share(unit, Number(unit));

    private decimal Number(int unit) => Fence is { Kind: OutlierKind.Clip } fence ? fence.Clip(_column, unit) : _column.Values[unit].Number!.Value;

    private static int[] Present(IndicatorColumn column)
    {
        int[] units = [.. Enumerable.Range(0, column.Values.Count).Where(unit => column.Values[unit].Number is not null)];
        Array.Sort(units.Select(unit => column.Values[unit].Number!.Value).ToArray(), units);
        return units;
    }

    // What is no outlier any more takes part in what depends on the units: clipped values do, lost ones do not.
    private decimal[] Counted(int[] units) => Fence switch
    {
        null or { Kind: OutlierKind.Clip } => [.. units.Select(Number)],
        { } fence => [.. units.Where(unit => !fence.IsOutside(_column, unit)).Select(unit => _column.Values[unit].Number!.Value)],
    };

    private bool IsDelicate(decimal share) => IsSteep || (_leaf.Normalisation is ZScoreNormalisation && (share < Hair || share > 1 - Hair));
}
