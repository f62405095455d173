namespace GridGovernance.Sdk.Division;

/// <summary>How good a plan is: a report to adopt it by, or to set two plans side by side (划分质量报告).</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class DivisionQuality
{
    internal DivisionQuality(DivisionPlan plan, GridQuality[] grids, string[] split, double? distance, double within)
    {
        Plan = plan;
        Grids = Array.AsReadOnly(grids);
        SplitGroups = EquatableArray.Create<string>(split);
        MeanDistanceMetres = distance;
        WithinTolerance = within;
    }

    /// <summary>Gets the plan.</summary>
    public DivisionPlan Plan { get; }

    /// <summary>Gets the quality of each grid, in the plan's order.</summary>
    public IReadOnlyList<GridQuality> Grids { get; }

    /// <summary>Gets the share of the grids that lie within the soft tolerance around their parent's mean, 0..1.</summary>
    public double WithinTolerance { get; }

    /// <summary>Gets the largest |size − mean| ÷ mean.</summary>
    public double MaxDeviation => Plan.MaxDeviation;

    /// <summary>Gets the mean of |size − mean| ÷ mean over the grids.</summary>
    public double MeanDeviation => Grids.Count == 0 ? 0 : Grids.Sum(static grid => Math.Abs(grid.DeviationFromMean)) / Grids.Count;

    /// <summary>Gets the mean of <see cref="GridQuality.PolsbyPopper"/>; null where it is known of no grid.</summary>
    public double? MeanPolsbyPopper => Mean(static grid => grid.PolsbyPopper);

    /// <summary>Gets the mean of <see cref="GridQuality.Reock"/>; null where it is known of no grid.</summary>
    public double? MeanReock => Mean(static grid => grid.Reock);

    /// <summary>Gets the mean of <see cref="GridQuality.MomentOfInertia"/>; null where it is known of no grid.</summary>
    public double? MeanMomentOfInertia => Mean(static grid => grid.MomentOfInertia);

    /// <summary>Gets how many edges of the definition join units of two grids.</summary>
    public int CutEdges => Plan.CutEdges;

    /// <summary>Gets the names of the groups that lie in more than one grid, in their order. Groups that must stay together never do.</summary>
    public EquatableArray<string> SplitGroups { get; }

    /// <summary>Gets the mean distance in metres of all people, or households, from the middle of where those of their grid live; null where it is known of no grid.</summary>
    public double? MeanDistanceMetres { get; }

    /// <summary>Measures a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="tiling">The polygons of its grids; null to have them made.</param>
    /// <param name="groups">Groups beside those of the problem that it would be good to keep whole, such as compounds or the cells of an older network. Units that the problem does not know are passed over.</param>
    /// <returns>The report.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="tiling"/> is that of another plan.</exception>
    public static DivisionQuality Of(DivisionPlan plan, PlanTiling? tiling = null, EquatableArray<DivisionGroup> groups = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        tiling ??= PlanTiling.Of(plan);
        if (!ReferenceEquals(tiling.Plan, plan))
        {
            throw new ArgumentException("Expected the polygons of the plan that is measured, but found those of another.", nameof(tiling));
        }

        return new QualityMeasurer(plan, tiling).Run(groups);
    }

    /// <summary>Returns the main numbers.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Grids.Count} grids, {WithinTolerance:P1} within tolerance, Polsby-Popper {MeanPolsbyPopper:F3}, {CutEdges} edges cut");

    private double? Mean(Func<GridQuality, double?> of)
    {
        var (sum, count) = (0.0, 0);
        foreach (var grid in Grids)
        {
            if (of(grid) is { } value)
            {
                (sum, count) = (sum + value, count + 1);
            }
        }

        return count == 0 ? null : sum / count;
    }
}
