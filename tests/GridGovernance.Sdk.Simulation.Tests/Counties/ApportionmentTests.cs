using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Tests.Counties;

public sealed class ApportionmentTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Share_OfRandomWeights_SumsUpKeepsTheBoundsAndGivesNobodyABetterClaim(long seed)
    {
        var stream = new RandomStreams(seed).Stream("weights");
        for (var run = 0; run < 200; run++)
        {
            var weights = Enumerable.Range(0, 1 + stream.NextInt32(12)).Select(_ => 1 + stream.NextInt32(50)).ToArray();
            var maximum = weights.Select(_ => 5 + stream.NextInt32(30)).ToArray();
            var total = weights.Length + stream.NextInt32(maximum.Sum() - weights.Length + 1);

            var parts = Apportionment.Share(total, weights, 1, maximum);

            Assert.Equal(total, parts.Sum());
            for (var i = 0; i < parts.Length; i++)
            {
                Assert.InRange(parts[i], 1, maximum[i]);

                // Webster: who could still take one has no larger claim to it than anybody had to the last one they took.
                for (var j = 0; parts[i] < maximum[i] && j < parts.Length; j++)
                {
                    Assert.True(parts[j] == 1 || weights[i] * ((2 * parts[j]) - 1) <= weights[j] * ((2 * parts[i]) + 1));
                }
            }
        }
    }

    [Fact]
    public void Share_WhereNobodyMayTakeTheRest_Throws()
    {
        Assert.Throws<ArgumentException>(() => Apportionment.Share(5, [1, 1], 3));
        Assert.Throws<ArgumentException>(() => Apportionment.Share(5, [1, 1], 0, [2, 2]));
        Assert.Throws<ArgumentException>(() => Apportionment.Share(1, [0, 0], 0));
    }

    [Fact]
    public void Share_OfEqualClaims_PrefersTheFirst() => Assert.Equal([2, 1, 1], Apportionment.Share(4, [5, 5, 5], 0));
}
