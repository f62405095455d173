using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using Box = GridGovernance.Sdk.Tests.Division.NetworkOverlayProperties.Box;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class DivisionPartsTests
{
    // Places along a line in metres: each island is joined to what is nearest, one island after the other.
    [Theory]
    [InlineData("a:0 b:10 c:30 d:70 e:75", "a-b d-e", "b-c c-d")]
    [InlineData("a:0 b:10 c:30 d:70 e:75", "", "a-b b-c c-d d-e")]
    [InlineData("c:0 b:10 a:30 d:31", "c-b a-d", "a-b")]
    [InlineData("a:50 b:0 c:49 d:10", "b-d", "a-c c-d")]
    [InlineData("a:0 b:0 c:0", "", "a-b a-c")]
    [InlineData("b:20 a:0 c:40", "", "a-b b-c")]
    public void NearestBridge_JoinsWhatIsNearest(string places, string edges, string expected)
    {
        var definition = Maps.Parse(string.Join(' ', places.Split(' ').Select(static word => word.Split(':')[0] + ":10")) + " | " + edges, grids: 1);
        var at = places.Split(' ').Select(static word => word.Split(':')).ToDictionary(static word => word[0], static word => double.Parse(word[1], null), StringComparer.Ordinal);
        var part = Maps.Compile(definition with
        {
            Islands = IslandPolicy.NearestBridge,
            Units = EquatableArray.From(definition.Units.Select(unit => unit with { Place = new GeoPoint(0, at[unit.Id]) })),
        }).Parts[0];

        Assert.Equal(expected, string.Join(' ', part.Bridges.Select(pair => $"{Id(part, pair.From)}-{Id(part, pair.To)}").Order(StringComparer.Ordinal)));
        Assert.Equal(1, part.ComponentCount);
        foreach (var (from, to) in part.Bridges)
        {
            var entry = Enumerable.Range(part.Offsets[from], part.Offsets[from + 1] - part.Offsets[from]).Single(i => part.Targets[i] == to);
            Assert.Equal((0, 0L), (part.Cuts[entry], part.Lengths[entry]));
        }
    }

    // An island below the minimum stands alone; without a minimum, one below half of the norm; by either measure where either counts. The largest never does.
    [Theory]
    [InlineData("a:100 b:100 c:49 d:51 | a-b", 50, null, "c")]
    [InlineData("a:100 b:100 c:49 d:51 | a-b", null, 100, "c")]
    [InlineData("a:100 b:100 c:50 d:51 | a-b", null, 100, "")]
    [InlineData("a:100 b:100 c:50 d:51 | a-b", 51, null, "c")]
    [InlineData("a:10 b:20 c:30 d:5 | a-b", 50, null, "c,d")]
    [InlineData("a:10 b:20 c:31 d:5 | a-b c-d", 50, null, "a b")]
    [InlineData("a:10 b:20 c:30 | a-b b-c", 500, null, "")]
    public void OwnGrid_TakesSmallIslandsOut(string map, int? min, int? target, string expected)
    {
        var part = Maps.Compile(Maps.Parse(map, min: min, target: target) with { Islands = IslandPolicy.OwnGrid }).Parts[0];

        Assert.Equal(expected, string.Join(',', part.Settled.Select(island => string.Join(' ', island.Units.Select(unit => part.Ids[unit])))));
        Assert.All(part.Settled, static island => Assert.True(island.IsExclave));
        Assert.Equal(map.Split('|')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, part.Count + part.Settled.Sum(static island => island.Units.Length));
        Assert.Equal(part.Size.Sum(), part.Total);
    }

    [Theory]
    [InlineData(20, 30, "c")]
    [InlineData(20, 10, "")]
    [InlineData(60, 20, "a b,c")]
    public void OwnGrid_WhereEitherMeasureCounts_IsSmallInBoth(int minPeople, int minHouseholds, string expected)
    {
        // a and b hold 40 people and 20 households, c 10 and 15, d 50 and 30.
        var definition = Maps.Parse("a:20 b:20 c:10 d:50 | a-b");
        var households = new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 9, ["b"] = 10, ["c"] = 15, ["d"] = 30 };
        var part = Maps.Compile(definition with
        {
            Units = EquatableArray.From(definition.Units.Select(unit => unit with { Households = households[unit.Id] })),
            Islands = IslandPolicy.OwnGrid,
            Sizing = [new DivisionSizing { Basis = SizingBasis.Either, MinPeople = minPeople, MinHouseholds = minHouseholds }],
        }).Parts[0];

        Assert.Equal(expected, string.Join(',', part.Settled.Select(island => string.Join(' ', island.Units.Select(unit => part.Ids[unit])))));
    }

    // The kind that most of a parent's people and households are of; an empty unit counts as one.
    [Theory]
    [InlineData("U10,5 R8,6", 2)]
    [InlineData("U10,5 R8,8", 3)]
    [InlineData("U0,0 R0,0", 3)]
    [InlineData("U0,0 U0,0 R0,0", 2)]
    [InlineData("U1,0 R0,0 R0,0", 3)]
    [InlineData("U0,0 -90,90", 2)]
    [InlineData("-90,90 -1,1", 4)]
    public void Sizing_OfAParent_IsThatOfItsKindOfSettlement(string units, int grids)
    {
        var problem = Maps.Compile(new DivisionDefinition
        {
            Units = EquatableArray.From(units.Split(' ').Select(static (word, i) => new DivisionUnit
            {
                Id = FormattableString.Invariant($"u{i}"),
                Settlement = word[0] switch { 'U' => SettlementKind.Urban, 'R' => SettlementKind.Rural, _ => null },
                People = int.Parse(word[1..].Split(',')[0], null),
                Households = int.Parse(word[1..].Split(',')[1], null),
            })),
            Sizing = [new DivisionSizing { Settlement = SettlementKind.Urban, Grids = 2 }, new DivisionSizing { Settlement = SettlementKind.Rural, Grids = 3 }, new DivisionSizing { Grids = 4 }],
        });

        Assert.Equal(grids, problem.Parts[0].Settings.Grids);
    }

    [Fact]
    public void Compile_AnEdgeTwice_StaysClosedWhereOneOfThemIs()
    {
        foreach (var barriers in new string?[][] { ["river", null], [null, "river"], ["river", "road"], [null, null] })
        {
            var definition = Maps.Parse("a:10 b:10 c:10 | a-b", grids: 1);
            var problem = Maps.Compile(definition with { Edges = [new DivisionEdge("a", "b") { Barrier = barriers[0] }, new DivisionEdge("b", "a") { Barrier = barriers[1] }, new DivisionEdge("b", "c"), new DivisionEdge("a", "c")] });

            Assert.Equal(3, problem.EdgeFrom.Length);
            Assert.Equal([barriers[0] is not null || barriers[1] is not null, false, false], problem.EdgeIsClosed);
            Assert.Equal([(0, 1), (0, 2), (1, 2)], problem.EdgeFrom.Zip(problem.EdgeTo));
        }
    }

    [Theory]
    [InlineData(null, null, null, 400)]
    [InlineData(null, 30, null, 30)]
    [InlineData(20, 30, null, 20)]
    [InlineData(null, 30, 25, 30)]
    [InlineData(20, null, 25, 20)]
    public void Compile_BoundsOfAMeasureThatIsNotCounted_NameTheFirst(int? min, int? max, int? target, int expected)
    {
        var people = new DivisionSizing { Basis = SizingBasis.Households, Grids = 1, MinPeople = min, MaxPeople = max, TargetPeople = target ?? (min is null && max is null ? 400 : null) };
        var households = new DivisionSizing { Basis = SizingBasis.Population, Grids = 1, MinHouseholds = people.MinPeople, MaxHouseholds = people.MaxPeople, TargetHouseholds = people.TargetPeople };
        foreach (var sizing in new[] { people, households })
        {
            Maps.Compile(Maps.Parse("a:10 b:10 | a-b") with { Sizing = [sizing] });
            DivisionProblem.Compile(Maps.Parse("a:10 b:10 | a-b") with { Sizing = [sizing] }, out var report);
            Assert.Equal([(object?)expected], Assert.Single(report).Message.Values);
        }
    }

    [Fact]
    public void Compile_TheLargestNumbersThatAreAllowed_AreNoError()
    {
        var definition = Maps.Parse("a:10 b:10 | a-b");

        Maps.Compile(definition with { Sizing = [new DivisionSizing(1) { Grids = 1_000_000 }], Measures = [new DivisionMeasure("people", 1000m)] });
        Maps.Compile(definition with { Sizing = [new DivisionSizing(0) { Grids = 1, MinHouseholds = 5, TargetHouseholds = 5, MaxHouseholds = 5 }] });
        Maps.Compile(definition with { Edges = [new DivisionEdge("a", "b") { SharedMetres = 9_999_999 }], Sizing = [new DivisionSizing { Grids = 1 }] });
        Assert.Null(DivisionProblem.Compile(definition with { Sizing = [new DivisionSizing { Grids = 1_000_001 }] }, out _));
        Assert.Null(DivisionProblem.Compile(definition with { Sizing = [new DivisionSizing { Grids = 1 }], Measures = [new DivisionMeasure("people", 1000.01m)] }, out _));
        Assert.Null(DivisionProblem.Compile(definition with { Edges = [new DivisionEdge("a", "b") { SharedMetres = 1e7 }], Sizing = [new DivisionSizing { Grids = 1 }] }, out _));
    }

    [Fact]
    public void Weigh_EdgesInsideOldCells_AreLongerByTheWeightsOfTheirNetworks()
    {
        // Police halves at 20, weight 2; urban management in thirds at 10 and 30, weight 0.5; d lies outside of both.
        EquatableArray<DutyNetwork> networks =
        [
            new DutyNetwork("police", 2) { Cells = [new NetworkCell("p0", NetworkOverlayProperties.Rectangle(new Box(0, 0, 20, 10))), new NetworkCell("p1", NetworkOverlayProperties.Rectangle(new Box(20, 0, 40, 10)))] },
            new DutyNetwork("urban", 0.5) { Cells = [new NetworkCell("u0", NetworkOverlayProperties.Rectangle(new Box(0, 0, 10, 10))), new NetworkCell("u1", NetworkOverlayProperties.Rectangle(new Box(10, 0, 30, 10)))] },
        ];
        var units = Maps.Parse("a:1 b:1 c:1 d:1 e:1 | a-b b-c c-d b-e d-e");
        var places = new Dictionary<string, double>(StringComparer.Ordinal) { ["a"] = 5, ["b"] = 15, ["c"] = 25, ["d"] = 45, ["e"] = 46 };
        units = units with
        {
            Units = EquatableArray.From(units.Units.Select(unit => unit with { Place = new GeoPoint(places[unit.Id], 5), PerimeterMetres = 40 })),
            Edges = EquatableArray.From(units.Edges.Select(static edge => edge.From == "a" ? edge : edge with { SharedMetres = 10 })),
        };

        var weighed = NetworkBorders.Weigh(networks, units);

        // a and b: the same police half, another third, and no length of their own; b and c the other way round; others share nothing, the two outside not either.
        Assert.Equal([3, 15, 10, 10, 10], weighed.Edges.Select(static edge => edge.SharedMetres!.Value));
        Assert.All(weighed.Units, static unit => Assert.Null(unit.PerimeterMetres));
        Assert.Equal(units.Units.Select(static unit => unit.Place), weighed.Units.Select(static unit => unit.Place));
    }

    [Fact]
    public void Merge_WhatIsNoNetworkOrNoUnit_Throws()
    {
        var overlay = NetworkOverlay.Compile([new DutyNetwork("n") { Cells = [new NetworkCell("c", NetworkOverlayProperties.Rectangle(new Box(0, 0, 9, 9)))] }], [], out _)!;

        Assert.Throws<ArgumentNullException>(() => NetworkMerge.Run(null!, [new DivisionSizing { Grids = 1 }], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkMerge.Run(overlay, [new DivisionSizing { Grids = 1 }], 1, parents: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkMerge.Run(overlay, [new DivisionSizing { Grids = 1 }], 1, parents: -1));
        Assert.Throws<GovernanceException>(() => NetworkMerge.Run(overlay, [new DivisionSizing { Grids = 0 }], 1));
        Assert.Throws<ArgumentNullException>(() => NetworkMerge.Into(overlay.Networks, null!, 1, out _));
        Assert.Throws<ArgumentException>(() => NetworkMerge.Into(overlay.Networks, Maps.Parse("a:1 |", grids: 1), 1, out _));
        Assert.Single(NetworkMerge.Run(overlay, [new DivisionSizing { Grids = 1 }], 1, parents: 0).Cells);
        Assert.Empty(NetworkMerge.Run(overlay, [new DivisionSizing { Grids = 2 }], 1).Cells);
    }

    // Of 300 in three grids, an eighth around 100 is 87.5 to 112.5, and one more to the safe side; the plan itself is held to the exact share.
    [Theory]
    [InlineData(0.125, null, null, 86, 114)]
    [InlineData(null, 95, 105, 95, 105)]
    [InlineData(0.125, 95, 105, 95, 105)]
    [InlineData(0.125, 10, 305, 86, 114)]
    [InlineData(null, null, null, 0, long.MaxValue)]
    public void DrawRules_OfATolerance_AreTheSizesAroundTheMean(double? tolerance, int? min, int? max, long least, long most)
    {
        var part = Part(Maps.Parse("a:90 b:10 c:100 d:90 e:10 | a-b b-c c-d d-e", grids: 3, min: min, max: max));

        var rules = new DrawRules(part, 3, tolerance);

        Assert.Equal((least, most), (rules.Least, rules.Most));
        Assert.True(rules.Allow([0, 0, 1, 2, 2]));
        Assert.Equal(tolerance is null && min is not 95, rules.Allow([0, 1, 1, 1, 2]));
        Assert.Equal(min is not 95, new DrawRules(part, 3, 0.1).Allow(90, 0, 1, []) && new DrawRules(part, 3, 0.1).Allow(110, 0, 1, []));
        Assert.False(new DrawRules(part, 3, 0.1).Allow(89, 0, 0, []));
        Assert.False(new DrawRules(part, 3, 0.1).Allow(111, 0, 0, []));
        Assert.False(rules.Allow(100, 0, 2, []));
    }

    [Fact]
    public void DrawRules_TwoNames_NeverShareAGrid()
    {
        var definition = Maps.Parse("a:10 b:10 c:10 d:10 | a-b b-c c-d", grids: 2);
        var first = new DrawRules(Part(definition with { Seeds = ["a", "b"] }), 2, null);
        var measured = new DrawRules(Part(definition with { Measures = [new DivisionMeasure("households", 2m)], Units = EquatableArray.From(definition.Units.Select(static (unit, i) => unit with { Households = i == 0 ? 3 : 1 })) }), 2, 0.5);

        Assert.False(first.Allow([0, 0, 1, 1]));
        Assert.True(first.Allow([0, 1, 1, 1]));

        // Of six households, four are a third above the mean: twice that is above a half.
        Assert.False(measured.Allow([0, 0, 1, 1]));
        Assert.True(measured.Allow([0, 1, 1, 1]));
    }

    [Fact]
    public void Draw_OneGridInAChain_IsTheOnlyPlan()
    {
        var ensemble = Ensemble.Draw(EnsembleTests.Divide(Maps.Parse("a:1 b:1 c:1 | a-b b-c", grids: 1)), 1, new EnsembleOptions { Draws = 3, MostListed = 0 });

        Assert.True(ensemble.IsIndependent);
        Assert.Equal([0, 0, 0], ensemble.Assignment(2));
    }

    [Fact]
    public void Divide_TwoParents_IsAsFarOffAsTheWorseOfThem()
    {
        foreach (var (first, second) in new[] { ("p", "q"), ("q", "p") })
        {
            // One parent is even, the other 10 and 30.
            var definition = Maps.Parse("a:20 b:20 c:10 d:30 | a-b c-d", grids: 2);
            var plan = Divider.Divide(Maps.Compile(definition with { Units = EquatableArray.From(definition.Units.Select(unit => unit with { Parent = unit.Id is "a" or "b" ? first : second })) }), 1).Plan!;

            Assert.Equal((0.5, 0.5, true), (plan.MaxDeviation, plan.Bound, plan.IsOptimal));
            Assert.Equal([0, 0, -0.5, 0.5], plan.Problem.Units.Select((_, i) => plan.GridOf(i).DeviationFromMean));
        }
    }

    [Fact]
    public void Read_TwoDedicatedGridsUnderOneCode_IsRefused()
    {
        var problem = Maps.Compile(Maps.Parse("a:100 b:120 c:100 d:100 | a-b b-c c-d", grids: 1) with { Locks = [new DivisionLock("x", ["a"]) { IsClosed = true }, new DivisionLock("y", ["d"]) { IsClosed = true }] });

        Assert.Null(DivisionPlan.Read(problem, new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "7", ["b"] = "1", ["c"] = "1", ["d"] = "7" }, out var report));
        Assert.Equal("The grid \"7\" must hold nothing beside the dedicated grid or island of \"d\", but holds more.", Assert.Single(report).Message.ToString(null));
        Assert.Equal(3, DivisionPlan.Read(problem, new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "7", ["b"] = "1", ["c"] = "1", ["d"] = "8" }, out _)!.Grids.Count);
    }

    [Fact]
    public void Quality_PlacesNorthAndEast_AreMeasuredFromWherePeopleAre()
    {
        // One grid of three: the middle of the people is at 3 east and 4 north of a, who is alone there.
        var definition = Maps.Parse("a:20 b:10 c:10 | a-b b-c", grids: 1);
        GeoPoint[] places = [new(100, 200), new(106, 204), new(106, 212)];
        var plan = Divider.Divide(Maps.Compile(definition with { System = CoordinateSystem.Metric, Units = EquatableArray.From(definition.Units.Select((unit, i) => unit with { Place = places[i] })) }), 1).Plan!;

        var quality = DivisionQuality.Of(plan);

        Assert.Equal(((20 * 5) + (10 * 3) + (10 * Math.Sqrt(9 + 64))) / 40, quality.MeanDistanceMetres!.Value, 1e-9);
    }

    private static string Id(PartGraph part, int vertex) => part.Ids[part.UnitsOf(vertex)[0]];

    private static PartGraph Part(DivisionDefinition definition) => Maps.Compile(definition).Parts[0];
}
