using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Simulation.Tallies;
using Xunit.Abstractions;

namespace GridGovernance.Sdk.Simulation.Tests.Tallies;

public sealed class WarmUpTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1_000, 10_000)]
    [InlineData(300, 2_000)]
    public void Find_OfAPlantedTransient_IsWithinTenPercentInTheMedianOfTwoHundredSeries(int transient, int length)
    {
        var cuts = new List<int>();
        for (var seed = 1; seed <= 200; seed++)
        {
            cuts.Add(WarmUp.Find(Series(seed, transient, length)).Observations!.Value);
        }

        cuts.Sort();
        output.WriteLine($"A transient of {transient}: cut at {cuts[20]} to {cuts[179]} in 80 % of the series, {(cuts[99] + cuts[100]) / 2} in the median");
        Assert.InRange((cuts[99] + cuts[100]) / 2.0, 0.9 * transient, 1.1 * transient);
    }

    [Property(MaxTest = 200)]
    public void Find_OfAnySeries_IsTheCutThatANaiveSearchFinds(byte[] values)
    {
        var series = values.Select(static value => (double)(value % 16)).ToArray();
        var batches = series.Chunk(5).Where(static batch => batch.Length == 5).Select(static batch => batch.Average()).ToArray();
        double Error(int cut)
        {
            var rest = batches[cut..];
            return rest.Sum(value => (value - rest.Average()) * (value - rest.Average())) / rest.Length / rest.Length;
        }

        var cut = WarmUp.Find(series);
        if (batches.Length < 5)
        {
            Assert.Equal(default, cut);
            return;
        }

        var least = Enumerable.Range(0, batches.Length - 4).Min(Error);
        if (cut.Observations is { } found)
        {
            Assert.Equal(0, found % 5);
            Assert.InRange(found / 5, 0, batches.Length / 2);
            Assert.Equal(least, Error(found / 5), 1e-9);
            Assert.Equal(series[found..(batches.Length * 5)].Average(), cut.Mean!.Value, 1e-9);
        }
        else
        {
            // Nothing in the first half is clearly better.
            Assert.True(Enumerable.Range(0, (batches.Length / 2) + 1).All(early => Error(early) >= least - 1e-9));
        }
    }

    [Fact]
    public void Find_OfATrendThatDoesNotEnd_SaysThatTheSeriesIsTooShort() =>
        Assert.Equal(new WarmUpCut(null, null), WarmUp.Find([.. Enumerable.Range(0, 500).Select(static i => (double)i)]));

    [Fact]
    public void Find_OfAConstantSeries_CutsNothing() => Assert.Equal(new WarmUpCut(0, 3), WarmUp.Find([.. Enumerable.Repeat(3.0, 52)]));

    [Fact]
    public void Find_WithAnIncompleteLastBatch_LeavesItOutOfTheMean()
    {
        double[] series = [.. Enumerable.Repeat(1.0, 25), 1_000, 1_000, 1_000, 1_000];

        Assert.Equal(new WarmUpCut(0, 1), WarmUp.Find(series));
        Assert.Equal(new WarmUpCut(0, 168), WarmUp.Find([.. series, 1_015]));
    }

    // Correlated noise of standard deviation 1.15 around 10; two above that until the transient is over.
    private static double[] Series(long seed, int transient, int length)
    {
        var stream = new RandomStreams(seed).Stream("noise");
        var series = new double[length];
        var noise = 0.0;
        for (var i = 0; i < length; i++)
        {
            noise = (0.5 * noise) + stream.NextNormal(0, 1);
            series[i] = 10 + noise + (i < transient ? 2 : 0);
        }

        return series;
    }
}
