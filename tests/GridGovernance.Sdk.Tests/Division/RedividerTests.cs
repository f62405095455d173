using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Grids;
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

    [Fact]
    public void Redivide_FreeNumberOfGrids_TakesTheOneThatMovesLeast()
    {
        var definition = Maps.Parse("a:300 b:300 c:100 d:100 | a-b b-c c-d", min: 100, max: 350);

        var outcome = Redivider.Redivide(Maps.Compile(definition), Old("a:x b:x c:y d:y"), 1);

        Assert.Equal(3, outcome.Division.Plan!.Grids.Count);
        Assert.Equal((300, 300), (outcome.Moved, outcome.MovedBound));
    }

    [Fact]
    public void Redivide_FreeNumberOfGridsOfManyUnits_SplitsOnlyWhatIsTooLarge()
    {
        // Six grids of sixteen in a row; the people of the first have doubled.
        var units = Enumerable.Range(0, 96).Select(static i => new DivisionUnit { Id = $"u{i:D2}", People = i < 16 ? 20 : 10 }).ToList();
        var edges = Enumerable.Range(0, 96).SelectMany(static i => new[] { (i, i + 1), (i, i + 4) }).Where(static pair => pair.Item2 < 96 && (pair.Item2 != pair.i + 1 || pair.Item2 % 4 > 0));
        var definition = new DivisionDefinition
        {
            Units = EquatableArray.From(units),
            Edges = EquatableArray.From(edges.Select(static pair => new DivisionEdge($"u{pair.i:D2}", $"u{pair.Item2:D2}"))),
            Sizing = [new DivisionSizing { Basis = SizingBasis.Population, MinPeople = 130, MaxPeople = 180 }],
        };

        var outcome = Redivider.Redivide(Maps.Compile(definition), units.Select(static (unit, i) => (unit.Id, Code: $"g{i / 16}")).ToDictionary(static pair => pair.Id, static pair => pair.Code, StringComparer.Ordinal), 1);

        PlanCheck.Holds(outcome.Division.Plan!);
        Assert.Equal(7, outcome.Division.Plan!.Grids.Count);
        Assert.InRange(outcome.Moved, outcome.MovedBound, outcome.MovedBound * 1.1);
        Assert.Equal(140, outcome.MovedBound);
    }

    [Fact]
    public void Redivide_FewerGrids_BoundsWhatMovesByTheSmallestThatEnd()
    {
        var outcome = Redivider.Redivide(Maps.Compile(Path with { Sizing = [Path.Sizing[0] with { Grids = 1, MaxPeople = null }] }), Old("a:X1 b:X1 c:X1 d:X2"), 1);

        Assert.Equal((100, 100), (outcome.Moved, outcome.MovedBound));
    }

    [Property(Arbitrary = [typeof(PlanarProblems)], MaxTest = 150)]
    public void Redivide_SmallProblemWithAnyNumberOfGrids_MovesAtMostATenthMoreThanTheOptimum(DivisionDefinition definition, int seed)
    {
        var random = new Random(seed);
        var grids = definition.Sizing[0].Grids!.Value;
        var next = random.Next(3) == 0 ? Math.Max(1, grids - 1) : (int?)null;
        var today = definition with
        {
            Units = EquatableArray.From(definition.Units.Select(unit => unit with { People = unit.People * random.Next(1, 4) / 2 })),
            Sizing = [definition.Sizing[0] with { Grids = next }],
        };
        if (definition.Sizing[0] is { MinPeople: null or 0, MaxPeople: null } || ConnectedPlans.Count(Maps.Compile(definition)) is not { IsZero: false }
            || ConnectedPlans.Count(Maps.Compile(today)) is not { } count || count > 400)
        {
            return;
        }

        var plans = ConnectedPlans.List(Maps.Compile(definition)).Take(50).ToList();
        var previous = plans[random.Next(plans.Count)];
        var outcome = Redivider.Redivide(Maps.Compile(today), definition.Units.Select((unit, i) => (unit.Id, Code: $"g{previous[i]}")).ToDictionary(static pair => pair.Id, static pair => pair.Code, StringComparer.Ordinal), 1);

        var optimum = ConnectedPlans.List(Maps.Compile(today)).Select(plan => LeastMoved(today, previous, plan)).DefaultIfEmpty(-1).Min();
        Assert.Equal(optimum < 0, outcome.Division.Verdict == DivisionVerdict.Infeasible);
        if (optimum >= 0)
        {
            PlanCheck.Holds(outcome.Division.Plan!);
            Assert.InRange(outcome.Moved, optimum, optimum * 1.1);
            Assert.InRange(outcome.MovedBound, 0, optimum);
        }
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
        // Each name is given to one grid at most: name by name, the sets of grids that have one already.
        var kept = new Dictionary<int, long> { [0] = 0 };
        foreach (var name in previous.Distinct())
        {
            foreach (var (named, sum) in kept.ToList())
            {
                foreach (var grid in plan.Distinct().Where(grid => (named >> grid & 1) == 0))
                {
                    var own = definition.Units.Where((_, i) => plan[i] == grid && previous[i] == name).Sum(static unit => (long)unit.People);
                    kept[named | 1 << grid] = Math.Max(kept.GetValueOrDefault(named | 1 << grid), sum + own);
                }
            }
        }

        return definition.Units.Sum(static unit => (long)unit.People) - kept.Values.Max();
    }

    private static Dictionary<string, string> Old(string text) =>
        text.Split(' ').ToDictionary(static word => word.Split(':')[0], static word => word.Split(':')[1], StringComparer.Ordinal);
}
