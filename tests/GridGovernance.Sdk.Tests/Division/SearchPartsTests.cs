using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class SearchPartsTests
{
    [Theory]
    // 600 people and a norm of 210: three grids are 1.05 off, four 1.40, two 1.43.
    [InlineData("a:100 b:100 c:100 d:100 e:100 f:100 | a-b b-c c-d d-e e-f", null, null, 210, "3 4 2 5 6 1")]

    // Between 150 and 250 there are 3 or 4 grids, and the middle is 200.
    [InlineData("a:100 b:100 c:100 d:100 e:100 f:100 | a-b b-c c-d d-e e-f", 150, 250, null, "3 4")]

    // Only a minimum, or only a maximum: that is the norm.
    [InlineData("a:100 b:100 c:100 d:100 | a-b b-c c-d", 200, null, null, "2 1")]
    [InlineData("a:100 b:100 c:100 d:100 | a-b b-c c-d", null, 200, null, "2 3 4")]

    // Two parts, each with a grid at least.
    [InlineData("a:100 b:100 c:100 d:100 | a-b c-d", null, null, 400, "2 3 4")]
    public void Candidates_OfAParent_ComeNearestToTheNormFirst(string map, int? min, int? max, int? target, string expected) =>
        Assert.Equal(expected, string.Join(' ', GridCounts.Candidates(Part(Maps.Parse(map, null, min, max, target)))));

    [Theory]
    [InlineData("a:300 b:300 c:100 d:100 e:100 | a-b c-d d-e", 2, "1 1")]
    [InlineData("a:300 b:300 c:100 d:100 e:100 | a-b c-d d-e", 3, "2 1")]
    [InlineData("a:300 b:300 c:100 d:100 e:100 | a-b c-d d-e", 5, "2 3")]
    [InlineData("a:300 b:300 c:100 d:100 e:100 | a-b c-d d-e", 6, null)]
    [InlineData("a:300 b:300 c:100 d:100 e:100 | a-b c-d d-e", 1, null)]
    public void Share_OverParts_GivesTheNextGridWhereTheMeanIsLargest(string map, int count, string? expected) =>
        Assert.Equal(expected, GridCounts.Share(Part(Maps.Parse(map, grids: 1)), count) is { } shares ? string.Join(' ', shares) : null);

    [Theory]
    [InlineData("3 5 9", 4, 5)]
    [InlineData("3 5 9", 6, 8)]
    [InlineData("3 5 9", 8, 8)]
    [InlineData("3 5 9", 15, 17)]
    [InlineData("3 5 9", 18, 18)]
    [InlineData("", 2, 2)]
    [InlineData("0 7", 1, 7)]
    public void LeastFrom_OfSomeNumbers_IsTheLeastSumThatReaches(string numbers, long value, long expected) =>
        Assert.Equal(expected, SubsetSums.LeastFrom([.. numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(long.Parse)], value));

    [Property(MaxTest = 200)]
    public void LeastFrom_OfAnyNumbers_EqualsEverySubset(int seed)
    {
        var random = new Random(seed);
        var numbers = Enumerable.Range(0, random.Next(1, 9)).Select(_ => (long)random.Next(0, 30)).ToList();
        var value = random.Next(1, 120);
        var sums = Enumerable.Range(0, 1 << numbers.Count).Select(set => numbers.Where((_, i) => (set >> i & 1) == 1).Sum()).Where(sum => sum >= value).ToList();

        Assert.Equal(sums.Count == 0 ? value : sums.Min(), SubsetSums.LeastFrom(numbers, value));
    }

    [Property(Arbitrary = [typeof(PlanarProblems)], MaxTest = 200)]
    public void CutVertices_OfAnyGraph_AreThoseWhoseLossPartsIt(LargerProblem problem)
    {
        var part = Part(problem.Definition);
        var found = CutVertices.Of(part).ToDictionary(static cut => cut.Vertex, static cut => cut.Sizes.Order().ToArray());

        for (var v = 0; v < part.Count; v++)
        {
            var without = Enumerable.Range(0, part.Count).Select(w => w == v ? -1 : 0).ToArray();
            var pieces = PartMeasure.Pieces(part, without, out _);
            var branches = Enumerable.Range(0, part.Count).Where(w => w != v && part.Component[w] == part.Component[v]).GroupBy(w => pieces[w], w => part.Size[w]).Select(static group => group.Sum()).Order().ToArray();

            Assert.Equal(branches.Length > 1, found.ContainsKey(v));
            Assert.Equal(branches.Length > 1 ? branches : [], found.GetValueOrDefault(v, []));
        }
    }

    [Property(Arbitrary = [typeof(PlanarProblems)], MaxTest = 150)]
    public void TreeSplitter_OfAnyConnectedPart_LeavesTwoConnectedSides(LargerProblem problem, int seed)
    {
        var part = Part(problem.Definition);
        if (part.ComponentCount > 1 || part.Count < 4)
        {
            return;
        }

        var set = Enumerable.Range(0, part.Count).ToArray();
        var (vertices, grids) = new TreeSplitter(part, SeededRandom.FromSeed((ulong)seed)).Split(set, 4, 3);

        if (vertices == 0)
        {
            return;
        }

        Assert.InRange(vertices, 1, part.Count - 1);
        Assert.InRange(grids, 1, Math.Min(3, vertices));
        Assert.InRange(4 - grids, 1, part.Count - vertices);
        Assert.Equal(Enumerable.Range(0, part.Count), set.Order());
        var side = new int[part.Count];
        foreach (var v in set.AsSpan(0, vertices))
        {
            side[v] = 1;
        }

        Assert.True(PartMeasure.IsConnected(part, side, 2));
    }

    [Property(Arbitrary = [typeof(PlanarProblems)], MaxTest = 150)]
    public void TryMove_ManyTimes_CountsWhatCountingAnewGives(LargerProblem problem, int seed)
    {
        var random = new Random(seed);
        var hasShape = random.Next(2) == 0;
        var definition = problem.Definition with
        {
            Units = EquatableArray.From(problem.Definition.Units.Select(unit => unit with
            {
                AreaSquareMetres = hasShape ? random.Next(50, 200) : null,
                PerimeterMetres = hasShape ? random.Next(60, 90) : null,
                Amounts = [new DivisionAmount("work", random.Next(0, 9))],
            })),
            Edges = EquatableArray.From(problem.Definition.Edges.Select(edge => edge with { SharedMetres = random.Next(1, 9) })),
            Measures = [new DivisionMeasure("work", 0.5m)],
        };
        var part = Part(definition);
        if (PartSearch.Draw(part, Math.Min(part.Count, part.ComponentCount + 2), GridCounts.Share(Part(definition with { Sizing = [new DivisionSizing { Grids = 1 }] }), Math.Min(part.Count, part.ComponentCount + 2))!, SeededRandom.FromSeed(1)) is not { } gridOf)
        {
            return;
        }

        var count = gridOf.Max() + 1;
        var goal = random.Next(2) == 0 ? null : new SearchGoal(part.Total / count / 2, part.Total / count * 2, (int[])gridOf.Clone(), 1, 0.5);
        var state = new SearchState(part, count, gridOf, goal);
        for (var move = 0; move < 60; move++)
        {
            var v = random.Next(part.Count);
            if (part.NeighboursOf(v).Length > 0 && gridOf[part.NeighboursOf(v)[random.Next(part.NeighboursOf(v).Length)]] is var to && to != gridOf[v])
            {
                var before = (int[])gridOf.Clone();
                var cost = state.TotalCost();
                var made = state.TryMove(v, to, double.PositiveInfinity, out var change);
                Assert.Equal(made, !before.SequenceEqual(gridOf));
                if (made && goal is null)
                {
                    Assert.Equal(cost + change, state.TotalCost(), 1e-6);
                }
            }
        }

        var anew = new SearchState(part, count, (int[])gridOf.Clone(), goal);
        Assert.True(PartMeasure.IsConnected(part, gridOf, count));
        Assert.Equal(anew.Size, state.Size);
        Assert.Equal(anew.Members, state.Members);
        Assert.Equal(anew.Labels, state.Labels);
        Assert.Equal(anew.Extra, state.Extra);
        Assert.All(Enumerable.Range(0, count), grid =>
        {
            Assert.Equal(anew.Border[grid], state.Border[grid], 1e-6);
            Assert.Equal(anew.Area[grid], state.Area[grid], 1e-6);
            Assert.Equal(anew.Cost[grid], state.Cost[grid], 1e-6);
        });
    }

    [Fact]
    public void TryMove_TheLastUnitOrACutOne_IsRefused()
    {
        var part = Part(Maps.Parse("a:1 b:1 c:1 d:1 | a-b b-c c-d", grids: 2));
        var state = new SearchState(part, 2, [0, 1, 1, 1]);

        Assert.False(state.TryMove(0, 1, double.PositiveInfinity, out _));
        Assert.False(state.TryMove(2, 0, double.PositiveInfinity, out _));
        Assert.True(state.TryMove(1, 0, double.PositiveInfinity, out var change));
        Assert.True(change < 0);
        Assert.False(state.TryMove(1, 1, 0, out change));
        Assert.True(change > 0);
        Assert.Equal([2, 2], state.Members);
    }

    private static PartGraph Part(DivisionDefinition definition) => Maps.Compile(definition).Parts[0];
}
