using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Tests.Division;

/// <summary>Problems small enough to look at every partition of their units: a case each, so that a fault shows which.</summary>
public sealed class TinyProblemTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 90)];

    public static TheoryData<int> PlanarSeeds => [.. Enumerable.Range(0, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Divide_ATinyProblem_EqualsEveryPartition(int seed)
    {
        var definition = TinyProblems.Create(seed);
        var problem = Maps.Compile(definition);
        var naive = new NaivePlans(definition);

        var outcome = Divider.Divide(problem, 1);

        Assert.Equal(naive.Plans.Count, (int)ConnectedPlans.Count(problem)!.Value);
        Assert.Equal(naive.Plans.Select(Text).Order(StringComparer.Ordinal), ConnectedPlans.List(problem).Select(static plan => Text([.. plan])).Order(StringComparer.Ordinal));
        if (naive.Plans.Count == 0)
        {
            Assert.Equal(DivisionVerdict.Infeasible, outcome.Verdict);
            return;
        }

        var plan = outcome.Plan!;
        var found = plan.Assignment.ToArray();
        Assert.Contains(Text(found), naive.Plans.Select(Text));
        if (definition.Sizing[0] is { Grids: not null })
        {
            var best = naive.Plans.Min(one => (naive.DeviationOf(one), naive.CutsOf(one)));
            Assert.Equal(best, (plan.MaxDeviation, naive.CutsOf(found)));
            Assert.Equal((plan.MaxDeviation, true), (plan.Bound, plan.IsOptimal));
        }

        Assert.InRange(plan.Bound, 0, naive.Plans.Min(naive.DeviationOf));
        Assert.Equal(naive.DeviationOf(found), plan.MaxDeviation);
    }

    [Theory]
    [MemberData(nameof(PlanarSeeds))]
    public void Divide_ASmallMap_EqualsBruteForce(int seed)
    {
        var definition = PlanarProblems.Create(new Random(seed), 9);
        var problem = Maps.Compile(definition);
        var naive = new BruteForce(definition).Run(definition.Sizing[0].Grids!.Value);

        var outcome = Divider.Divide(problem, 1);

        Assert.Equal(naive.Plans, (long)ConnectedPlans.Count(problem)!.Value);
        if (naive.Plans == 0)
        {
            CertificateCheck.Holds(definition, Assert.Single(outcome.Certificates));
            return;
        }

        var total = definition.Units.Sum(static unit => (long)unit.People);
        PlanCheck.Holds(outcome.Plan!);
        Assert.True(outcome.Plan!.IsOptimal);
        Assert.Equal(total == 0 ? 0 : (double)naive.Best.Numerator / total, outcome.Plan.MaxDeviation);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Redivide_ATinyProblem_MovesTheFewestOfAllPlans(int seed)
    {
        var definition = TinyProblems.Create(seed);
        var random = new Random(seed + 1000);
        var before = new NaivePlans(definition with { Sizing = [definition.Sizing[0] with { MinPeople = null, MaxPeople = null, MinHouseholds = null, MaxHouseholds = null, Grids = definition.Sizing[0].Grids ?? 2 }] }).Plans;
        var naive = new NaivePlans(definition);
        if (before.Count == 0 || definition.Sizing[0] is { Basis: SizingBasis.Either } or { MinPeople: null, MaxPeople: null, MinHouseholds: null, MaxHouseholds: null } || definition.Groups.Count > 0)
        {
            return;
        }

        // One of the units may be new.
        var old = (int[])before[random.Next(before.Count)].Clone();
        old[0] = random.Next(4) == 0 ? -1 : old[0];
        var codes = definition.Units.Select((unit, i) => (unit.Id, Grid: old[i])).Where(static unit => unit.Grid >= 0).ToDictionary(static unit => unit.Id, static unit => $"g{unit.Grid}", StringComparer.Ordinal);

        var outcome = Redivider.Redivide(Maps.Compile(definition), codes, 1, new DivisionBudget { MovesPerUnit = 200, Restarts = 2 });

        Assert.Equal(naive.Plans.Count == 0, outcome.Division.Verdict == DivisionVerdict.Infeasible);
        if (outcome.Division.Plan is { } plan)
        {
            var least = naive.Plans.Min(one => naive.MovedFrom(old, one));
            var isPeople = definition.Sizing[0].Basis == SizingBasis.Population;
            Assert.Equal(outcome.Moves.Sum(move => (long)(isPeople ? move.People : move.Households)), outcome.Moved);
            Assert.Contains(Text(plan.Assignment.ToArray()), naive.Plans.Select(Text));
            Assert.InRange(outcome.MovedBound, 0, least);
            Assert.InRange(outcome.Moved, least, definition.Measures.Count > 0 ? long.MaxValue : least);
        }
    }

    private static string Text(int[] plan)
    {
        var names = new Dictionary<int, int>();
        return string.Concat(plan.Select(grid => (char)('a' + (names.TryGetValue(grid, out var name) ? name : names[grid] = names.Count))));
    }
}
