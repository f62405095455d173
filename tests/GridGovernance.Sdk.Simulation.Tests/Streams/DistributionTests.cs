using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Tests.Streams;

/// <summary>Every continuous distribution against its distribution function: Kolmogorov and Smirnov's distance of 20,000 draws stays below its 0.1 % point, 1.95/√n.</summary>
public sealed class DistributionTests
{
    private const int Draws = 20_000;

    public static TheoryData<string> Names => [.. All.Keys];

    private static SortedDictionary<string, (Func<RandomStream, double> Draw, Func<double, double> Below, double Mean, double Variance)> All => new(StringComparer.Ordinal)
    {
        ["uniform"] = (static s => s.NextBetween(2, 6), static x => (x - 2) / 4, 4, 16.0 / 12),
        ["exponential"] = (static s => s.NextExponential(3), static x => 1 - Math.Exp(-x / 3), 3, 9),
        ["erlang"] = (static s => s.NextErlang(2, 4), static x => 1 - (Math.Exp(-x / 2) * (1 + (x / 2))), 4, 8),
        ["normal"] = (static s => s.NextNormal(5, 2), static x => Phi((x - 5) / 2), 5, 4),
        ["log-normal"] = (static s => s.NextLogNormal(10, 0.5), static x => Phi((Math.Log(x) - Math.Log(10) + (Math.Log(1.25) / 2)) / Math.Sqrt(Math.Log(1.25))), 10, 25),
        ["triangular"] = (static s => s.NextTriangular(1, 2, 5), static x => x < 2 ? (x - 1) * (x - 1) / 4 : 1 - ((5 - x) * (5 - x) / 12), 8.0 / 3, (1 + 4 + 25 - 2 - 10 - 5) / 18.0),
        ["triangular, mode first"] = (static s => s.NextTriangular(1, 1, 3), static x => 1 - ((3 - x) * (3 - x) / 4), 5.0 / 3, 2 / 9.0),
        ["triangular, mode last"] = (static s => s.NextTriangular(1, 3, 3), static x => (x - 1) * (x - 1) / 4, 7.0 / 3, 2 / 9.0),
        ["weibull, ageing"] = (static s => s.NextWeibull(2, 3), static x => 1 - Math.Exp(-x * x / 9), 3 * 0.886226925452758, 9 * (1 - (0.886226925452758 * 0.886226925452758))),
        ["weibull, youth"] = (static s => s.NextWeibull(0.5, 1), static x => 1 - Math.Exp(-Math.Sqrt(x)), 2, 20),
        ["gamma of shape 1"] = (static s => s.NextGamma(1, 3), static x => 1 - Math.Exp(-x / 3), 3, 9),
        ["gamma of shape 2"] = (static s => s.NextGamma(2, 4), static x => 1 - (Math.Exp(-x / 2) * (1 + (x / 2))), 4, 8),
        ["gamma of shape 1/2"] = (static s => s.NextGamma(0.5, 0.5), static x => (2 * Phi(Math.Sqrt(2 * x))) - 1, 0.5, 0.5),
        ["gamma of shape 5"] = (static s => s.NextGamma(5, 5), static x => 1 - (Math.Exp(-x) * (1 + x + (x * x / 2) + (x * x * x / 6) + (x * x * x * x / 24))), 5, 5),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Draws_FollowTheDistributionFunctionAndTheMoments(string name)
    {
        var (draw, below, mean, variance) = All[name];
        var stream = new RandomStreams(20260101).Stream(name);
        var values = Enumerable.Range(0, Draws).Select(_ => draw(stream)).Order().ToArray();

        var distance = values.Select((x, i) => Math.Max(Math.Abs(below(x) - ((double)i / Draws)), Math.Abs(((i + 1.0) / Draws) - below(x)))).Max();
        Assert.InRange(distance, 0, 1.95 / Math.Sqrt(Draws));
        Assert.Equal(mean, values.Average(), 4 * Math.Sqrt(variance / Draws));
        Assert.Equal(variance, values.Average(x => (x - mean) * (x - mean)), variance * 0.25);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(4.5)]
    [InlineData(250)]
    [InlineData(10_000)]
    public void GammaQuantile_IsTheInverseOfTheIncompleteGammaFunction(double shape)
    {
        var before = -1.0;
        foreach (var share in new[] { 1e-12, 1e-5, 0.01, 0.2, 0.4999, 0.5, 0.5001, 0.8, 0.99, 1 - 1e-5, 1 - 1e-12 })
        {
            var quantile = GammaQuantile.Of(share, shape);
            Assert.True(quantile > before || quantile == 0);
            before = quantile;
            if (quantile > 0)
            {
                var (below, above) = GammaFunctions.RegularisedGamma(shape, quantile, GammaFunctions.LogGamma(shape));
                Assert.Equal(share, below, 1e-9 * share);
                Assert.Equal(1 - share, above, 1e-8 * (1 - share));
            }
        }
    }

    // Abramowitz and Stegun, table 6.1 and 26.9: the quantiles of χ² are twice those of gamma with half the degrees.
    [Theory]
    [InlineData(0.95, 1, 3.84146)]
    [InlineData(0.95, 2, 5.99146)]
    [InlineData(0.95, 10, 18.3070)]
    [InlineData(0.05, 10, 3.94030)]
    [InlineData(0.99, 30, 50.8922)]
    [InlineData(0.01, 1, 0.000157088)]
    public void GammaQuantile_OfThePublishedTable_GivesItsValues(double share, int degrees, double expected) =>
        Assert.Equal(expected, 2 * GammaQuantile.Of(share, degrees / 2.0), 1e-5 * expected);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(0.5, 0.57236494292470008707)]
    [InlineData(1.5, -0.12078223763524522235)]
    [InlineData(10, 12.801827480081469611)]
    [InlineData(100, 359.13420536957539878)]
    public void LogGamma_OfKnownArguments_GivesTheKnownValues(double x, double expected) => Assert.Equal(expected, GammaFunctions.LogGamma(x), 2e-14 * (1 + expected * expected));

    [Fact]
    public void RegularisedBeta_OfWholeParameters_IsTheTailOfTheBinomialDistribution()
    {
        // I(x; a, n − a + 1) is the chance of a successes or more in n.
        foreach (var x in new[] { 0.01, 0.3, 0.5, 0.9 })
        {
            for (var a = 1; a <= 6; a++)
            {
                var tail = Enumerable.Range(a, 7 - a).Sum(k => Choose(6, k) * Math.Pow(x, k) * Math.Pow(1 - x, 6 - k));
                Assert.Equal(tail, GammaFunctions.RegularisedBeta(x, 1 - x, a, 7 - a), 1e-13);
            }
        }

        Assert.Equal(0, GammaFunctions.RegularisedBeta(0, 1, 2, 3));
        Assert.Equal(1, GammaFunctions.RegularisedBeta(1, 0, 2, 3));

        static double Choose(int n, int k) => k == 0 ? 1 : Choose(n, k - 1) * (n - k + 1) / k;
    }

    [Fact]
    public void PortableMath_ExponentialsAndPowers_AgreeWithTheRuntimeToTheLastDigits()
    {
        var stream = new RandomStreams(4).Stream("arguments");
        for (var i = 0; i < 20_000; i++)
        {
            var x = stream.NextBetween(-700, 700);
            Assert.Equal(1, PortableMath.Exp(x) / Math.Exp(x), 4e-16);
            var small = stream.NextDouble() * 1e-3;
            Assert.Equal(1, PortableMath.Log1Minus(small) / (-small - (small * small / 2) - (small * small * small / 3) - (small * small * small * small / 4)), 1e-12);
        }

        Assert.Equal(1, PortableMath.Exp(0));
        Assert.Equal(0, PortableMath.Exp(-800));
        Assert.Equal(0, PortableMath.Exp(double.NegativeInfinity));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(800));
        Assert.Equal(5e-324, PortableMath.Exp(-745));
        Assert.Equal(32, PortableMath.Pow(2, 5), 1e-13);
        Assert.Equal(-1e-20, PortableMath.Log1Minus(1e-20));
    }

    [Fact]
    public void NextGeometric_DrawnOften_HasItsMoments()
    {
        var stream = new RandomStreams(1).Stream("failures");
        var counts = Enumerable.Range(0, 50_000).Select(_ => stream.NextGeometric(0.2)).ToArray();

        Assert.Equal(4, counts.Average(), 4 * Math.Sqrt(20.0 / counts.Length));
        Assert.Equal(0.2, counts.Count(static count => count == 0) / 50_000.0, 0.01);
        Assert.Equal(0, stream.NextGeometric(1));
    }

    [Fact]
    public void NextBernoulli_DrawnOften_MeetsItsShare()
    {
        var stream = new RandomStreams(1).Stream("coin");

        Assert.InRange(Enumerable.Range(0, 100_000).Count(_ => stream.NextBernoulli(0.3)), 29_400, 30_600);
        Assert.False(stream.NextBernoulli(0));
        Assert.True(stream.NextBernoulli(1));
    }

    [Fact]
    public void AnEmpiricalDistribution_RunsThroughItsObservations()
    {
        var distribution = new EmpiricalDistribution(5, 1, 2, 9);
        var stream = new RandomStreams(1).Stream("observed");

        Assert.Equal([1, 1.5, 2, 5, 9], new[] { 0, 1 / 6.0, 1 / 3.0, 2 / 3.0, 1 }.Select(distribution.Quantile));
        Assert.Equal(4, distribution.Count);
        Assert.Equal((1.5 + 3.5 + 7) / 3, Enumerable.Range(0, 50_000).Average(_ => distribution.Draw(stream)), 0.05);
        Assert.Equal(7, new EmpiricalDistribution(7).Quantile(0.6));
        Assert.Throws<ArgumentException>(() => new EmpiricalDistribution());
        Assert.Throws<ArgumentException>(() => new EmpiricalDistribution(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => distribution.Quantile(1.1));
        Assert.Throws<ArgumentOutOfRangeException>(() => distribution.Quantile(double.NaN));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ADraw_WithAParameterThatIsNotPositive_Throws(double value)
    {
        var stream = new RandomStreams(1).Stream("x");
        Action[] draws =
        [
            () => stream.NextExponential(value), () => stream.NextErlang(2, value), () => stream.NextWeibull(value, 1), () => stream.NextWeibull(1, value),
            () => stream.NextLogNormal(value, 1), () => stream.NextGamma(value, 1), () => stream.NextGamma(1, value), () => stream.NextGeometric(value),
        ];

        Assert.All(draws, draw => Assert.Throws<ArgumentOutOfRangeException>(draw));
    }

    [Fact]
    public void ADraw_WithParametersOutsideTheirRange_Throws()
    {
        var stream = new RandomStreams(1).Stream("x");
        Action[] draws =
        [
            () => stream.NextLogNormal(1, -0.1), () => stream.NextTriangular(2, 1, 3), () => stream.NextTriangular(1, 4, 3), () => stream.NextTriangular(1, double.NaN, 3),
            () => stream.NextTriangular(double.NegativeInfinity, 0, 1), () => stream.NextBernoulli(1.1), () => stream.NextBernoulli(-0.1), () => stream.NextBernoulli(double.NaN),
            () => stream.NextGeometric(1.1), () => stream.NextGamma(0.009, 1), () => stream.NextGamma(10_001, 1), () => stream.NextBetween(2, 1), () => stream.NextPoisson(-1), () => stream.NextPoisson(1_000_000_001), () => stream.NextPoisson(double.NaN),
            () => stream.NextNormal(double.NaN, 1), () => stream.NextNormal(0, -1), () => stream.NextErlang(0, 1),
        ];

        Assert.All(draws, draw => Assert.Throws<ArgumentOutOfRangeException>(draw));
    }

    public static TheoryData<string> Extremes => [.. Extreme.Keys];

    // The name says which numbers must come out at all.
    private static SortedDictionary<string, Func<RandomStream, double>> Extreme => new(StringComparer.Ordinal)
    {
        ["largest: exponential"] = static stream => stream.NextExponential(double.MaxValue),
        ["largest: normal"] = static stream => stream.NextNormal(0, double.MaxValue),
        ["largest: normal far out"] = static stream => stream.NextNormal(double.MaxValue, double.MaxValue),
        ["largest: weibull"] = static stream => stream.NextWeibull(1e-300, 1e300),
        ["largest: weibull of no shape"] = static stream => stream.NextWeibull(double.Epsilon, 1),
        ["largest: log-normal"] = static stream => stream.NextLogNormal(double.MaxValue, 1),
        ["largest: gamma"] = static stream => stream.NextGamma(0.01, double.MaxValue),
        ["largest: geometric"] = static stream => stream.NextGeometric(1e-19) is var count && count == long.MaxValue ? double.MaxValue : count,
        ["between: erlang"] = static stream => stream.NextErlang(50, double.MaxValue / 100),
        ["between: triangular"] = static stream => stream.NextTriangular(0, 1e200, 4e200),
        ["between: log-normal of nearly nothing"] = static stream => stream.NextLogNormal(double.Epsilon, 1),
        ["between: observed"] = static stream => new EmpiricalDistribution(-double.MaxValue, double.MaxValue).Draw(stream),
    };

    [Theory]
    [MemberData(nameof(Extremes))]
    public void ADraw_AtTheEndsOfTheRange_IsFinite(string name)
    {
        var stream = new RandomStreams(5).Stream(name);
        var numbers = Enumerable.Range(0, 500).Select(_ => Extreme[name](stream)).ToArray();

        Assert.All(numbers, static number => Assert.True(double.IsFinite(number), $"{number}"));
        Assert.Equal(name.StartsWith("largest", StringComparison.Ordinal), numbers.Contains(double.MaxValue));
        Assert.True(numbers.Distinct().Count() > 1);
    }

    [Fact]
    public void ADraw_OfHugeNumbers_HasTheShapeOfSmallOnes()
    {
        RandomStream Stream() => new RandomStreams(5).Stream("x");

        Assert.Equal(1e200 * Stream().NextTriangular(0, 1, 4), Stream().NextTriangular(0, 1e200, 4e200), 1e190);
        Assert.Equal(Stream().NextErlang(50, 1), Stream().NextErlang(50, double.MaxValue / 10) / (double.MaxValue / 10), 1e-12);
        Assert.Equal(new EmpiricalDistribution(-1, 1).Quantile(0.3), new EmpiricalDistribution(-double.MaxValue, double.MaxValue).Quantile(0.3) / double.MaxValue, 1e-12);
    }

    // Common random numbers stay in step where a distribution takes one number and grows with it.
    [Theory]
    [InlineData("exponential")]
    [InlineData("normal")]
    [InlineData("log-normal")]
    [InlineData("triangular")]
    [InlineData("weibull, ageing")]
    [InlineData("gamma of shape 1/2")]
    [InlineData("gamma of shape 5")]
    public void ADraw_TakesOneNumberAndGrowsWithIt(string name)
    {
        var (uniform, other) = (new RandomStreams(3).Stream(name), new RandomStreams(3).Stream(name));
        var pairs = Enumerable.Range(0, 2_000).Select(_ => (U: uniform.NextDouble(), X: All[name].Draw(other))).OrderBy(static pair => pair.U).ToArray();

        Assert.True(pairs.Zip(pairs.Skip(1)).All(static two => two.First.X <= two.Second.X));
    }

    // Abramowitz and Stegun 26.2.17: good to 7.5 · 10⁻⁸.
    private static double Phi(double z)
    {
        var t = 1 / (1 + (0.2316419 * Math.Abs(z)));
        var tail = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI)
            * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return z < 0 ? tail : 1 - tail;
    }
}
