using System.Globalization;
using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class EnsembleTests
{
    private static readonly Dictionary<string, DivisionDefinition> Named = new(StringComparer.Ordinal)
    {
        // Three by three, equal, in halves as even as they come: a map with many trees.
        ["lattice"] = Lattice(3, 3, static _ => 10, 2, 30, 60),

        // Four by three with uneven people in three grids.
        ["uneven"] = Lattice(4, 3, static i => 10 + (i * 7 % 11), 3, 40, 85),

        // Two triangles joined by a path, with a diagonal and a river: bridges, where each tree must be cut at one place.
        ["bridges"] = Maps.Parse("a:20 b:10 c:15 d:10 e:12 f:18 g:9 h:14 | a-b b-c c-a c-d d-e e-f f-g g-e g-h a/h b-d", grids: 3, min: 20, max: 60),
    };

    public static TheoryData<string, int> Chains => new() { { "lattice", 40 }, { "uneven", 200 }, { "bridges", 100 } };

    private static int Runs => int.TryParse(Environment.GetEnvironmentVariable("GG_PBT_RUNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var runs) ? runs : 1000;

    /// <summary>With GG_PBT_RUNS=20000, ten seeds of 20,000 draws each.</summary>
    [Theory]
    [MemberData(nameof(Chains))]
    public void Draw_AChain_AgreesWithTheStatedDistribution(string map, int steps)
    {
        var definition = Named[map];
        var weights = TreeWeights.Of(definition, definition.Sizing[0].Grids!.Value);
        var draws = Math.Clamp(Runs, 400, 20_000);
        var seeds = Runs >= 20_000 ? 10 : 3;

        var values = Enumerable.Range(1, seeds).Select(seed => PValue(definition, weights, (ulong)seed, new EnsembleOptions { Draws = draws, StepsPerDraw = steps, MostListed = 0 }, false)).ToArray();

        Assert.InRange(weights.Count, 10, 500);
        Assert.True(values.Count(static p => p > 0.01) >= seeds * 8 / 10, $"{map}, {weights.Count} plans: {string.Join(' ', values.Select(static p => p.ToString("F4", CultureInfo.InvariantCulture)))}");
    }

    [Theory]
    [InlineData("lattice")]
    [InlineData("uneven")]
    [InlineData("bridges")]
    public void Draw_FromTheList_AgreesWithTheStatedDistribution(string map)
    {
        var definition = Named[map];
        var weights = TreeWeights.Of(definition, definition.Sizing[0].Grids!.Value);

        var values = Enumerable.Range(1, 3).Select(seed => PValue(definition, weights, (ulong)seed, new EnsembleOptions { Draws = 4000 }, true)).ToArray();

        Assert.True(values.Count(static p => p > 0.01) >= 2, $"{map}: {string.Join(' ', values)}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    public void Draw_Labels_NeverShareAGrid(int mostListed)
    {
        var definition = Named["lattice"] with { Seeds = ["u0", "u4"] };

        var ensemble = Ensemble.Draw(Divide(definition), 1, new EnsembleOptions { Draws = 200, StepsPerDraw = 5, MostListed = mostListed });

        Assert.All(Enumerable.Range(0, 200).Select(ensemble.Assignment), static plan => Assert.NotEqual(plan[0], plan[4]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10_000)]
    public void Draw_WithATolerance_KeepsItInEveryMeasure(int mostListed)
    {
        var definition = Named["uneven"] with
        {
            Measures = [new DivisionMeasure("households", 0.5m)],
            Units = EquatableArray.From(Named["uneven"].Units.Select(static (unit, i) => unit with { Households = 5 + (i % 3) })),
        };

        var ensemble = Ensemble.Draw(Divide(definition), 1, new EnsembleOptions { Draws = 100, StepsPerDraw = 20, MostListed = mostListed, Tolerance = 0.15 });

        Assert.Equal(mostListed > 0, ensemble.IsIndependent);
        for (var draw = 0; draw < 100; draw++)
        {
            var plan = ensemble.Plan(draw);
            PlanCheck.Holds(plan);
            var people = plan.Grids.Sum(static grid => grid.People) / 3.0;
            var households = plan.Grids.Sum(static grid => grid.Households) / 3.0;
            Assert.All(plan.Grids, grid => Assert.InRange(grid.People, people * 0.85, people * 1.15));
            Assert.All(plan.Grids, grid => Assert.InRange(grid.Households, households * 0.7, households * 1.3));
        }
    }

    [Fact]
    public void Draw_OnTwoThreads_GivesTheSame()
    {
        var definition = Named["uneven"];
        var two = definition with
        {
            Units = EquatableArray.From(new[] { "p", "q" }.SelectMany(parent => definition.Units.Select(unit => unit with { Id = parent + unit.Id, Parent = parent }))),
            Edges = EquatableArray.From(new[] { "p", "q" }.SelectMany(parent => definition.Edges.Select(edge => new DivisionEdge(parent + edge.From, parent + edge.To)))),
        };
        var start = Divide(two);

        var one = Ensemble.Draw(start, 3, new EnsembleOptions { Draws = 20, StepsPerDraw = 10, MostListed = 0 });
        var other = Ensemble.Draw(start, 3, new EnsembleOptions { Draws = 20, StepsPerDraw = 10, MostListed = 0, Parallelism = 2 });

        Assert.Equal(Enumerable.Range(0, 20).Select(one.Assignment), Enumerable.Range(0, 20).Select(other.Assignment));
        Assert.NotEqual(one.Assignment(0), Ensemble.Draw(start, 4, new EnsembleOptions { Draws = 1, StepsPerDraw = 10, MostListed = 0 }).Assignment(0));
        Assert.InRange(one.AcceptedShare!.Value, 0.01, 1);
        Assert.Equal(6, one.Assignment(19).Distinct().Count());
        Assert.NotEqual(one.Assignment(19).Take(12), one.Assignment(19).Skip(12).Select(static grid => grid - 3));
    }

    [Fact]
    public void Draw_SettledGrids_StayAsTheyAre()
    {
        var definition = Named["lattice"] with { Locks = [new DivisionLock("factory", ["u8"]) { IsClosed = true }] };
        var ensemble = Ensemble.Draw(Divide(definition), 1, new EnsembleOptions { Draws = 30, StepsPerDraw = 5 });

        Assert.All(Enumerable.Range(0, 30).Select(ensemble.Assignment), static plan => Assert.Equal((2, 1), (plan[8], plan.Count(grid => grid == 2))));
        Assert.Equal("factory", ensemble.Plan(7).Grids.Single(static grid => grid.UnitCount == 1).Name.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Draw_OneGrid_IsTheOnlyPlan()
    {
        var ensemble = Ensemble.Draw(Divide(Maps.Parse("a:1 b:1 | a-b", grids: 1)), 1, new EnsembleOptions { Draws = 3 });

        Assert.Equal([0, 0], ensemble.Assignment(2));
        Assert.True(ensemble.IsIndependent);
        Assert.Null(ensemble.AcceptedShare);
        Assert.Equal(3, ensemble.Count);
    }

    [Fact]
    public void Place_APlan_SaysWhereItStands()
    {
        var start = Divide(Named["lattice"]);
        var ensemble = Ensemble.Draw(start, 1, new EnsembleOptions { Draws = 500 });

        var placement = ensemble.Place(start, static plan => plan.CutEdges);

        // Five and four are the most even, and cut four edges at least; three and six cut three.
        var cuts = Enumerable.Range(0, 500).Select(draw => ensemble.Plan(draw).CutEdges).ToArray();
        Assert.Equal((4, 500), (placement.Value, placement.Draws));
        Assert.Equal(cuts.Count(static cut => cut < 4) / 500.0, placement.ShareBelow, 1e-12);
        Assert.Equal(cuts.Count(static cut => cut == 4) / 500.0, placement.ShareEqual, 1e-12);
        Assert.Equal(cuts.Count(static cut => cut > 4) / 500.0, placement.ShareAbove, 1e-12);
        Assert.Equal((3, cuts.Max()), (placement.Least, placement.Greatest));
        Assert.Equal(cuts.Average(), placement.Mean, 1e-9);
        Assert.InRange(placement.ShareBelow, 0.1, 0.9);
    }

    [Fact]
    public void Place_ByHand_CountsBelowEqualAndAbove()
    {
        var placement = EnsemblePlacement.Of(3, [5, 1, 3, 3, 2, 9]);

        Assert.Equal(new EnsemblePlacement(3, 6, 2 / 6.0, 2 / 6.0, 2 / 6.0, 1, 3, 9, 23 / 6.0), placement);
        Assert.Equal(2, EnsemblePlacement.Of(0, [3, 2, 1]).Median);
    }

    [Fact]
    public void Draw_WhatCannotBe_Throws()
    {
        var start = Divide(Named["lattice"]);

        Assert.Throws<ArgumentNullException>(() => Ensemble.Draw(null!, 1));
        Assert.Throws<ArgumentException>(() => Ensemble.Draw(start, 1, new EnsembleOptions { Tolerance = 0.01 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ensemble.Draw(start, 1, new EnsembleOptions { Draws = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ensemble.Draw(start, 1, new EnsembleOptions { StepsPerDraw = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ensemble.Draw(start, 1, new EnsembleOptions { MostListed = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ensemble.Draw(start, 1, new EnsembleOptions { Parallelism = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => Ensemble.Draw(start, 1, new EnsembleOptions { Tolerance = double.NaN }));
        Assert.Throws<OperationCanceledException>(() => Ensemble.Draw(start, 1, null, new CancellationToken(true)));
        var ensemble = Ensemble.Draw(start, 1, new EnsembleOptions { Draws = 2 });
        Assert.Throws<ArgumentOutOfRangeException>(() => ensemble.Plan(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ensemble.Assignment(-1));
        Assert.Throws<ArgumentException>(() => ensemble.Place(start, static _ => double.NaN));
        Assert.Throws<ArgumentNullException>(() => ensemble.Place(null!, static _ => 1));
        Assert.Throws<ArgumentNullException>(() => ensemble.Place(start, null!));
    }

    internal static DivisionPlan Divide(DivisionDefinition definition) => Divider.Divide(Maps.Compile(definition), 1).Plan!;

    internal static DivisionDefinition Lattice(int width, int height, Func<int, int> people, int grids, int min, int max)
    {
        var cells = Enumerable.Range(0, width * height);
        var edges = cells.Where(cell => (cell + 1) % width > 0).Select(static cell => (cell, cell + 1)).Concat(cells.Where(cell => cell + width < width * height).Select(cell => (cell, cell + width)));
        return Maps.Parse(
            string.Join(' ', cells.Select(cell => FormattableString.Invariant($"u{cell}:{people(cell)}"))) + " | " + string.Join(' ', edges.Select(static edge => FormattableString.Invariant($"u{edge.Item1}-u{edge.Item2}"))),
            grids, min, max);
    }

    private static double PValue(DivisionDefinition definition, Dictionary<string, double> weights, ulong seed, EnsembleOptions options, bool isListed)
    {
        var ensemble = Ensemble.Draw(Divide(definition), seed, options);
        Assert.Equal(isListed, ensemble.IsIndependent);
        var counts = Enumerable.Range(0, ensemble.Count).Select(draw => string.Join(' ', ensemble.Assignment(draw))).CountBy(static plan => plan).ToDictionary(StringComparer.Ordinal);
        Assert.All(counts.Keys, plan => Assert.Contains(plan, (IDictionary<string, double>)weights));
        return ChiSquared.PValue(weights, counts);
    }
}
