using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Tests.Streams;

public sealed class UntouchedStreamsProperties
{
    private static readonly string[] Names = ["case/tier", "case/channel", "worker/fatigue", "单元格", "county"];

    [Property(MaxTest = 300)]
    public void ADrawElsewhere_LeavesEveryOtherStreamBitIdentical(long seed, byte[] plan, byte extraAt, byte extra)
    {
        // A plan draws from streams by turns; the other plan draws somewhat more from one more stream, somewhere in between.
        var quiet = Draw(seed, plan, at: -1, extra);
        var busy = Draw(seed, plan, extraAt % (plan.Length + 1), extra);

        Assert.Equal(quiet, busy);
    }

    [Property(MaxTest = 100)]
    public void ABranch_IsAsAnotherSeed_AndLeavesItsRootAlone(long seed, int index)
    {
        var root = new RandomStreams(seed);
        var branch = root.Branch("replication", index);

        Assert.Equal(new RandomStreams(branch.Seed).Stream("a", 3).NextUInt64(), branch.Stream("a", 3).NextUInt64());
        Assert.Equal(branch.Seed, new RandomStreams(seed).Branch("replication", index).Seed);
        Assert.NotEqual(root.Stream("a", 3).NextUInt64(), branch.Stream("a", 3).NextUInt64());
        Assert.NotEqual(branch.Seed, root.Branch("replication", (long)index + 1).Seed);
    }

    private static List<ulong> Draw(long seed, byte[] plan, int at, byte extra)
    {
        var streams = new RandomStreams(seed);
        var open = new Dictionary<(int, int), RandomStream>();
        var drawn = new List<ulong>();
        for (var i = 0; i <= plan.Length; i++)
        {
            if (i == at)
            {
                var elsewhere = streams.Stream("elsewhere", extra);
                for (var count = 0; count < extra; count++)
                {
                    elsewhere.NextNormal(0, 1);
                }
            }

            if (i == plan.Length)
            {
                break;
            }

            var key = (plan[i] % Names.Length, plan[i] / 64);
            if (!open.TryGetValue(key, out var stream))
            {
                open.Add(key, stream = streams.Stream(Names[key.Item1], key.Item2));
            }

            drawn.Add(plan[i] % 2 == 0 ? stream.NextUInt64() : (ulong)BitConverter.DoubleToInt64Bits(stream.NextExponential(2)));
        }

        return drawn;
    }
}
