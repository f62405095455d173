using GridGovernance.Sdk.Statistics;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Statistics;

public sealed class PrintedShareTests
{
    [Theory]
    [InlineData("97.39", "112/115")]
    [InlineData("80.85", "38/47")]
    [InlineData("100", "1/1")]
    [InlineData("0", "0/1")]
    public void SmallestRate_TiersOfTheArticle_AreTheSmallestCounts(string printed, string expected) =>
        Assert.Equal(Rate.Parse(expected, null), PrintedShare.Parse(printed, null).SmallestRate());

    [Fact]
    public void CountsOf_SuccessRateOfMediation_LeavesOneCount()
    {
        Assert.Equal((9711L, 9711L), PrintedShare.Parse("80.77", null).CountsOf(12023));
        Assert.Null(PrintedShare.Parse("12.97", null).CountsOf(108));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrintedShare.Parse("1", null).CountsOf(0));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1,5")]
    [InlineData("1e3")]
    [InlineData("12.12345678")]
    [InlineData("1000001")]
    public void Parse_NotAPercentage_Throws(string text) => Assert.Throws<FormatException>(() => PrintedShare.Parse(text, null));

    [Fact]
    public void Create_KeepsTheDecimals()
    {
        Assert.Equal("4.0", PrintedShare.Parse("4.0%", null).ToString());
        Assert.Equal("4.00", PrintedShare.Create(4, 2).ToString());
        Assert.NotEqual(PrintedShare.Create(4, 0), PrintedShare.Create(4, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrintedShare.Create(4.05m, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrintedShare.Create(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PrintedShare.Create(1, 8));
    }

    [Property]
    public void CountsOf_AnyWhole_AreExactlyTheCountsThatRoundSo(byte whole, ushort units, bool decimals)
    {
        var printed = PrintedShare.Create(decimals ? units % 1001 / 10m : units % 101, decimals ? 1 : 0);
        long[] expected = [.. Enumerable.Range(0, whole + 2).Select(static count => (long)count).Where(count => printed.Admits(new Rate(count, whole + 1)))];
        var actual = printed.CountsOf(whole + 1);

        Assert.Equal(expected.Length == 0 ? null : (expected[0], expected[^1]), actual);
    }

    [Property]
    public void Solve_AMixThatExists_IsWithinTheBounds(byte first, byte second, byte third, byte weightOne, byte weightTwo, byte weightThree)
    {
        long[] sizes = [weightOne + 1, weightTwo + 1, weightThree + 1];
        Rate[] rates = [new(sizes[0] * first, 255 * sizes[0]), new(sizes[1] * second, 255 * sizes[1]), new(sizes[2] * third, 255 * sizes[2])];
        var overall = new Rate((sizes[0] * first) + (sizes[1] * second) + (sizes[2] * third), 255 * sizes.Sum());
        EquatableArray<(string Label, PrintedShare Rate)> parts = EquatableArray.From(rates.Select(static (rate, i) => ($"{i}", Print(rate))));

        var mix = RateMix.Solve(Print(overall), parts);

        Assert.NotNull(mix);
        for (var i = 0; i < 3; i++)
        {
            var share = (decimal)sizes[i] / sizes.Sum();
            Assert.InRange(share, mix.Value[i].Lowest - 1e-20m, mix.Value[i].Highest + 1e-20m);
        }
    }

    private static PrintedShare Print(Rate rate) => PrintedShare.Create(rate.RoundPercent(1)!.Value, 1);

    [Fact]
    public void Create_OutOfRange_SaysWhichAndWhatWasFound()
    {
        var most = Assert.Throws<ArgumentOutOfRangeException>(() => PrintedShare.Create(PrintedShare.MaximumPercent + 1, 0));
        Assert.Equal(("percent", (object)1_000_001m), (most.ParamName, most.ActualValue));
        var fewest = Assert.Throws<ArgumentOutOfRangeException>(() => PrintedShare.Create(1, -1));
        Assert.Equal(("decimals", (object)-1), (fewest.ParamName, fewest.ActualValue));
        Assert.Equal("decimals", Assert.Throws<ArgumentOutOfRangeException>(() => PrintedShare.Create(1, 8)).ParamName);
        Assert.Equal("1000000.0000000", PrintedShare.Create(PrintedShare.MaximumPercent, PrintedShare.MaximumDecimals).ToString());
        Assert.Equal("percent", Assert.Throws<ArgumentOutOfRangeException>(() => PrintedShare.Create(4.05m, 1)).ParamName);
        Assert.Equal("0.0", PrintedShare.Create(0, 1).ToString());
    }

    [Fact]
    public void Parse_AtItsLimits_IsRead()
    {
        Assert.Equal((12.1234567m, 7), (PrintedShare.Parse("12.1234567", null).Percent, PrintedShare.Parse("12.1234567", null).Decimals));
        Assert.Equal(PrintedShare.MaximumPercent, PrintedShare.Parse("1000000％", null).Percent);
        Assert.Equal("s", Assert.Throws<ArgumentNullException>(() => PrintedShare.Parse(null!, null)).ParamName);
        Assert.False(PrintedShare.TryParse(null, null, out var none));
        Assert.Equal(default, none);
        Assert.False(PrintedShare.TryParse("15%%", null, out _));
    }

    [Fact]
    public void Ends_AreHalfAUnitAway()
    {
        var share = PrintedShare.Parse("12.97", null);

        Assert.Equal((0.12965m, 0.12975m), (share.LowestShare, share.ShareBelow));
        Assert.Equal((0m, 0.005m), (default(PrintedShare).LowestShare, default(PrintedShare).ShareBelow));
        Assert.Equal((0m, 0L), (share.CountsOf(1)?.Lowest ?? 0m, PrintedShare.Parse("0", null).CountsOf(1)!.Value.Highest));
    }

    [Fact]
    public void CountsOf_AWholeOf64Bits_IsNotCutOff()
    {
        Assert.Null(PrintedShare.Parse("1000000", null).CountsOf(long.MaxValue));
        Assert.Equal((4_565_569_158_243_114_025L, 4_657_802_878_611_661_782L), Around(50));

        static (long Lowest, long Highest) Around(int percent) => PrintedShare.Create(percent, 0).CountsOf(long.MaxValue)!.Value;
    }
}
