using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Tests.Streams;

public sealed class RandomStreamsTests
{
    [Fact]
    public void Stream_OfSeedNameAndIndex_IsPinned()
    {
        // Whoever changes the generator changes every published study. The numbers come from a second implementation, in Python.
        Assert.Equal([6832719202444442746, 7132141547887932757], First(new RandomStreams(42).Stream("county/outline"), 2));
        Assert.Equal([4130125132955076113, 2259794479061864496], First(new RandomStreams(-1).Stream("cell/arrivals", 7708), 2));
    }

    [Fact]
    public void Stream_AskedForTwice_GivesTheSameNumbers()
    {
        var streams = new RandomStreams(5);

        Assert.Equal(First(streams.Stream("a", 3), 100), First(new RandomStreams(5).Stream("a", 3), 100));
        Assert.Equal(First(streams.Stream("a"), 100), First(streams.Stream("a", 0), 100));
    }

    [Fact]
    public void Stream_AfterDrawsFromOthers_IsUntouched()
    {
        var quiet = new RandomStreams(9);
        var busy = new RandomStreams(9);
        foreach (var index in Enumerable.Range(0, 50))
        {
            First(busy.Stream("elsewhere", index), index);
        }

        Assert.Equal(First(quiet.Stream("here"), 100), First(busy.Stream("here"), 100));
    }

    [Fact]
    public void Stream_OfManySeedsNamesAndIndexes_NeverStartsAlike()
    {
        var starts = new HashSet<ulong>();
        var count = 0;
        for (var seed = -10; seed <= 10; seed++)
        {
            foreach (var name in new[] { "a", "b", "ab", "单元格", "cell", "cell/arrivals" })
            {
                for (var index = 0; index < 500; index++, count++)
                {
                    starts.Add(new RandomStreams(seed).Stream(name, index).NextUInt64());
                }
            }
        }

        Assert.Equal(count, starts.Count);
    }

    [Fact]
    public void Stream_OfNeighbouringIndexes_IsUncorrelated()
    {
        var streams = new RandomStreams(2);
        var ones = 0;
        for (var index = 0; index < 2_000; index++)
        {
            ones += System.Numerics.BitOperations.PopCount(streams.Stream("n", index).NextUInt64() ^ streams.Stream("n", index + 1).NextUInt64());
        }

        Assert.InRange(ones, 64_000 - 900, 64_000 + 900);
    }

    [Fact]
    public void Stream_WithoutAName_Throws() => Assert.Throws<ArgumentException>(() => new RandomStreams(1).Stream(""));

    private static ulong[] First(RandomStream stream, int count) => [.. Enumerable.Range(0, count).Select(_ => stream.NextUInt64())];
}
