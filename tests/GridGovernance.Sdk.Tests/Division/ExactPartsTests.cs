using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class ExactPartsTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void ExactGraph_AnySet_IsWhatItsVerticesAre(int seed)
    {
        var random = new Random(seed);
        var part = Part(random, seed);
        var graph = new ExactGraph(part);
        Assert.Equal(Enumerable.Range(0, part.Count), graph.Original.Order());
        for (var round = 0; round < 20; round++)
        {
            var (set, other) = ((ulong)random.NextInt64() & graph.All, (ulong)random.NextInt64() & graph.All);
            other &= ~set;
            int[] members = [.. Members(graph, set)];
            Assert.Equal(members.Sum(v => part.Size[v]), graph.SizeOf(set));
            Assert.Equal(members.Sum(v => part.Other[v]), graph.OtherOf(set));
            Assert.Equal(members.Sum(v => part.Extra[0][v]), graph.ExtraOf(0, set));
            Assert.Equal(members.SelectMany(v => part.NeighboursOf(v).ToArray()).Distinct().Order(), Members(graph, graph.NearOf(set)).Order());
            Assert.Equal(members.Count(v => part.Label[v] >= 0), System.Numerics.BitOperations.PopCount(set & graph.Labelled));
            var cuts = 0;
            foreach (var v in members)
            {
                for (var i = part.Offsets[v]; i < part.Offsets[v + 1]; i++)
                {
                    cuts += Members(graph, other).Contains(part.Targets[i]) ? part.Cuts[i] : 0;
                }
            }

            Assert.Equal(cuts, graph.CutsBetween(set, other));
            if (set != 0)
            {
                var component = graph.ComponentOf(set, set & (~set + 1));
                var pieces = PartMeasure.Pieces(part, [.. Enumerable.Range(0, part.Count).Select(v => members.Contains(v) ? 0 : -1)], out _);
                var first = Members(graph, set & (~set + 1)).Single();
                Assert.Equal(members.Where(v => pieces[v] == pieces[first]).Order(), Members(graph, component).Order());
            }
        }
    }

    [Fact]
    public void CutsBetween_ThingsThatStayTogether_CountsEveryEdge()
    {
        // a and b together have two edges to c, one to d and one to e; c and d have one.
        var part = Maps.Compile(Maps.Parse("a:1 b:1 c:1 d:1 e:1 | a-b a-c b-c a-d b-e c-d", grids: 1) with { Groups = [new DivisionGroup("g", ["a", "b"])] }).Parts[0];
        var graph = new ExactGraph(part);

        Assert.False(graph.HasSimpleEdges);
        Assert.Equal((2, 1, 1, 4), (Cuts("a", "c"), Cuts("a", "d"), Cuts("a", "e"), Cuts("a", "cde")));
        Assert.Equal((2, 1, 1, 4), (Cuts("c", "a"), Cuts("d", "a"), Cuts("e", "a"), Cuts("cde", "a")));
        Assert.Equal((1, 0, 3, 2), (Cuts("c", "d"), Cuts("d", "e"), Cuts("c", "ad"), Cuts("d", "ace")));

        ulong Set(string ids) => Enumerable.Range(0, graph.Count).Where(bit => ids.Contains(part.Ids[part.UnitsOf(graph.Original[bit])[0]][0])).Aggregate(0UL, static (set, bit) => set | (1UL << bit));
        int Cuts(string from, string to) => graph.CutsBetween(Set(from), Set(to));
    }

    [Fact]
    public void ExactGraph_APath_IsNumberedFromOneEndToTheOther()
    {
        // d–a–e–b–c, in which the ids tell nothing of the way.
        var part = Maps.Compile(Maps.Parse("a:1 b:1 c:1 d:1 e:1 | d-a a-e e-b b-c", grids: 1)).Parts[0];

        var order = string.Concat(new ExactGraph(part).Original.Select(v => part.Ids[part.UnitsOf(v)[0]]));

        Assert.Contains(order, new[] { "daebc", "cbead" });
    }

    [Theory]
    [InlineData(100, 2, double.PositiveInfinity, false, "0–9223372036854775807")]
    [InlineData(100, 2, 0.1, false, "45–55")]
    [InlineData(100, 2, 0.1, true, "46–54")]
    [InlineData(100, 3, 0.1, false, "30–36")]
    [InlineData(100, 2, 0.0, false, "50–50")]
    [InlineData(101, 2, 0.0, false, "51–50")]
    [InlineData(100, 2, 0.0, true, "1–0")]
    [InlineData(100, 2, 3.0, false, "0–151")]
    [InlineData(0, 2, 0.5, false, "0–9223372036854775807")]
    [InlineData(0, 2, 0.0, true, "1–0")]
    public void SizeWindow_ADeviation_LetsTheSizesThroughThatItMeasures(int total, int count, double deviation, bool isStrict, string expected)
    {
        var part = Maps.Compile(Maps.Parse(FormattableString.Invariant($"a:{total} b:0 c:0 | a-b b-c"), grids: count)).Parts[0];

        var window = new SizeWindow(new ExactGraph(part), count, deviation, isStrict);

        Assert.Equal(expected, FormattableString.Invariant($"{window.Low}–{window.High}"));
    }

    [Fact]
    public void Count_OfSixtyUnits_IsCountedAndOfOneMoreIsNot()
    {
        // A row of n has n − 1 places for one cut.
        Assert.Equal(59, (int)ConnectedPlans.Count(Row(60))!.Value);
        Assert.Null(ConnectedPlans.Count(Row(61)));
        Assert.Equal(59, ConnectedPlans.List(Row(60)).Count());
        Assert.Throws<ArgumentException>(() => ConnectedPlans.List(Row(61)));
    }

    [Fact]
    public void Count_WithFewSteps_SaysThatTheyDidNotSuffice()
    {
        var problem = Row(9);
        var least = Enumerable.Range(1, 500).First(steps => ConnectedPlans.Count(problem, steps) is not null);

        Assert.Null(ConnectedPlans.Count(problem, 1));
        Assert.Null(ConnectedPlans.Count(problem, least - 1));
        Assert.Equal(8, (int)ConnectedPlans.Count(problem, least)!.Value);
        Assert.Equal(8, (int)ConnectedPlans.Count(problem, least + 1)!.Value);
        Assert.InRange(least, 9, 60);
        Assert.Throws<ArgumentOutOfRangeException>(() => ConnectedPlans.Count(problem, 0));
        Assert.Throws<ArgumentNullException>(() => ConnectedPlans.Count(null!));
        Assert.Throws<ArgumentNullException>(() => ConnectedPlans.List(null!));
    }

    // Steps from one on: never a wrong proof, and at last the optimum.
    [Theory]
    [InlineData("a:10 b:20 c:30 d:15 e:25 f:20 | a-b b-c d-e e-f a-d b-e c-f", 2)]
    [InlineData("a:10 b:20 c:30 d:15 e:25 f:20 | a-b b-c d-e e-f a-d b-e c-f", 3)]
    [InlineData("a:10 b:20 c:30 d:15 e:25 f:20 g:5 h:30 | a-b b-c d-e e-f a-d b-e g-h", 3)]
    public void ExactPart_WithFewSteps_NeverProvesMoreThanThereIs(string map, int grids)
    {
        var part = Maps.Compile(Maps.Parse(map, grids)).Parts[0];
        var best = new ExactPart(part, 1_000_000).Solve(grids, null)!;
        var cuts = Cuts(part, best.GridOf!);
        var isProven = false;
        for (var steps = 1; steps < 400; steps += steps < 20 ? 1 : 7)
        {
            var exact = new ExactPart(part, steps);
            var plan = exact.Solve(grids, null);

            Assert.True(plan is not null || exact.IsExhausted);
            Assert.True(plan is null || (plan.Deviation >= best.Deviation && plan.Bound <= best.Deviation && plan.Count == grids));
            Assert.True(plan is not { IsOptimal: true } || (plan.Deviation == best.Deviation && Cuts(part, plan.GridOf!) == cuts));
            isProven |= plan is { IsOptimal: true };
        }

        Assert.True(best.IsOptimal);
        Assert.Equal(best.Deviation, best.Bound);
        Assert.True(isProven);
    }

    private static int Cuts(PartGraph part, int[] gridOf) => Enumerable.Range(0, part.Count).Sum(v => part.NeighboursOf(v).ToArray().Count(w => w > v && gridOf[w] != gridOf[v]));

    private static IEnumerable<int> Members(ExactGraph graph, ulong set) => Enumerable.Range(0, graph.Count).Where(bit => (set >> bit & 1) == 1).Select(bit => graph.Original[bit]);

    private static PartGraph Part(Random random, int seed)
    {
        var map = PlanarProblems.Create(random, 60);
        var open = map.Edges.Where(static edge => edge.Barrier is null).Take(1).ToArray();
        return Maps.Compile(map with
        {
            Units = EquatableArray.From(map.Units.Select(unit => unit with { Amounts = [new DivisionAmount("work", random.Next(0, 9))] })),
            Measures = [new DivisionMeasure("work")],
            Groups = seed % 2 == 0 ? [.. open.Select(static edge => new DivisionGroup("g", [edge.From, edge.To]))] : [],
            Seeds = [map.Units[0].Id],
            Sizing = [map.Sizing[0] with { Basis = GridGovernance.Sdk.Grids.SizingBasis.Either, MinPeople = 1, MaxPeople = null, MinHouseholds = 1, Grids = 1 }],
        }).Parts[0];
    }

    private static DivisionProblem Row(int count) => Maps.Compile(Maps.Parse(
        string.Join(' ', Enumerable.Range(0, count).Select(static i => FormattableString.Invariant($"u{i:D2}:10"))) + " | " + string.Join(' ', Enumerable.Range(1, count - 1).Select(static i => FormattableString.Invariant($"u{i - 1:D2}-u{i:D2}"))), grids: 2));
}
