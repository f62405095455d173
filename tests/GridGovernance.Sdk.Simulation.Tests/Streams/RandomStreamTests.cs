using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Tests.Streams;

public sealed class RandomStreamTests
{
    [Fact]
    public void NextUInt64_FromTheStateOneTwoThreeFour_GivesTheReferenceOutput()
    {
        var stream = new RandomStream(SeededRandom.FromState(1, 2, 3, 4));

        Assert.Equal(
            [
                11520, 0, 1509978240, 1215971899390074240, 1216172134540287360,
                607988272756665600, 16172922978634559625, 8476171486693032832, 10595114339597558777, 2904607092377533576,
            ],
            Enumerable.Range(0, 10).Select(_ => stream.NextUInt64()));
    }

    [Fact]
    public void Fnv1A_OfPublishedTexts_GivesThePublishedHashes()
    {
        Assert.Equal(0xCBF29CE484222325, StableHash.Fnv1A(""));
        Assert.Equal(0xAF63DC4C8601EC8C, StableHash.Fnv1A("a"));
        Assert.Equal(0x85944171F73967E8, StableHash.Fnv1A("foobar"));
    }

    [Fact]
    public void Mix_OverTheGoldenGamma_IsSplitMix64()
    {
        var state = 1234567UL;

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => SeededRandom.Mix(state += StableHash.GoldenGamma)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10)]
    public void NextInt32_DrawnOften_GivesEachNumberAboutEquallyOften(int bound)
    {
        var stream = new RandomStreams(1).Stream("integers");
        var counts = new int[bound];
        for (var i = 0; i < 100_000; i++)
        {
            counts[stream.NextInt32(bound)]++;
        }

        var expected = 100_000.0 / bound;
        Assert.InRange(counts.Sum(c => (c - expected) * (c - expected) / expected), 0, 30);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void NextInt32_WithABoundBelowOne_Throws(int bound) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStreams(1).Stream("x").NextInt32(bound));

    [Fact]
    public void NextDouble_DrawnOften_StaysInTheHalfOpenIntervalAndIsEven()
    {
        var values = Draw(stream => stream.NextDouble());

        Assert.All(values, v => Assert.True(v is >= 0 and < 1));
        Moments(values, mean: 0.5, variance: 1.0 / 12);
    }

    [Fact]
    public void NextExponential_DrawnOften_HasItsMomentsAndItsMedian()
    {
        var values = Draw(stream => stream.NextExponential(8));

        Assert.All(values, v => Assert.True(v >= 0));
        Moments(values, mean: 8, variance: 64);
        Assert.InRange(values.Count(v => v < 8 * 0.69314718), 99_000, 101_000);
    }

    [Fact]
    public void NextErlang_DrawnOften_HasItsMoments() => Moments(Draw(stream => stream.NextErlang(4, 6)), mean: 6, variance: 9);

    [Fact]
    public void NextPoisson_DrawnOften_HasEqualMeanAndVariance() => Moments(Draw(stream => stream.NextPoisson(2.5)), mean: 2.5, variance: 2.5);

    [Fact]
    public void NextPoisson_WithMeanZero_IsZero() => Assert.Equal(0, new RandomStreams(1).Stream("x").NextPoisson(0));

    [Fact]
    public void NextNormal_DrawnOften_HasItsMomentsAndItsTails()
    {
        var values = Draw(stream => stream.NextNormal(10, 2));

        Moments(values, mean: 10, variance: 4);
        Assert.InRange(values.Count(v => v > 10 + (2 * 1.959963985)), 4_700, 5_300);
    }

    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.001, -3.090232306167813)]
    [InlineData(0.25, -0.6744897501960817)]
    [InlineData(1e-20, -9.262340089798408)]
    public void NormalQuantile_OfPublishedShares_GivesThePublishedQuantiles(double share, double expected) =>
        Assert.Equal(expected, NormalQuantile.Of(share), 1e-12);

    [Fact]
    public void PortableMath_ComparedWithTheRuntime_AgreesToTheLastDigits()
    {
        var stream = new RandomStreams(3).Stream("arguments");
        for (var i = 0; i < 20_000; i++)
        {
            var x = stream.NextBetween(0, 4);
            var turns = stream.NextBetween(-3, 3);
            Assert.Equal(Math.Log(x), PortableMath.Log(x), 1e-15 * (1 + Math.Abs(Math.Log(x))));
            Assert.Equal(Math.Sin(turns * 2 * Math.PI), PortableMath.SineOfTurns(turns), 1e-14);
            Assert.Equal(Math.Cos(turns * 2 * Math.PI), PortableMath.CosineOfTurns(turns), 1e-14);
        }

        Assert.Equal(0, PortableMath.Log(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PortableMath.Log(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PortableMath.Log(double.NaN));
    }

    [Fact]
    public void NextChance_DrawnOften_MeetsItsShare()
    {
        var stream = new RandomStreams(1).Stream("chances");

        Assert.InRange(Enumerable.Range(0, 100_000).Count(_ => stream.NextChance(93, 100)), 92_700, 93_300);
        Assert.False(stream.NextChance(0, 5));
        Assert.True(stream.NextChance(5, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => stream.NextChance(6, 5));
    }

    [Fact]
    public void Shuffle_OfThree_GivesEachOfTheSixOrdersAboutEquallyOften()
    {
        var stream = new RandomStreams(1).Stream("orders");
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < 60_000; i++)
        {
            char[] letters = ['a', 'b', 'c'];
            stream.Shuffle<char>(letters);
            counts[new string(letters)] = counts.GetValueOrDefault(new string(letters)) + 1;
        }

        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, c => Assert.InRange(c, 9_700, 10_300));
    }

    [Fact]
    public void Draw_OfAWeightedChoice_MeetsTheWeightsAndSkipsTheZero()
    {
        var choice = new WeightedChoice(1, 0, 3, 6);
        var stream = new RandomStreams(1).Stream("weights");
        var counts = new int[4];
        for (var i = 0; i < 100_000; i++)
        {
            counts[choice.Draw(stream)]++;
        }

        Assert.Equal(0, counts[1]);
        Assert.InRange(counts[0], 9_700, 10_300);
        Assert.InRange(counts[2], 29_500, 30_500);
        Assert.InRange(counts[3], 59_500, 60_500);
    }

    [Fact]
    public void WeightedChoice_WithoutAPositiveWeightOrWithANegativeOne_Throws()
    {
        Assert.Throws<ArgumentException>(() => new WeightedChoice());
        Assert.Throws<ArgumentException>(() => new WeightedChoice(0, 0));
        Assert.Throws<ArgumentException>(() => new WeightedChoice(2, -1));
    }

    private static double[] Draw(Func<RandomStream, double> draw)
    {
        var stream = new RandomStreams(20260101).Stream("draws");
        return [.. Enumerable.Range(0, 200_000).Select(_ => draw(stream))];
    }

    private static void Moments(double[] values, double mean, double variance)
    {
        var average = values.Average();
        var spread = values.Average(v => (v - average) * (v - average));
        Assert.Equal(mean, average, 4 * Math.Sqrt(variance / values.Length));
        Assert.Equal(variance, spread, variance * 0.02);
    }
}
