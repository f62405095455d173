using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class DividerProperties
{
    private static readonly DivisionBudget Quick = new() { ExactUnits = 16, ExactSteps = 200_000, MovesPerUnit = 60, Restarts = 1 };

    [Property(Arbitrary = [typeof(PlanarProblems)], MaxTest = 1000)]
    public void Divide_AnyProblem_GivesConnectedGridsInBoundsOrNoPlan(LargerProblem problem)
    {
        var outcome = Divider.Divide(Maps.Compile(problem.Definition), 1, Quick);

        if (outcome.Plan is { } plan)
        {
            PlanCheck.Holds(plan, isLegal: outcome.Verdict == DivisionVerdict.Found);
            Assert.Equal(outcome.Verdict == DivisionVerdict.NotFound, outcome.Report.HasErrors);
            Assert.All(plan.Grids.Where(static grid => Math.Abs(grid.DeviationFromMean) > 0.05), static grid => Assert.NotEmpty(grid.Reasons));
        }
        else if (outcome.Verdict == DivisionVerdict.Infeasible)
        {
            var certificate = Assert.Single(outcome.Certificates);
            if (certificate.Kind != CertificateKind.Exhausted)
            {
                CertificateCheck.Holds(problem.Definition, certificate);
            }
        }
    }

    [Property(Arbitrary = [typeof(PlanarProblems)], MaxTest = 60)]
    public void Divide_InputPermutedAndOnTwoThreads_GivesTheSamePlan(LargerProblem first, LargerProblem second, int seed)
    {
        var definition = Join(first.Definition, second.Definition);
        var random = new Random(seed);
        var permuted = definition with
        {
            Units = EquatableArray.From(definition.Units.OrderBy(_ => random.Next())),
            Edges = EquatableArray.From(definition.Edges.OrderBy(_ => random.Next()).Select(edge => random.Next(2) == 0 ? edge : edge with { From = edge.To, To = edge.From })),
        };

        var one = Grids(Divider.Divide(Maps.Compile(definition), 5, Quick));
        var two = Grids(Divider.Divide(Maps.Compile(permuted), 5, Quick with { Parallelism = 2 }));

        Assert.Equal(one, two);
    }

    private static DivisionDefinition Join(DivisionDefinition a, DivisionDefinition b) => a with
    {
        Units = EquatableArray.From(Units(a, "a").Concat(Units(b, "b"))),
        Edges = EquatableArray.From(Edges(a, "a").Concat(Edges(b, "b"))),
    };

    private static IEnumerable<DivisionUnit> Units(DivisionDefinition definition, string parent) => definition.Units.Select(unit => unit with { Id = parent + unit.Id, Parent = parent });

    private static IEnumerable<DivisionEdge> Edges(DivisionDefinition definition, string parent) => definition.Edges.Select(edge => edge with { From = parent + edge.From, To = parent + edge.To });

    private static List<string> Grids(DivisionOutcome outcome) => outcome.Plan is not { } plan
        ? [outcome.Verdict.ToString()]
        : [.. plan.Problem.Units.Select((unit, index) => $"{unit.Id} {plan.GridOf(index).Code}").Order(StringComparer.Ordinal)];
}
