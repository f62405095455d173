namespace GridGovernance.Sdk.Division;

/// <summary>Says of each grid why it lies outside the soft tolerance.</summary>
internal static class GridReasons
{
    /// <summary>Finds the reasons.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="plan">Its plan.</param>
    /// <returns>The reasons of each grid, those of settled grids last.</returns>
    internal static EquatableArray<DeviationReason>[] Of(PartGraph part, PartPlan plan)
    {
        var reasons = new List<DeviationReason>[plan.Count + part.Settled.Count];
        for (var grid = 0; grid < reasons.Length; grid++)
        {
            reasons[grid] = [];
        }

        if (plan.Count > 0)
        {
            Explain(part, plan, reasons);
        }

        foreach (var (from, to) in part.Bridges)
        {
            if (plan.GridOf![from] == plan.GridOf[to] && !reasons[plan.GridOf[from]].Contains(DeviationReason.Exclave))
            {
                reasons[plan.GridOf[from]].Insert(0, DeviationReason.Exclave);
            }
        }

        for (var i = 0; i < part.Settled.Count; i++)
        {
            if (part.Settled[i].IsExclave)
            {
                reasons[plan.Count + i].Add(DeviationReason.Exclave);
            }
        }

        return [.. reasons.Select(static list => EquatableArray.From(list))];
    }

    private static void Explain(PartGraph part, PartPlan plan, List<DeviationReason>[] reasons)
    {
        var (count, gridOf, settings) = (plan.Count, plan.GridOf!, part.Settings);
        var deviations = PartMeasure.Deviations(part, gridOf, count);
        var mean = (double)part.Total / count;
        var componentSize = new long[part.ComponentCount];
        var componentOf = new int[count];
        for (var v = 0; v < part.Count; v++)
        {
            componentSize[part.Component[v]] += part.Size[v];
            componentOf[gridOf[v]] = part.Component[v];
        }

        var grids = new int[part.ComponentCount];
        foreach (var component in componentOf)
        {
            grids[component]++;
        }

        var isOversized = part.Size.Max() > mean * (1 + settings.Tolerance);
        var isNormMissed = settings.Target is { } norm && Math.Abs(mean - norm) > norm * settings.Tolerance;
        for (var grid = 0; grid < count; grid++)
        {
            var isOutside = deviations[grid] > settings.Tolerance;
            if (isOutside && isOversized)
            {
                reasons[grid].Add(DeviationReason.OversizedUnit);
            }

            if (isNormMissed)
            {
                reasons[grid].Add(count == 1 && mean < settings.Target ? DeviationReason.ParentTooSmall : DeviationReason.RoundingOfK);
            }
            else if (isOutside && part.ComponentCount > 1 && Math.Abs(((double)componentSize[componentOf[grid]] / grids[componentOf[grid]]) - mean) > mean * settings.Tolerance)
            {
                reasons[grid].Add(DeviationReason.RoundingOfK);
            }
        }

        HashSet<int>? forced = null;
        for (var grid = 0; grid < count; grid++)
        {
            if (deviations[grid] > settings.Tolerance && reasons[grid].Count == 0)
            {
                forced ??= Forced(part, gridOf, mean, settings.Tolerance);
                var isProven = deviations[grid] <= plan.Bound;
                reasons[grid].Add(forced.Contains(grid) || (isProven && forced.Count > 0) ? DeviationReason.Articulation : isProven ? DeviationReason.OversizedUnit : DeviationReason.SearchLimit);
            }
        }
    }

    // The grids of units to which branches too light for a grid fall, where those together are too heavy.
    private static HashSet<int> Forced(PartGraph part, int[] gridOf, double mean, double tolerance)
    {
        var forced = new HashSet<int>();
        foreach (var cut in CutVertices.Of(part))
        {
            var held = (double)part.Size[cut.Vertex];
            foreach (var size in cut.Sizes)
            {
                held += size < mean * (1 - tolerance) ? size : 0;
            }

            if (held > mean * (1 + tolerance))
            {
                forced.Add(gridOf[cut.Vertex]);
            }
        }

        return forced;
    }
}
