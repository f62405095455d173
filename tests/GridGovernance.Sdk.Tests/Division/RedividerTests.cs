using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class RedividerTests
{
    private static readonly DivisionDefinition Path = Maps.Parse("a:100 b:100 c:100 d:100 | a-b b-c c-d", grids: 2, min: 150, max: 250);

    [Fact]
    public void Redivide_NobodyMoved_NobodyChangesHands()
    {
        var outcome = Redivider.Redivide(Maps.Compile(Path), Old("a:X1 b:X1 c:X2 d:X2"), 1);

        Assert.Empty(outcome.Moves);
        Assert.Equal((0, 0), (outcome.Moved, outcome.MovedBound));
        Assert.Equal(["X1", "X2"], outcome.Division.Plan!.Grids.Select(static grid => grid.Code).Order(StringComparer.Ordinal));
        Assert.Equal([new GridLineage("X1", "X1", 2, 66, 200), new GridLineage("X2", "X2", 2, 66, 200)], outcome.Lineage);
    }

    [Fact]
    public void Redivide_OneGridTooLarge_OneUnitMoves()
    {
        var outcome = Redivider.Redivide(Maps.Compile(Path), Old("a:X1 b:X1 c:X1 d:X2"), 1);

        Assert.Equal([new UnitMove("c", "X1", "X2", 33, 100)], outcome.Moves);
        Assert.Equal((100, 100), (outcome.Moved, outcome.MovedBound));
    }

    [Fact]
    public void Redivide_AGridFallenApart_IsMadeWhole()
    {
        var outcome = Redivider.Redivide(Maps.Compile(Path), Old("a:X1 b:X2 c:X1 d:X2"), 1);

        PlanCheck.Holds(outcome.Division.Plan!);
        Assert.Equal(200, outcome.Moved);
    }

    [Fact]
    public void Redivide_AnotherNumberOfGrids_GivesNewCodesThatWereNotUsed()
    {
        var outcome = Redivider.Redivide(Maps.Compile(Path with { Sizing = [Path.Sizing[0] with { Grids = 4, MinPeople = 100 }] }), Old("a:001 b:001 c:002 d:002"), 1);

        Assert.Equal(["001", "002", "003", "004"], outcome.Division.Plan!.Grids.Select(static grid => grid.Code).Order(StringComparer.Ordinal));
        Assert.Equal(200, outcome.Moved);
    }

    [Fact]
    public void Redivide_OldGridInTwoParents_Throws()
    {
        var definition = Path with { Units = EquatableArray.From(Path.Units.Select(static unit => unit with { Parent = unit.Id is "a" or "b" ? "p" : "q" })), Sizing = [Path.Sizing[0] with { Grids = 1 }] };

        Assert.Throws<ArgumentException>(() => Redivider.Redivide(Maps.Compile(definition), Old("a:X b:X c:X d:X"), 1));
    }

    [Property(Arbitrary = [typeof(PlanarProblems)], MaxTest = 200)]
    public void Redivide_SmallProblem_MovesAtMostATenthMoreThanTheOptimum(DivisionDefinition definition, int seed)
    {
        var problem = Maps.Compile(definition);
        if (definition.Sizing[0] is { MinPeople: null, MaxPeople: null } || ConnectedPlans.Count(problem) is not { IsZero: false } count || count > 3000)
        {
            return;
        }

        var plans = ConnectedPlans.List(problem).ToList();
        var random = new Random(seed);
        var previous = plans[random.Next(plans.Count)];
        var moved = definition with { Units = EquatableArray.From(definition.Units.Select(unit => unit with { People = unit.People + random.Next(40) })) };
        var today = Maps.Compile(moved);

        var outcome = Redivider.Redivide(today, definition.Units.Select((unit, i) => (unit.Id, Code: $"g{previous[i]}")).ToDictionary(static pair => pair.Id, static pair => pair.Code, StringComparer.Ordinal), 1);

        var optimum = ConnectedPlans.List(today).Select(plan => LeastMoved(moved, previous, plan)).DefaultIfEmpty(-1).Min();
        Assert.Equal(optimum < 0, outcome.Division.Verdict == DivisionVerdict.Infeasible);
        if (optimum >= 0)
        {
            PlanCheck.Holds(outcome.Division.Plan!);
            Assert.Equal(outcome.Moves.Sum(static move => move.People), outcome.Moved);
            Assert.InRange(outcome.Moved, optimum, optimum * 1.1);
            Assert.InRange(outcome.MovedBound, 0, optimum);
        }
    }

    // Over all ways to give the old names to the new grids.
    private static long LeastMoved(DivisionDefinition definition, EquatableArray<int> previous, EquatableArray<int> plan)
    {
        var grids = plan.Max() + 1;
        return Orders([.. Enumerable.Range(0, grids)]).Min(names => definition.Units.Select((unit, i) => names[plan[i]] == previous[i] ? 0L : unit.People).Sum());
    }

    private static IEnumerable<int[]> Orders(int[] rest) =>
        rest.Length == 0 ? [[]] : rest.SelectMany(first => Orders([.. rest.Where(name => name != first)]).Select(tail => (int[])[first, .. tail]));

    private static Dictionary<string, string> Old(string text) =>
        text.Split(' ').ToDictionary(static word => word.Split(':')[0], static word => word.Split(':')[1], StringComparer.Ordinal);
}
