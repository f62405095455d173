namespace GridGovernance.Sdk.Division;

/// <summary>Divides one parent: proofs first, then the search.</summary>
internal static class PartSolver
{
    private const int MostCounts = 6;

    // Below this a proof is quicker than a search.
    private const int SmallestHinted = 14;

    /// <summary>Divides.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="seed">The caller's seed.</param>
    /// <param name="budget">The budget.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>What came of it.</returns>
    internal static PartPlan Solve(PartGraph part, ulong seed, DivisionBudget budget, CancellationToken cancellation)
    {
        if (part.Count == 0)
        {
            return new PartPlan { GridOf = [], IsOptimal = true, IsLegal = true };
        }

        if (InfeasibilityProofs.Find(part) is { } certificate)
        {
            return new PartPlan { Certificate = certificate };
        }

        return part.Count <= Math.Min(budget.ExactUnits, ExactGraph.MostVertices) ? Prove(part, seed, budget, cancellation) : Search(part, seed, budget, cancellation);
    }

    private static PartPlan Prove(PartGraph part, ulong seed, DivisionBudget budget, CancellationToken cancellation)
    {
        var exact = new ExactPart(part, budget.ExactSteps);
        var candidates = GridCounts.Candidates(part);
        PartPlan? best = null;
        foreach (var count in candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            if (best is not null && PartBound.Deviation(part, count) > best.Deviation)
            {
                continue;
            }

            var hint = part.Count > SmallestHinted ? SearchFor(part, count, seed, budget, cancellation) : null;
            var plan = exact.Solve(count, hint);
            if (plan is not null && !GridCounts.DecidesByDeviation(part))
            {
                return plan.For(LeastBound(part, plan));
            }

            best = plan is not null && (best is null || (plan.Deviation, CutsOf(part, plan)).CompareTo((best.Deviation, CutsOf(part, best))) < 0) ? plan : best;
            if (exact.IsExhausted)
            {
                best ??= Search(part, seed, budget, cancellation);
                return best.For(LeastBound(part, best));
            }
        }

        return best ?? new PartPlan { Certificate = InfeasibilityProofs.Exhausted(part) };
    }

    private static PartPlan Search(PartGraph part, ulong seed, DivisionBudget budget, CancellationToken cancellation)
    {
        PartPlan? least = null;
        foreach (var count in GridCounts.Candidates(part).Take(MostCounts))
        {
            var best = SearchFor(part, count, seed, budget, cancellation);
            if (best is { IsLegal: true })
            {
                return best.For(LeastBound(part, best));
            }

            least ??= best;
        }

        return least ?? new PartPlan();
    }

    // What no plan stays below, of whatever number of grids, where nothing names one.
    private static double LeastBound(PartGraph part, PartPlan plan)
    {
        if (part.Settings is { Grids: not null } or { Target: not null })
        {
            return plan.Bound;
        }

        var bound = plan.Bound;
        foreach (var count in GridCounts.Candidates(part))
        {
            bound = bound > 0 && count != plan.Count ? Math.Min(bound, PartBound.Deviation(part, count)) : bound;
        }

        return bound;
    }

    private static int CutsOf(PartGraph part, PartPlan plan)
    {
        var twice = 0;
        for (var v = 0; v < part.Count; v++)
        {
            for (var i = part.Offsets[v]; i < part.Offsets[v + 1]; i++)
            {
                twice += plan.GridOf![v] == plan.GridOf[part.Targets[i]] ? 0 : part.Cuts[i];
            }
        }

        return twice / 2;
    }

    private static PartPlan? SearchFor(PartGraph part, int count, ulong seed, DivisionBudget budget, CancellationToken cancellation)
    {
        if (GridCounts.Share(part, count) is not { } shares)
        {
            return null;
        }

        PartPlan? best = null;
        var bestCost = double.PositiveInfinity;
        for (var restart = 0; restart < budget.Restarts; restart++)
        {
            cancellation.ThrowIfCancellationRequested();
            var random = SearchStreams.Of(seed, part.Code, restart);
            if (PartSearch.Run(part, count, shares, random, budget.MovesPerUnit, cancellation) is var (gridOf, cost))
            {
                var plan = new PartPlan
                {
                    GridOf = gridOf,
                    Count = count,
                    Deviation = PartMeasure.Deviations(part, gridOf, count).Max(),
                    Bound = PartBound.Deviation(part, count),
                    IsLegal = PartMeasure.IsLegal(part, gridOf, count),
                };
                if (best is null || (plan.IsLegal, -cost).CompareTo((best.IsLegal, -bestCost)) > 0)
                {
                    (best, bestCost) = (plan, cost);
                }
            }
        }

        return best;
    }
}
