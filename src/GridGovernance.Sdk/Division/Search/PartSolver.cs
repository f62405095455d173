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
        foreach (var count in candidates)
        {
            cancellation.ThrowIfCancellationRequested();
            var hint = part.Count > SmallestHinted ? SearchFor(part, count, seed, budget, cancellation) : null;
            if (exact.Solve(count, hint) is { } plan)
            {
                return plan;
            }

            if (exact.IsExhausted)
            {
                return Search(part, seed, budget, cancellation);
            }
        }

        return new PartPlan { Certificate = InfeasibilityProofs.Exhausted(part) };
    }

    private static PartPlan Search(PartGraph part, ulong seed, DivisionBudget budget, CancellationToken cancellation)
    {
        PartPlan? least = null;
        foreach (var count in GridCounts.Candidates(part).Take(MostCounts))
        {
            var best = SearchFor(part, count, seed, budget, cancellation);
            if (best is { IsLegal: true })
            {
                return best;
            }

            least ??= best;
        }

        return least ?? new PartPlan();
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
