using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class RedivisionPartsTests
{
    private static readonly DivisionBudget Budget = new() { MovesPerUnit = 200, Restarts = 2 };

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 12)];

    // Without hard bounds the tolerance around the mean is the window, to the person: a quarter of 201.5 is 152 to 251.
    [Theory]
    [InlineData("a:120 b:120 c:80 d:80 | a-b b-c c-d", "0011", 2, 0)]
    [InlineData("a:126 b:100 c:25 d:72 e:80 | a-b b-c c-d d-e", "00011", 2, 0)]
    [InlineData("a:126 b:101 c:25 d:71 e:80 | a-b b-c c-d d-e", "00011", 2, 25)]
    [InlineData("a:80 b:71 c:25 d:101 e:126 | a-b b-c c-d d-e", "00111", 2, 25)]
    [InlineData("a:100 b:100 c:100 d:100 | a-b b-c c-d", "0001", 2, 100)]

    // A grid in two pieces, and a unit that was in none: neither stays as it is.
    [InlineData("a:100 b:100 c:100 d:100 | a-b b-c c-d", "0101", 2, 200)]
    [InlineData("a:100 b:100 c:100 d:100 | a-b b-c c-d", "001x", 2, 0)]
    public void Solve_WithoutBounds_KeepsTheToleranceAroundTheMean(string map, string old, int grids, long moved)
    {
        foreach (var hasMeasure in new[] { false, true })
        {
            var definition = Maps.Parse(map, grids);
            var part = Part(definition with
            {
                Sizing = [definition.Sizing[0] with { Tolerance = 0.25m }],
                Measures = hasMeasure ? [new DivisionMeasure("people", 0.001m)] : [],
            });
            var home = old.Select(static grid => grid == 'x' ? -1 : grid - '0').ToArray();

            var (plan, names, least) = new PartRedivider(part, home, 2).Solve(1, Budget, CancellationToken.None);

            // Where a further measure is balanced the plans are not listed, and what moves least is not known; unless nothing must move.
            var isKept = moved == 0 && !old.Contains('x');
            Assert.Equal(hasMeasure && !isKept ? null : moved, least);
            Assert.Equal(moved, home.Select((grid, v) => grid >= 0 && names[plan.GridOf![v]] != grid ? part.Size[v] : 0).Sum());
            Assert.True(plan.IsLegal && PartMeasure.IsConnected(part, plan.GridOf!, 2));
            Assert.Equal(isKept && plan.Deviation <= PartBound.Deviation(part, 2), plan.IsOptimal);
            Assert.Equal(PartMeasure.Deviations(part, plan.GridOf!, 2).Max(), plan.Deviation);
            Assert.Equal(Math.Min(plan.Deviation, PartBound.Deviation(part, 2)), plan.Bound);
        }
    }

    [Fact]
    public void Solve_AnEvenPlan_IsKeptAndKnownToBeTheBest()
    {
        var part = Part(Maps.Parse("a:100 b:100 c:100 d:100 | a-b b-c c-d", grids: 2));

        var (plan, names, least) = new PartRedivider(part, [0, 0, 1, 1], 2).Solve(1, Budget, CancellationToken.None);

        Assert.True(plan.IsOptimal);
        Assert.Equal((0L, 0.0), (least, plan.Bound));
        Assert.Equal([0, 1], names);
        Assert.Equal([0, 0, 1, 1], plan.GridOf!);
    }

    [Fact]
    public void Solve_TwoPlansThatMoveAlike_TakesTheMoreEven()
    {
        var part = Part(Maps.Parse("a:120 b:60 c:60 d:90 e:70 | a-b a-c b-d c-e d-e b-c", grids: 2, min: 150, max: 220));

        var (plan, _, least) = new PartRedivider(part, [0, 0, 0, 1, 1], 2).Solve(1, Budget, CancellationToken.None);

        // b or c: 60 moves, and either leaves 180 to 220.
        Assert.Equal(60, least);
        Assert.Equal(0.1, plan.Deviation, 1e-12);
    }

    [Theory]
    [InlineData(59, 2, true)]
    [InlineData(60, 2, true)]
    [InlineData(61, 2, false)]
    [InlineData(30, 24, true)]
    [InlineData(30, 25, false)]
    public void MoveLister_OfAsManyAsCanBeListed_ListsThem(int units, int names, bool isListed)
    {
        var part = Part(Maps.Parse(
            string.Join(' ', Enumerable.Range(0, units).Select(static i => FormattableString.Invariant($"u{i:D2}:10"))) + " | " + string.Join(' ', Enumerable.Range(1, units - 1).Select(static i => FormattableString.Invariant($"u{i - 1:D2}-u{i:D2}"))), grids: 2));
        var home = Enumerable.Range(0, units).Select(v => Math.Min(v, names - 1)).ToArray();

        var found = new MoveLister(part, home, names).Run([2], (units / 2 * 10) - 10, (units / 2 * 10) + 10);

        Assert.Equal(isListed, found is not null);
        Assert.Null(new MoveLister(part, home, names).Run([2], 1, 2));
    }

    [Fact]
    public void MoveLister_AmongPlansThatMoveAlike_TakesTheMostEven()
    {
        // One of three that are alike must leave: the row's end keeps the halves at 40 and 40, or at 30 and 50.
        var part = Part(Maps.Parse("a:10 b:20 c:10 d:20 e:10 f:10 | a-b b-c c-d d-e e-f", grids: 2));

        var found = new MoveLister(part, [0, 0, 0, 0, 0, 1], 2).Run([2], 20, 60)!.Value;
        var free = new MoveLister(part, [0, 0, 1, 1, 1, 1], 2).Run([2, 3], 20, 50)!.Value;

        Assert.Equal((10L, 2), (found.Moved, found.Count));
        Assert.Equal([0, 0, 0, 0, 1, 1], found.GridOf.Select(grid => found.Names[grid]));
        Assert.Equal((0L, 2), (free.Moved, free.Count));
    }

    [Theory]
    [InlineData("a:80 u:20 y:60 z:75 | a-u u-y u-z y-z", 2)]
    [InlineData("a:80 u:20 y:75 z:60 | a-u u-y u-z y-z", 3)]
    public void MoveLister_OneUnitThatMayGoEitherWay_EvensTheGridsOut(string map, int smaller)
    {
        // u of 20 must leave a; the smaller of the other two takes it.
        var part = Part(Maps.Parse(map, grids: 3));

        var found = new MoveLister(part, [0, 0, 1, 2], 3).Run([3], 50, 95)!.Value;

        Assert.Equal(20, found.Moved);
        Assert.Equal(found.GridOf[smaller], found.GridOf[1]);
    }

    [Theory]
    // What is above the maximum leaves in whole units; of names that end, all.
    [InlineData("a:40 b:30 c:50 d:20 | a-b b-c c-d", "0011", 2, 60, 30 + 20)]
    [InlineData("a:40 b:30 c:50 d:20 | a-b b-c c-d", "0011", 1, 200, 70)]
    [InlineData("a:40 b:30 c:50 d:20 | a-b b-c c-d", "0011", 0, 70, 0)]
    [InlineData("a:40 b:30 c:50 d:20 | a-b b-c c-d", "0011", 0, 69, 30 + 20)]
    [InlineData("a:40 b:30 c:50 d:20 | a-b b-c c-d", "x011", 0, 69, 20)]
    [InlineData("a:40 b:30 c:50 d:20 | a-b b-c c-d", "0x12", 2, 200, 20)]
    [InlineData("a:40 b:30 c:50 d:20 | a-b b-c c-d", "0x12", 1, 200, 60)]
    [InlineData("a:40 b:30 c:50 d:20 | a-b b-c c-d", "0x12", 3, 200, 0)]
    public void OfAnyCount_IsWhatMustLeave(string map, string old, int count, long high, long expected)
    {
        var home = old.Select(static grid => grid == 'x' ? -1 : grid - '0').ToArray();

        Assert.Equal(expected, MoveBound.OfAnyCount(Part(Maps.Parse(map, grids: 1)), home, home.Max() + 1, count, high));
    }

    [Fact]
    public void Bound_WhereNothingIsKnown_IsZero()
    {
        var part = Part(Maps.Parse("a:100 b:100 | a-b", grids: 2));

        Assert.Equal(0, new PartRedivider(part, [-1, -1], 0).Bound());
        Assert.Equal(100, new PartRedivider(Part(Maps.Parse("a:100 b:100 | a-b", grids: 1)), [0, 1], 2).Bound());
        Assert.Equal(0, new PartRedivider(Part(Maps.Parse("a:100 b:100 | a-b", min: 50, max: 150)), [0, 1], 2).Bound());
        Assert.Equal(100, new PartRedivider(Part(Maps.Parse("a:100 b:100 | a-b", min: 50, max: 150)), [0, 0], 1).Bound());
        Assert.Equal(60, new PartRedivider(Part(Maps.Parse("a:100 b:60 c:90 | a-b b-c", grids: 2, min: 50, max: 150)), [0, 0, 1], 2).Bound());
    }

    // Few may go straight, more by way of a corridor, and most only where a grid gives up all: what the tolls between grids are worth.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void MoveBound_OnARowOfGrids_IsAtMostTheFewestThatAnyPlanMoves(int seed)
    {
        var random = new Random(seed);
        var home = new[] { 0, 0, 0, 1, 1, 2, 2, 2 };
        var definition = Maps.Parse(
            string.Join(' ', home.Select((_, i) => FormattableString.Invariant($"u{i}:{random.Next(5, 40)}"))) + " | u0-u1 u1-u2 u2-u3 u3-u4 u4-u5 u5-u6 u6-u7" + (seed % 2 == 0 ? " u2-u5" : " u1-u3"), grids: 3);
        var part = Part(definition);
        var sizes = PartMeasure.Sums(part.Size, home, 3);
        var mean = part.Total / 3;
        var (low, high) = (mean - 15, mean + 15);
        var naive = new NaivePlans(definition with { Sizing = [definition.Sizing[0] with { MinPeople = (int)low, MaxPeople = (int)high }] });

        var bound = new MoveBound(part, home, 3, low, high).Run();

        var needed = Math.Max(sizes.Sum(size => Math.Max(0, size - high)), sizes.Sum(size => Math.Max(0, low - size)));
        Assert.InRange(bound, needed, naive.Plans.Count == 0 ? long.MaxValue : naive.Plans.Min(plan => naive.MovedFrom(home, plan)));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void NameMatching_AnyPlans_KeepsTheMostUnderItsName(int seed)
    {
        var random = new Random(seed);
        var definition = Maps.Parse(string.Join(' ', Enumerable.Range(0, 9).Select(i => FormattableString.Invariant($"u{i}:{(seed % 3 == 0 ? 10 : random.Next(0, 30))}"))) + " |", grids: 9);
        var (names, count) = (random.Next(1, 5), random.Next(1, 5));
        var home = Enumerable.Range(0, 9).Select(_ => random.Next(6) == 0 ? -1 : random.Next(names)).ToArray();
        var gridOf = Enumerable.Range(0, 9).Select(v => v < count ? v : random.Next(count)).ToArray();
        var part = Part(definition);

        var (moved, given) = NameMatching.Of(part, home, names, gridOf, count);

        Assert.Equal(NaivePlans.Of(definition).MovedFrom(home, gridOf), moved);
        Assert.Equal(count, given.Length);
        Assert.Equal(given.Where(static name => name >= 0).Distinct().Count(), given.Count(static name => name >= 0));
        Assert.Equal(moved, home.Select((name, v) => name >= 0 && given[gridOf[v]] != name ? part.Size[v] : 0).Sum());
        for (var grid = 0; grid < count; grid++)
        {
            // A name goes on where something of it is, and one that is free goes to whoever has anything of it.
            var own = Enumerable.Range(0, 9).Where(v => gridOf[v] == grid && home[v] >= 0).Select(v => home[v]).ToArray();
            Assert.True(given[grid] >= 0 ? own.Contains(given[grid]) : own.All(name => given.Contains(name)));
        }
    }

    // A row of nine in old grids; the largest is split, its lighter side is new, and the lightest goes to its lightest neighbour and ends.
    [Theory]
    [InlineData("000111222", 4)]
    [InlineData("001111122", 4)]
    [InlineData("000000000", 3)]
    [InlineData("001111122", 2)]
    [InlineData("001112222", 2)]
    [InlineData("001112222", 1)]
    public void GridAdapter_MoreOrFewer_SplitsTheLargestAndEndsTheLightest(string old, int count)
    {
        var part = Part(Maps.Parse(
            "u0:10 u1:10 u2:10 u3:10 u4:10 u5:10 u6:10 u7:10 u8:10 | u0-u1 u1-u2 u2-u3 u3-u4 u4-u5 u5-u6 u6-u7 u7-u8", grids: 1));
        int[] home = [.. old.Select(static grid => grid - '0')];
        var names = home.Max() + 1;

        var (gridOf, homes) = GridAdapter.Adapt(part, home, home, names, count, SeededRandom.FromSeed(1))!.Value;

        Assert.Equal(Enumerable.Range(0, count), gridOf.Distinct().Order());
        Assert.True(PartMeasure.IsConnected(part, gridOf, count));
        var (before, after) = (PartMeasure.Sums(part.Size, home, names), PartMeasure.Sums(part.Size, gridOf, count));
        if (count > names)
        {
            Assert.Equal(home, homes);
            var largest = Array.IndexOf(before, before.Max());
            Assert.All(Enumerable.Range(0, 9), v => Assert.True(gridOf[v] == home[v] || (home[v] == largest && gridOf[v] >= names)));
            Assert.All(Enumerable.Range(names, count - names), grid => Assert.InRange(after[grid], 10, 40));
        }
        else
        {
            // Whoever goes on keeps all that it had, under its new number; what ended is at home nowhere.
            foreach (var grid in Enumerable.Range(0, names))
            {
                var own = Enumerable.Range(0, 9).Where(v => home[v] == grid).ToArray();
                Assert.Single(own.Select(v => gridOf[v]).Distinct());
                Assert.Single(own.Select(v => homes[v]).Distinct());
                Assert.True(homes[own[0]] == -1 || homes[own[0]] == gridOf[own[0]]);
            }

            Assert.Equal(count, homes.Where(static grid => grid >= 0).Distinct().Count());

            // The second to end is the lightest of those that are left, with what came to them.
            Assert.Equal(count == 1 && names == 3 ? 30 : before.Order().Skip(names - count).Sum(), Enumerable.Range(0, 9).Sum(v => homes[v] >= 0 ? part.Size[v] : 0));
        }
    }

    [Fact]
    public void GridAdapter_WhatCannotBe_IsNone()
    {
        var part = Part(Maps.Parse("a:10 b:10 c:10 | a-b", grids: 2));

        Assert.Null(GridAdapter.Adapt(part, [0, 0, 1], [0, 0, 1], 2, 4, SeededRandom.FromSeed(1)));
        Assert.Null(GridAdapter.Adapt(part, [0, 0, 1], [0, 0, 1], 2, 1, SeededRandom.FromSeed(1)));
        Assert.Equal([0, 0, 1], GridAdapter.Adapt(part, [0, 0, 1], [0, 0, 1], 2, 2, SeededRandom.FromSeed(1))!.Value.GridOf);

        // The lightest, c, has no neighbour; of the next, a goes to b.
        var (gridOf, homes) = GridAdapter.Adapt(Part(Maps.Parse("a:11 b:12 c:10 | a-b", grids: 3)), [0, 1, 2], [0, 1, 2], 3, 2, SeededRandom.FromSeed(1))!.Value;
        Assert.Equal([1, 1, 0], gridOf);
        Assert.Equal([-1, 1, 0], homes);
    }

    [Fact]
    public void CostFlow_NoWayToTheSink_CostsNothing()
    {
        var flow = new CostFlow(3);
        flow.Add(0, 1, 5, -4);

        Assert.Equal(0, flow.Run(0, 2));
    }

    [Fact]
    public void MoveSearch_AUnitThatHoldsItsGridTogether_StaysInIt()
    {
        // b has just the right size, and a would be alone without it; c of more people is the way.
        var part = Part(Maps.Parse("a:30 b:20 c:45 d:25 e:40 | a-b b-c b-e c-e d-c", grids: 2));
        int[] home = [0, 0, 0, 0, 1];

        var found = new MoveSearch(part, home, home, 2, 40, 105).Run(long.MaxValue, 1000);

        Assert.True(found is null || PartMeasure.IsConnected(part, found, 2));
        Assert.Equal(2, new MoveSearch(part, [0, 0, 0, 1, 1], [0, 0, 0, 1, 1], 2, 60, 100).Run(long.MaxValue, 1000)?.Distinct().Count() ?? 2);
    }

    [Fact]
    public void Redivide_ManyUnits_EndsWhereItIsCancelled()
    {
        var definition = EnsembleTests.Lattice(9, 9, static i => 5 + (i * 7 % 11), 4, 180, 230);
        var previous = definition.Units.Select(static (unit, i) => (unit.Id, Code: FormattableString.Invariant($"g{i / 9 / 3}{i % 9 / 5}"))).ToDictionary(static pair => pair.Id, static pair => pair.Code, StringComparer.Ordinal);

        Assert.Throws<OperationCanceledException>(() => Redivider.Redivide(Maps.Compile(definition), previous, 1, Budget, new CancellationToken(true)));
        Assert.Throws<ArgumentNullException>(() => Redivider.Redivide(Maps.Compile(definition), null!, 1));
        Assert.Throws<ArgumentNullException>(() => Redivider.Redivide(null!, previous, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Redivider.Redivide(Maps.Compile(definition), previous, 1, new DivisionBudget { MovesPerUnit = -1 }));
    }

    // New grids go on from the largest number that was in use, as wide as the old codes are.
    [Theory]
    [InlineData("a:001 b:001 c:007 d:007", null, "001 007 008 009")]
    [InlineData("a:00001 b:00001 c:00002 d:00002", null, "00001 00002 00003 00004")]
    [InlineData("a:north b:north c:south d:south", null, "00001 00002 north south")]
    [InlineData("a:P-01 b:P-01 c:P-02 d:P-02", "P-", "P-003 P-004 P-01 P-02")]
    [InlineData("a:P-0001 b:P-0001 c:P-0002 d:P-0002", "P-", "P-0001 P-0002 P-0003 P-0004")]
    [InlineData("a:Q9 b:Q9 c:P-5 d:P-5", "P-", "P-006 P-007 P-5 Q9")]
    [InlineData("", null, "001 002 003 004")]
    [InlineData("", "P-", "P-001 P-002 P-003 P-004")]
    public void Redivide_MoreGrids_NumbersThemOn(string old, string? parent, string expected)
    {
        var definition = Maps.Parse("a:100 b:100 c:100 d:100 | a-b b-c c-d", grids: 4);
        definition = definition with { Units = EquatableArray.From(definition.Units.Select(unit => unit with { Parent = parent })) };
        var previous = old.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static word => word.Split(':')).ToDictionary(static word => word[0], static word => word[1], StringComparer.Ordinal);

        var plan = Redivider.Redivide(Maps.Compile(definition), previous, 1).Division.Plan!;

        Assert.Equal(expected, string.Join(' ', plan.Grids.Select(static grid => grid.Code).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Redivide_AGroupWhoseUnitsWereApart_IsAtHomeWhereMostOfItIs()
    {
        var definition = Maps.Parse("a:100 b:60 c:40 d:100 | a-b b-c c-d", grids: 2, min: 90, max: 210) with { Groups = [new DivisionGroup("g", ["b", "c"])] };
        var previous = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "x", ["b"] = "x", ["c"] = "y", ["d"] = "y" };

        var outcome = Redivider.Redivide(Maps.Compile(definition), previous, 1);
        var even = Redivider.Redivide(Maps.Compile(definition with { Units = EquatableArray.From(definition.Units.Select(static unit => unit with { People = 100 })), Sizing = [definition.Sizing[0] with { MaxPeople = 310 }] }), previous, 1);

        Assert.Equal((40, 0, "c"), (outcome.Moved, outcome.MovedBound, Assert.Single(outcome.Moves).Unit));
        Assert.Equal("c", Assert.Single(even.Moves).Unit);
        Assert.Equal([new GridLineage("x", "x", 2, 53, 160), new GridLineage("y", "x", 1, 13, 40), new GridLineage("y", "y", 1, 33, 100)], outcome.Lineage);
    }

    private static PartGraph Part(DivisionDefinition definition) => Maps.Compile(definition).Parts[0];
}
