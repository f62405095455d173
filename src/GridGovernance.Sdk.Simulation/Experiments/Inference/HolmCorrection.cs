namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>
/// Adjusts the p-values of comparisons made together, so that the chance of any false difference stays what a single one may have: the step-down method of Holm
/// ("A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6, 1979). It holds however the comparisons depend on each other,
/// and finds all that Bonferroni's finds and more.
/// </summary>
internal static class HolmCorrection
{
    /// <summary>Adjusts a family; comparisons without a p-value count for its size and stay undefined.</summary>
    internal static EquatableArray<ScenarioComparison> Adjust(IReadOnlyList<ScenarioComparison> family)
    {
        var adjusted = family.ToArray();
        var order = Enumerable.Range(0, family.Count).Where(i => family[i].PValue is not null).OrderBy(i => family[i].PValue!.Value);
        var (floor, left) = (0.0, family.Count);
        foreach (var i in order)
        {
            floor = Math.Max(floor, Math.Min(1, left-- * family[i].PValue!.Value));
            adjusted[i] = family[i] with { AdjustedPValue = floor };
        }

        return EquatableArray.From(adjusted);
    }
}
