namespace GridGovernance.Sdk.Division;

/// <summary>Divides one parent: proofs first, then the search.</summary>
internal static class PartSolver
{
    private const int MostCounts = 6;

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

        PartPlan? least = null;
        foreach (var count in GridCounts.Candidates(part).Take(MostCounts))
        {
            if (GridCounts.Share(part, count) is not { } shares)
            {
                continue;
            }

            PartPlan? best = null;
            for (var restart = 0; restart < budget.Restarts; restart++)
            {
                cancellation.ThrowIfCancellationRequested();
                if (PartSearch.Draw(part, count, shares, new SearchRandom(seed, part.Code, restart)) is { } gridOf)
                {
                    var plan = new PartPlan
                    {
                        GridOf = gridOf,
                        Count = count,
                        Deviation = PartMeasure.Deviations(part, gridOf, count).Max(),
                        IsLegal = PartMeasure.IsLegal(part, gridOf, count),
                    };
                    best = best is null || (plan.IsLegal, -plan.Deviation).CompareTo((best.IsLegal, -best.Deviation)) > 0 ? plan : best;
                }
            }

            if (best is { IsLegal: true })
            {
                return best;
            }

            least ??= best;
        }

        return least ?? new PartPlan();
    }
}
