namespace GridGovernance.Sdk.Division;

/// <summary>Divides parents into grids (网格划分).</summary>
/// <remarks>
/// The same problem, seed and budget give the same plan on any number of threads: every parent has its own stream of random numbers, and the order of
/// units and edges in the problem does not matter.
/// </remarks>
public static class Divider
{
    /// <summary>Divides.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="seed">The seed of the search.</param>
    /// <param name="budget">How much work it may take; null for <see cref="DivisionBudget.Default"/>.</param>
    /// <param name="progress">Takes how far it has come, on any thread; or null.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>A plan, none found within the budget, or the proof that there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="problem"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="budget"/> has a number outside its range.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static DivisionOutcome Divide(
        DivisionProblem problem, ulong seed, DivisionBudget? budget = null, IProgress<DivisionProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(problem);
        budget ??= DivisionBudget.Default;
        Check(budget);
        var plans = new PartPlan[problem.Parts.Length];
        var done = 0;
        ForEach(
            plans.Length,
            budget,
            p =>
            {
                plans[p] = PartSolver.Solve(problem.Parts[p], seed, budget, cancellation);
                progress?.Report(new DivisionProgress(Interlocked.Increment(ref done), plans.Length));
            },
            cancellation);
        return Conclude(problem, plans);
    }

    /// <summary>Does something for each parent on as many threads as the budget has.</summary>
    internal static void ForEach(int count, DivisionBudget budget, Action<int> run, CancellationToken cancellation)
    {
        if (budget.Parallelism == 1)
        {
            for (var p = 0; p < count; p++)
            {
                cancellation.ThrowIfCancellationRequested();
                run(p);
            }
        }
        else
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = budget.Parallelism, CancellationToken = cancellation }, run);
        }
    }

    /// <summary>Puts what came of the parents together.</summary>
    internal static DivisionOutcome Conclude(DivisionProblem problem, PartPlan[] plans)
    {
        var certificates = plans.Where(static plan => plan.Certificate is not null).Select(static plan => plan.Certificate!).ToArray();
        if (certificates.Length > 0)
        {
            return DivisionOutcome.Infeasible([.. certificates]);
        }

        if (Array.Exists(plans, static plan => plan.GridOf is null))
        {
            var unsolved = Enumerable.Range(0, plans.Length).Where(p => plans[p].GridOf is null).Select(p => problem.Parts[p].Code);
            return DivisionOutcome.NotFound(null, new FindingReport(unsolved.Select(static code =>
                Finding.Error(DivisionMessages.Catalogue["division.nothing-found", code ?? ""], FindingPlace.Nowhere with { Subject = code }))));
        }

        var (plan, report) = PlanAssembler.Assemble(problem, plans);
        return Array.TrueForAll(plans, static part => part.IsLegal) ? DivisionOutcome.Found(plan, report) : DivisionOutcome.NotFound(plan, report);
    }

    /// <summary>Refuses a budget out of range.</summary>
    internal static void Check(DivisionBudget budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(budget.ExactUnits, nameof(budget));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(budget.ExactUnits, 60, nameof(budget));
        ArgumentOutOfRangeException.ThrowIfNegative(budget.ExactSteps, nameof(budget));
        ArgumentOutOfRangeException.ThrowIfNegative(budget.MovesPerUnit, nameof(budget));
        ArgumentOutOfRangeException.ThrowIfLessThan(budget.Restarts, 1, nameof(budget));
        ArgumentOutOfRangeException.ThrowIfLessThan(budget.Parallelism, 1, nameof(budget));
    }
}
