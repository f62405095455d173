using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>What one draw of the weights does, before many of them are counted.</summary>
public sealed class WeightDrawTests
{
    [Fact]
    public void Shift_TheWeightsOfADraw_MoveTheUnitsThatTheyFavour()
    {
        // a weighs half: x leads by a hair, and a draw towards b puts y first.
        var cards = Score(Schemes.Of(Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)), ("x", [1, 0.02m]), ("y", [0, 1]), ("z", [0, 0]));
        var run = new SampledRanks(new WeightedTree(WeighedScheme.Of(cards)), 0.2, [1, 2, 3], [0, 1, 2]);

        Assert.Equal((0, 0.0, 1.0), (run.Leader, run.MeanShift, run.LeaderShare));
        Assert.Equal(0, run.Shift([1, 0]));
        Assert.Equal(new RankInterval("x", 1, 1, 1), run.IntervalOf(0, "x"));
        Assert.Equal(2.0 / 3, run.Shift([0, 1]), 12);
        Assert.Equal([new("x", 1, 1, 2), new("y", 2, 1, 2), new("z", 3, 3, 3)], new[] { "x", "y", "z" }.Select((code, unit) => run.IntervalOf(unit, code)));
        Assert.Equal(0, run.Shift([0.5, 0.5]));
        Assert.Equal(2.0 / 9, run.MeanShift, 12);
        Assert.Equal(2.0 / 3, run.LeaderShare, 12);
    }

    // Units that no weight tells apart share a rank and keep their places.
    [Fact]
    public void Shift_UnitsThatNoWeightTellsApart_KeepTheirPlaces()
    {
        var cards = Score(Schemes.Of(Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)), ("x", [0, 0]), ("y", [1, 1]), ("z", [1, 1]), ("w", [1, 1]));
        var run = new SampledRanks(new WeightedTree(WeighedScheme.Of(cards)), 0.2, [4, 1, 1, 1], [3, 2, 1, 0]);

        Assert.Equal(0, run.Shift([0, 1]));
        Assert.Equal((3, 1.0), (run.Leader, run.LeaderShare));
        Assert.Equal([new("x", 4, 4, 4), new("y", 1, 1, 1), new("z", 1, 1, 1), new("w", 1, 1, 1)], new[] { "x", "y", "z", "w" }.Select((code, unit) => run.IntervalOf(unit, code)));
    }

    // Siblings' weights still sum to theirs, and none leaves the band: those that have room give way.
    [Theory]
    [InlineData(1.2, 1.2, 1.0, 1.0)]
    [InlineData(0.8, 0.8, 1.0, 1.0)]
    [InlineData(1.2, 0.8, 1.13333333, 0.8)]
    [InlineData(0.8, 1.2, 0.86666667, 1.2)]
    [InlineData(1.1, 1.0, 1.03076923, 0.95384615)]
    [InlineData(1, 1, 1, 1)]
    public void Balance_AnyDraw_KeepsTheSumOfSiblings(double a, double b, double first, double second)
    {
        var cards = Score(Schemes.Of(Schemes.Leaf("a", 0.6m), Schemes.Leaf("b", 0.4m)), ("x", [1, 1]));
        Span<double> multipliers = [a, b];
        new WeightedTree(WeighedScheme.Of(cards)).Balance(multipliers, 0.2);

        Assert.Equal(1, (0.6 * multipliers[0]) + (0.4 * multipliers[1]), 9);
        Assert.Equal(first, multipliers[0], 7);
        Assert.Equal(second, multipliers[1], 7);
    }

    [Fact]
    public void Score_WithTheWeightsAsTheyAre_IsTheScoreOfEveryUnit()
    {
        var definition = Schemes.Of(
            new AssessmentNodeDefinition { Code = "top", Weight = 0.7m, Aggregate = AggregateKind.Geometric, ZeroFloor = 0.1m, Children = [Schemes.Leaf("a", 0.6m), Schemes.Leaf("b", 0.4m)] },
            Schemes.Leaf("c", 0.3m)) with
        {
            Missing = new AbsenceDefinition { Kind = AbsenceKind.Redistribute },
            Deductions = [new() { Code = "minus", Indicator = "d", Points = 10, Cap = 20 }],
            Bonuses = [new() { Code = "plus", Indicator = "d", Points = 3, Cap = 5 }],
            Vetoes = [new() { Code = "veto", Indicator = "d", Over = 2, Score = 40 }, new() { Code = "other", Indicator = "d", Over = 8, Score = 30 }, new() { Code = "third", Indicator = "d", Over = 9, Score = 50 }],
        };
        var cards = Score(
            definition,
            ("plain", [0.9m, 0.4m, 0.5m, 0]), ("one", [0.9m, 0.4m, 0.5m, 1]), ("two", [0.9m, 0.9m, 0.9m, 2]), ("three", [1, 1, 1, 3]), ("many", [1, 1, 1, 10]),
            ("floor", [0, 0, 0, 1]), ("absent", [null, 0.4m, 0.5m, 0]), ("branch", [null, null, 0.5m, 1]));
        var scores = new double[cards.Count];
        new WeightedTree(WeighedScheme.Of(cards)).Score(Enumerable.Repeat(1.0, 4).ToArray(), scores);

        Assert.All(cards.Zip(scores), static pair => Assert.Equal((double)pair.First.Score!.Value, pair.Second, 10));
        Assert.Equal([40m, 30m, 3m], cards.Skip(3).Take(3).Select(static card => card.Score!.Value));
    }

    [Fact]
    public void Run_TwoStreamsApart_HaveNoLeader()
    {
        var definition = Schemes.Of(Schemes.Leaf("a", 0.5m) with { Assessor = "s" }, Schemes.Leaf("b", 0.5m) with { Assessor = "p" }) with
        {
            Assessors = [new() { Code = "s", Stream = AssessorStream.Superior }, new() { Code = "p", Stream = AssessorStream.Public }],
        };
        var cards = Schemes.Compile(definition).Score(Schemes.Table(["a", "b"], ("x", [1, 1])));

        Assert.Equal("cards", Assert.Throws<ArgumentException>(() => RankingSensitivity.Run(cards, 0.2m, 10, 1)).ParamName);
        Assert.Equal("scorecards", Assert.Throws<ArgumentException>(() => RankingRobustness.Create(cards)).ParamName);
        Assert.NotNull(RankingSensitivity.Run(Schemes.Compile(definition with { Streams = StreamMode.Combined }).Score(Schemes.Table(["a", "b"], ("x", [1, 1]))), 1, 2, 1));
    }

    private static Scorecards Score(AssessmentSchemeDefinition definition, params (string Unit, decimal?[] Values)[] rows) =>
        Schemes.Compile(definition).Score(Schemes.Table([.. new[] { "a", "b", "c", "d" }.Take(rows[0].Values.Length)], rows));

    [Fact]
    public void FloatMean_ChildByChild_IsTheMean()
    {
        Assert.True(double.IsNaN(Mean(AggregateKind.Arithmetic, null)));
        Assert.Equal(0.625, Mean(AggregateKind.Arithmetic, null, (0.5, 0.25), (0.5, 1)), 12);
        Assert.Equal(0.25, Mean(AggregateKind.Arithmetic, null, (0.5, 0), (0.5, 0.5)), 12);
        Assert.Equal(0.5, Mean(AggregateKind.Geometric, null, (0.5, 0.25), (0.5, 1)), 12);
        Assert.Equal(0.4, Mean(AggregateKind.Harmonic, null, (0.5, 0.25), (0.5, 1)), 12);
        Assert.Equal(0, Mean(AggregateKind.Geometric, null, (0.5, 0), (0.5, 1)));
        Assert.Equal(0, Mean(AggregateKind.Harmonic, null, (0.5, 1), (0.5, 0), (0.5, 1)));
        Assert.Equal(0.1, Mean(AggregateKind.Geometric, 0.01m, (0.5, 0), (0.5, 1)), 12);
        Assert.Equal(1, Mean(AggregateKind.Geometric, null, (0.3, 1), (0.7, 1)));

        static double Mean(AggregateKind kind, decimal? floor, params (double Weight, double Value)[] children) =>
            children.Aggregate(new FloatMean(new AssessmentNode("x", new("x", "x"), 1, 1) { Aggregate = kind, ZeroFloor = floor }), static (mean, child) => mean.With(child.Weight, child.Value)).Value;
    }
}
