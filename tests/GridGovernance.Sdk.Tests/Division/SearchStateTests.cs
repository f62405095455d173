using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class SearchStateTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 24)];

    /// <summary>The cost against the formulas of the remarks, written anew: all that a move changes, and what counting anew gives.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void TryMove_AnyMove_ChangesTheCostByTheFormulas(int seed)
    {
        var random = new Random(seed);
        var part = Part(seed, random);
        var count = Math.Min(part.Count, part.ComponentCount + 2);
        if (GridCounts.Share(part, count) is not { } shares || PartSearch.Draw(part, count, shares, SeededRandom.FromSeed((ulong)seed)) is not { } gridOf)
        {
            return;
        }

        var home = gridOf.Select(grid => random.Next(5) == 0 ? -1 : random.Next(5) == 0 ? random.Next(count) : grid).ToArray();
        var goal = seed % 2 == 0 ? null : new SearchGoal(part.Total / count * 9 / 10, part.Total / count * 11 / 10, home, 1.5, 0.25);
        var state = new SearchState(part, count, gridOf, goal);
        var (made, refused) = (0, 0);
        Assert.Equal(Cost(part, count, gridOf, goal), state.TotalCost(), 1e-9);
        for (var move = 0; move < 80; move++)
        {
            var v = random.Next(part.Count);
            var near = part.NeighboursOf(v).ToArray().Select(w => gridOf[w]).Where(grid => grid != gridOf[v]).ToArray();
            if (near.Length == 0)
            {
                continue;
            }

            var to = near[random.Next(near.Length)];
            var before = (int[])gridOf.Clone();
            var after = (int[])gridOf.Clone();
            after[v] = to;
            var expected = Cost(part, count, after, goal) - Cost(part, count, before, goal) + (Price(part, count, home, goal, after) - Price(part, count, home, goal, before));
            var isLegal = before.Count(grid => grid == before[v]) > 1 && !(part.Label[v] >= 0 && Enumerable.Range(0, part.Count).Any(w => before[w] == to && part.Label[w] >= 0)) && PartMeasure.IsConnected(part, after, count);

            // Exactly as much as it costs is allowed, and anything less is not.
            Assert.False(state.TryMove(v, to, expected - 1e-6, out _));
            Assert.Equal(isLegal, state.TryMove(v, to, expected + 1e-6, out var change));
            Assert.Equal(isLegal ? after : before, gridOf);
            if (isLegal)
            {
                Assert.Equal(expected, change, 1e-7);
                Assert.Equal(Cost(part, count, gridOf, goal), state.TotalCost(), 1e-7);
            }

            (made, refused) = (made + (isLegal ? 1 : 0), refused + (isLegal ? 0 : 1));
        }

        Assert.True(part.Count < 6 || made + refused > 0);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Recount_AfterTwoGridsWereDealtOutOtherwise_IsCountingAnew(int seed)
    {
        var random = new Random(seed);
        var part = Part(seed, random);
        var count = Math.Min(part.Count, 3);
        var gridOf = Enumerable.Range(0, part.Count).Select(v => v < count ? v : random.Next(count)).ToArray();
        var state = new SearchState(part, count, gridOf);
        int[] set = [.. Enumerable.Range(0, part.Count).Where(v => gridOf[v] is 0 or 1)];
        foreach (var v in set)
        {
            gridOf[v] = random.Next(2);
        }

        state.Recount(set, 0, Math.Min(1, count - 1));

        var anew = new SearchState(part, count, (int[])gridOf.Clone());
        Assert.Equal((anew.Size, anew.Other, anew.Members, anew.Labels), (state.Size, state.Other, state.Members, state.Labels), (a, b) =>
            a.Item1.SequenceEqual(b.Item1) && a.Item2.SequenceEqual(b.Item2) && a.Item3.SequenceEqual(b.Item3) && a.Item4.SequenceEqual(b.Item4));
        Assert.Equal(anew.Extra, state.Extra);
        foreach (var grid in new[] { 0, 1 }.Where(grid => grid < count))
        {
            Assert.Equal((anew.Border[grid], anew.Area[grid], anew.Cost[grid]), (state.Border[grid], state.Area[grid], state.Cost[grid]), static (a, b) =>
                Math.Abs(a.Item1 - b.Item1) < 1e-6 && Math.Abs(a.Item2 - b.Item2) < 1e-6 && Math.Abs(a.Item3 - b.Item3) < 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Mend_GridsThatAreOff_AreEvenedOutOrLeftAsTheyWere(int seed)
    {
        // A row of eight as one and seven, which one tree mends; one of three, where nothing is better.
        var eight = Part(Maps.Parse("a:10 b:10 c:10 d:10 e:10 f:10 g:10 h:10 | a-b b-c c-d d-e e-f f-g g-h", grids: 2));
        var three = Part(Maps.Parse("a:10 b:10 c:10 | a-b b-c", grids: 2));
        int[] row = [0, 1, 1, 1, 1, 1, 1, 1];
        int[] short3 = [0, 1, 1];
        var (first, second) = (new SearchState(eight, 2, row), new SearchState(three, 2, short3));
        var (random, other) = (SeededRandom.FromSeed((ulong)seed), SeededRandom.FromSeed((ulong)seed));

        new Recombination(eight, first, random).Mend(new Annealer(eight, first, random), 8, CancellationToken.None);
        new Recombination(three, second, other).Mend(new Annealer(three, second, other), 8, CancellationToken.None);

        Assert.Equal([4, 4], first.Members);
        Assert.Equal([40L, 40L], first.Size);
        Assert.True(PartMeasure.IsConnected(eight, row, 2));
        Assert.Equal([0, 1, 1], short3);
        Assert.Equal([1, 2], second.Members);
        Assert.Throws<OperationCanceledException>(() => new Recombination(three, second, other).Mend(new Annealer(three, second, other), 1, new CancellationToken(true)));
    }

    [Fact]
    public void Run_TheAnnealer_EndsWhereNoSingleMoveIsBetter()
    {
        // Two rows of six in three grids, dealt out badly; afterwards no move lowers the cost.
        var map = EnsembleTests.Lattice(6, 2, static _ => 10, 3, 0, 1000);
        var part = Part(map with { Sizing = [map.Sizing[0] with { MinPeople = null, MaxPeople = null }] });
        int[] gridOf = [.. Enumerable.Range(0, 12).Select(v => v < 8 ? 0 : v < 10 ? 1 : 2)];
        gridOf = PartSearch.Draw(part, 3, [3], SeededRandom.FromSeed(4))!;
        var state = new SearchState(part, 3, gridOf);

        new Annealer(part, state, SeededRandom.FromSeed(1)).Run(4800, 1, CancellationToken.None);

        Assert.Equal([40L, 40L, 40L], state.Size);
        for (var v = 0; v < part.Count; v++)
        {
            foreach (var w in part.NeighboursOf(v).ToArray().Where(w => gridOf[w] != gridOf[v]))
            {
                Assert.False(state.TryMove(v, gridOf[w], -1e-9, out _));
            }
        }

        Assert.Throws<OperationCanceledException>(() => new Annealer(part, state, SeededRandom.FromSeed(1)).Run(0, 1, new CancellationToken(true)));
    }

    // The costs of the remarks of SearchState, in another order and without anything kept from move to move.
    private static double Cost(PartGraph part, int count, int[] gridOf, SearchGoal? goal)
    {
        var cost = 0.0;
        var tolerance = Math.Max(part.Settings.Tolerance, 0.005);
        var hasShape = part.Area is not null && part.Perimeter is not null;
        var lengths = part.Lengths.Length == 0 ? 1 : Math.Max(part.Lengths.Average(), 1);
        for (var grid = 0; grid < count; grid++)
        {
            var members = Enumerable.Range(0, part.Count).Where(v => gridOf[v] == grid).ToArray();
            var (size, other) = (members.Sum(v => part.Size[v]), members.Sum(v => part.Other[v]));
            cost += goal is null ? Balance(size, part.Total, 1) : size < goal.Low ? 1 + (40.0 * (goal.Low - size) * count / Math.Max(part.Total, 1)) : size > goal.High ? 1 + (40.0 * (size - goal.High) * count / Math.Max(part.Total, 1)) : 0;
            for (var m = 0; m < part.Extra.Length; m++)
            {
                cost += Balance(members.Sum(v => part.Extra[m][v]), part.Extra[m].Sum(), part.ExtraWeight[m]);
            }

            if (!part.Settings.Allows(size, other))
            {
                var missing = Math.Max(size < part.Settings.Min ? part.Settings.Min - size : size - part.Settings.Max, 1);
                cost += 20 + (20.0 * missing * count / Math.Max(part.Total, 1));
            }

            double outer = 0, inner = 0;
            foreach (var v in members)
            {
                for (var i = part.Offsets[v]; i < part.Offsets[v + 1]; i++)
                {
                    outer += gridOf[part.Targets[i]] == grid ? 0 : part.Lengths[i];
                    inner += gridOf[part.Targets[i]] == grid ? part.Lengths[i] / 1000.0 : 0;
                }
            }

            var shape = 0.0;
            if (hasShape)
            {
                var (area, border) = (members.Sum(v => part.Area![v]), members.Sum(v => part.Perimeter![v]) - inner);
                shape = 1 - (border <= 0 ? 1 : Math.Min(1, 4 * Math.PI * area / (border * border)));
            }
            else
            {
                shape = outer * 0.5 / (lengths * 3.5 * Math.Sqrt((double)part.Count / count));
            }

            cost += (goal?.Shape ?? 1) * shape;
        }

        return cost;

        double Balance(long amount, long total, double weight)
        {
            var tolerances = total == 0 ? 0 : weight * Math.Abs((amount * count) - total) / (tolerance * total);
            var over = tolerances - 0.8;
            return over <= 0 ? 0.05 * tolerances * tolerances : 0.032 + (2 * over) + (0.1 * over * over);
        }
    }

    private static double Price(PartGraph part, int count, int[] home, SearchGoal? goal, int[] gridOf) => goal is null || part.Total == 0
        ? 0
        : goal.Price * count / part.Total * Enumerable.Range(0, part.Count).Sum(v => home[v] >= 0 && home[v] != gridOf[v] ? part.Size[v] : 0);

    private static PartGraph Part(int seed, Random random)
    {
        var map = PlanarProblems.Create(random, 24);
        var hasShape = random.Next(2) == 0;
        return Part(map with
        {
            Units = EquatableArray.From(map.Units.Select(unit => unit with
            {
                AreaSquareMetres = hasShape ? random.Next(50, 200) : null,
                PerimeterMetres = hasShape ? random.Next(60, 90) : null,
                Amounts = [new DivisionAmount("work", random.Next(0, 9))],
            })),
            Edges = EquatableArray.From(map.Edges.Select(edge => edge with { SharedMetres = random.Next(1, 9) })),
            Measures = seed % 3 == 0 ? [new DivisionMeasure("work", 0.5m)] : [],
            Seeds = seed % 4 == 1 ? [map.Units[0].Id, map.Units[^1].Id] : [],
            Sizing = [map.Sizing[0] with { Basis = seed % 5 == 0 ? GridGovernance.Sdk.Grids.SizingBasis.Either : map.Sizing[0].Basis, MaxHouseholds = seed % 5 == 0 ? 400 : null, Tolerance = 0.1m }],
        });
    }

    private static PartGraph Part(DivisionDefinition definition) => Maps.Compile(definition).Parts[0];
}
