using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class ExactProperties
{
    [Property(Arbitrary = [typeof(PlanarProblems)], MaxTest = 300)]
    public void Divide_SmallProblem_EqualsBruteForce(DivisionDefinition definition)
    {
        var problem = Maps.Compile(definition);
        var grids = definition.Sizing[0].Grids!.Value;
        var naive = new BruteForce(definition).Run(grids);

        var outcome = Divider.Divide(problem, 1);

        Assert.Equal(naive.Plans, (long)ConnectedPlans.Count(problem)!.Value);
        if (naive.Plans == 0)
        {
            CertificateCheck.Holds(definition, Assert.Single(outcome.Certificates));
            return;
        }

        Assert.Equal(DivisionVerdict.Found, outcome.Verdict);
        var plan = outcome.Plan!;
        PlanCheck.Holds(plan);
        var total = definition.Units.Sum(static unit => (long)unit.People);
        Assert.True(plan.IsOptimal);
        Assert.Equal(total == 0 ? 0 : (double)naive.Best.Numerator / total, plan.MaxDeviation);
        Assert.Equal(plan.MaxDeviation, plan.Bound);
        Assert.Equal(naive.Best.Cuts, OpenCuts(definition, plan));
    }

    [Property(Arbitrary = [typeof(PlanarProblems)], MaxTest = 100)]
    public void Divide_SmallProblemWithAFreeNumberOfGrids_EqualsBruteForceOverAllNumbers(DivisionDefinition definition)
    {
        if (definition.Sizing[0].MaxPeople is null || definition.Units.Count > 11)
        {
            return;
        }

        var free = definition with { Sizing = [definition.Sizing[0] with { Grids = null }] };
        var outcome = Divider.Divide(Maps.Compile(free), 1);

        var total = definition.Units.Sum(static unit => (long)unit.People);
        var all = Enumerable.Range(1, definition.Units.Count).Select(grids => new BruteForce(free).Run(grids)).ToList();
        Assert.Equal(all.Sum(static one => one.Plans), (long)ConnectedPlans.Count(Maps.Compile(free))!.Value);
        if (all.TrueForAll(static one => one.Plans == 0))
        {
            CertificateCheck.Holds(free, Assert.Single(outcome.Certificates));
            return;
        }

        var best = all.Where(static one => one.Plans > 0).Min(static one => one.Best);
        var plan = outcome.Plan!;
        PlanCheck.Holds(plan);
        Assert.True(plan.IsOptimal);
        Assert.Equal(total == 0 ? 0 : (double)best.Numerator / total, plan.MaxDeviation);
        Assert.Equal(plan.MaxDeviation, plan.Bound);
        Assert.Equal(best.Cuts, OpenCuts(free, plan));
    }

    [Property(Arbitrary = [typeof(PlanarProblems)], MaxTest = 100)]
    public void List_SmallProblem_HasEveryPlanOnce(DivisionDefinition definition)
    {
        var problem = Maps.Compile(definition);
        if (ConnectedPlans.Count(problem) is { } count && count <= 5000)
        {
            var plans = ConnectedPlans.List(problem).Select(Canonical).ToList();

            Assert.Equal((int)count, plans.Count);
            Assert.Equal(plans.Count, plans.Distinct().Count());
        }
    }

    private static EquatableArray<int> Canonical(EquatableArray<int> plan)
    {
        var names = new Dictionary<int, int>();
        return EquatableArray.From(plan.Select(grid => names.TryGetValue(grid, out var name) ? name : names[grid] = names.Count));
    }

    private static int OpenCuts(DivisionDefinition definition, DivisionPlan plan) => definition.Edges.Count(edge =>
        edge.Barrier is null && plan.Problem.TryIndexOf(edge.From, out var from) && plan.Problem.TryIndexOf(edge.To, out var to) && plan.Assignment[from] != plan.Assignment[to]);
}
