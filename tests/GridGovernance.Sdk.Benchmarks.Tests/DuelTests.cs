using System.Text;
using GridGovernance.Sdk.Benchmarks.Harness;

namespace GridGovernance.Sdk.Benchmarks.Tests;

public sealed class DuelTests
{
    private long _now;

    [Fact]
    public void Run_KnownCosts_GivesTheirRatio()
    {
        var result = Duel().Run(() => _now += 300_000, () => _now += 1_200_000);

        Assert.Equal((0.25, 300_000, 1_200_000), result);
    }

    [Fact]
    public void Run_ACostThatDrifts_CancelsOutInTheRatio()
    {
        // Both become slower alike, as on a machine that others use too.
        var (ratio, _, _) = Duel().Run(() => _now += 1000 + (_now / 1000), () => _now += 2000 + (_now / 500));

        Assert.InRange(ratio, 0.45, 0.55);
    }

    [Fact]
    public void Run_RoundsThatOneSideSpoils_DoNotMoveTheMedian()
    {
        var call = 0;
        var (ratio, _, _) = Duel().Run(() => _now += ++call % 7 == 0 ? 40_000_000 : 4_000_000, () => _now += 4_000_000);

        Assert.Equal(1, ratio);
    }

    [Fact]
    public void Run_Rounds_AlternateWhoGoesFirst()
    {
        var order = new StringBuilder();
        var duel = new Duel(() => _now, TimeSpan.FromMilliseconds(1));
        duel.Run(() => Note('c'), () => Note('r'));

        Assert.EndsWith("crrccrrccr", order.ToString(), StringComparison.Ordinal);

        long Note(char who)
        {
            order.Append(who);
            return _now += 10_000_000;
        }
    }

    [Fact]
    public void Median_OfAnOddNumber_IsTheMiddle() => Assert.Equal(3, Harness.Duel.Median([9, 1, 3]));

    private Duel Duel() => new(() => _now, TimeSpan.FromMilliseconds(100));
}
