using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class SensitivityTests
{
    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(20260101UL)]
    public void Estimate_Ishigami_AgreesWithItsAnalyticValues(ulong seed)
    {
        // sin x1 + 7 sin² x2 + 0.1 x3⁴ sin x1 over −π..π: Ishigami and Homma (1990).
        var indices = VarianceDecomposition.Estimate(
            static inputs =>
            {
                var (x1, x2, x3) = (Angle(inputs[0]), Angle(inputs[1]), Angle(inputs[2]));
                return Math.Sin(x1) + (7 * Math.Sin(x2) * Math.Sin(x2)) + (0.1 * x3 * x3 * x3 * x3 * Math.Sin(x1));
            },
            3,
            65_536,
            seed);

        double[] first = [0.3139, 0.4424, 0], total = [0.5576, 0.4424, 0.2437];
        for (var i = 0; i < 3; i++)
        {
            Assert.InRange(indices[i].FirstOrder, first[i] - 0.02, first[i] + 0.02);
            Assert.InRange(indices[i].Total, total[i] - 0.02, total[i] + 0.02);
        }

        static double Angle(double input) => Math.PI * ((2 * input) - 1);
    }

    [Fact]
    public void Estimate_SumsProductsAndConstants_AreSplitAsTheyMust()
    {
        var sum = VarianceDecomposition.Estimate(static inputs => inputs[0] + (2 * inputs[1]), 3, 20_000, 1);
        Assert.Equal(0.2, sum[0].FirstOrder, 0.02);
        Assert.Equal(0.8, sum[1].Total, 0.02);
        Assert.Equal(new SensitivityIndex(0, 0), sum[2]);

        var product = VarianceDecomposition.Estimate(static inputs => (inputs[0] - 0.5) * (inputs[1] - 0.5), 2, 20_000, 1);
        Assert.Equal(0, product[0].FirstOrder, 0.03);
        Assert.Equal(1, product[0].Total, 0.03);

        Assert.Equal([new(0, 0)], VarianceDecomposition.Estimate(static _ => 5, 1, 2, 1));
        Assert.Equal(sum, VarianceDecomposition.Estimate(static inputs => inputs[0] + (2 * inputs[1]), 3, 20_000, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => VarianceDecomposition.Estimate(static _ => 0, 0, 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => VarianceDecomposition.Estimate(static _ => 0, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => VarianceDecomposition.Estimate(static _ => 0, 98, 1_000_001, 1));
    }

    [Fact]
    public void Run_AWeightThatDecides_IsTheSensitiveOne()
    {
        // a against b is a close race that only the weight of "a" (against its siblings) decides; c and d have the same values for everybody.
        var cards = Schemes.Compile(Schemes.Of(
                new AssessmentNodeDefinition { Code = "left", Weight = 0.5m, Children = [Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)] },
                new AssessmentNodeDefinition { Code = "right", Weight = 0.5m, Children = [Schemes.Leaf("c", 0.5m), Schemes.Leaf("d", 0.5m)] }))
            .Score(Schemes.Table(["a", "b", "c", "d"], ("one", [0.81m, 0.2m, 0.5m, 0.5m]), ("two", [0.2m, 0.8m, 0.5m, 0.5m]), ("last", [0, 0, 0.5m, 0.5m]), ("none", [1, 1, 1, null])));
        var sensitivity = RankingSensitivity.Run(cards, 0.2m, 500, 1);
        var byCode = sensitivity.Weights.ToDictionary(static weight => weight.Component, static weight => weight.Index, StringComparer.Ordinal);

        Assert.Equal(["a", "b", "left", "c", "d", "right"], sensitivity.Weights.Select(static weight => weight.Component));
        Assert.Equal([new("one", 1, 1, 2), new("two", 2, 1, 2), new("last", 3, 3, 3)], sensitivity.Intervals);
        Assert.True(byCode["a"].Total > 0.4 && byCode["b"].Total > 0.4);
        Assert.Equal((0, 0, 0, 0), (byCode["c"].Total, byCode["d"].Total, byCode["left"].Total, byCode["right"].Total));
        Assert.Equal("one", sensitivity.Leader);
        Assert.InRange(sensitivity.LeaderShare, 0.4, 0.7);
        Assert.Equal(sensitivity.MeanShift, (1 - sensitivity.LeaderShare) * 2 / 3, 12);
        Assert.Equal(sensitivity, RankingSensitivity.Run(cards, 0.2m, 500, 1));
    }

    [Theory]
    [InlineData(AggregateKind.Geometric)]
    [InlineData(AggregateKind.Harmonic)]
    public void Run_OtherMeans_StayWithinTheExactScores(AggregateKind kind)
    {
        var scheme = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 0.7m), Schemes.Leaf("b", 0.3m)) with { Aggregate = kind });
        var cards = scheme.Score(Schemes.Table(["a", "b"], ("x", [0.9m, 0.4m]), ("y", [0.6m, 0.9m]), ("z", [0.9m, 0]), ("w", [0.64m, 0.8m])));
        var tree = new WeightedTree(WeighedScheme.Of(cards));
        var scores = new double[4];
        tree.Score([1, 1], scores);

        Assert.All(scores.Zip(cards), static pair => Assert.Equal((double)pair.Second.Score!.Value, pair.First, 10));
        Assert.Equal(4, RankingSensitivity.Run(cards, 0.5m, 100, 1).Intervals.Single(static interval => interval.Unit == "z").Best);
    }

    [Fact]
    public void Run_NoUnitsOneComponentOrTwoStreams_AreHandled()
    {
        var one = Schemes.Compile(Schemes.Of(Schemes.Leaf("a", 1)));
        var alone = RankingSensitivity.Run(one.Score(Schemes.Table(["a"], ("x", [1]))), 0.2m, 10, 1);
        Assert.Equal((0, "x", 1, 0.0), (alone.Weights.Count, alone.Leader, alone.LeaderShare, alone.MeanShift));
        var empty = RankingSensitivity.Run(one.Score(Schemes.Table(["a"])), 0.2m, 10, 1);
        Assert.Equal((null, 0.0, 0), (empty.Leader, empty.LeaderShare, empty.Intervals.Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankingSensitivity.Run(one.Score(Schemes.Table(["a"])), 0, 10, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankingSensitivity.Run(one.Score(Schemes.Table(["a"])), 0.2m, 1, 1));
    }

    [Theory]
    [InlineData(0.000001)]
    [InlineData(0.3)]
    [InlineData(0.75)]
    [InlineData(1)]
    [InlineData(7.5)]
    public void FloatSeries_LogarithmAndExponential_AreRightToTheLastDigits(double value)
    {
        Assert.Equal(Math.Log(value), FloatSeries.Ln(value), 13);
        Assert.Equal(Math.Exp(-value), FloatSeries.Exp(-value), 14);
        Assert.Equal(0, FloatSeries.Exp(-800), 14);
    }

    // Saltelli's and Jansen's estimators over the very draws that the function is asked for: first a, then b, then a with one input of b.
    [Fact]
    public void Estimate_ByHandFromItsOwnDraws_ComesOut()
    {
        var asked = new List<double>();
        var indices = VarianceDecomposition.Estimate(
            inputs =>
            {
                asked.Add((inputs[0] * inputs[0]) + (3 * inputs[1]));
                return asked[^1];
            },
            2,
            3,
            7);
        double[][] rows = [.. asked.Chunk(4)];
        double[] both = [.. rows.Select(static row => row[0]), .. rows.Select(static row => row[1])];
        var variance = both.Sum(value => Math.Pow(value - both.Average(), 2)) / 5;

        Assert.Equal(12, asked.Count);
        for (var input = 0; input < 2; input++)
        {
            Assert.Equal(rows.Average(row => (row[1] - both.Average()) * (row[2 + input] - row[0])) / variance, indices[input].FirstOrder, 12);
            Assert.Equal(rows.Average(row => Math.Pow(row[0] - row[2 + input], 2)) / 2 / variance, indices[input].Total, 12);
        }
    }
}
