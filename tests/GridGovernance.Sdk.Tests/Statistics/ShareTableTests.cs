using GridGovernance.Sdk.Statistics;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Statistics;

public sealed class ShareTableTests
{
    [Fact]
    public void Create_EpidemicDisputes_TotalsAndSharesComeOut()
    {
        var table = Table(12, 24, 26, 22, 14, 10);

        Assert.Equal(108, table.Total);
        Assert.Equal([11.11m, 22.22m, 24.07m, 20.37m, 12.96m, 9.26m], table.Select(static row => row.Rate.RoundPercent(2)!.Value));
        Assert.Equal(99.99m, table.Sum(static row => row.Rate.RoundPercent(2)));
    }

    [Fact]
    public void PercentsBySum_EpidemicDisputes_SumToAHundred()
    {
        var percents = Table(12, 24, 26, 22, 14, 10).PercentsBySum(2);

        Assert.Equal([11.11m, 22.22m, 24.08m, 20.37m, 12.96m, 9.26m], percents);
        Assert.Equal(100m, percents.Sum());
    }

    [Fact]
    public void PercentsBySum_Ties_GoToTheEarlierRow() => Assert.Equal([34m, 33m, 33m], Table(1, 1, 1).PercentsBySum(0));

    [Fact]
    public void Create_Nothing_HasUndefinedShares()
    {
        var table = Table(0, 0);

        Assert.All(table, static row => Assert.Null(row.Rate.Value));
        Assert.Empty(table.PercentsBySum(1));
        Assert.Throws<ArgumentException>(() => Table(1, -1));
    }

    [Property]
    public void PercentsBySum_AnyCounts_SumToAHundredAndMoveLessThanAUnit(ushort[] counts, byte places)
    {
        var table = Table([.. counts.Select(static count => (long)count)]);
        var decimals = places % 4;
        var unit = new[] { 1m, 0.1m, 0.01m, 0.001m }[decimals];
        var percents = table.PercentsBySum(decimals);

        Assert.Equal(table.Total == 0 ? 0 : 100m, percents.Sum());
        for (var i = 0; i < percents.Count; i++)
        {
            Assert.True(Math.Abs(percents[i] - (table[i].Rate.Value!.Value * 100)) < unit);
        }
    }

    private static ShareTable Table(params long[] counts) =>
        ShareTable.Create(counts.Select(static (count, row) => KeyValuePair.Create($"row {row}", count)));

    [Fact]
    public void PercentsBySum_OutOfItsDecimals_SaysWhatWasFound()
    {
        Assert.Equal(-1, Assert.Throws<ArgumentOutOfRangeException>(() => Table(1, 2).PercentsBySum(-1)).ActualValue);
        Assert.Equal(8, Assert.Throws<ArgumentOutOfRangeException>(() => Table(1, 2).PercentsBySum(8)).ActualValue);
        Assert.Equal([33.3333333m, 66.6666667m], Table(1, 2).PercentsBySum(7));
        Assert.Equal("rows", Assert.Throws<ArgumentNullException>(() => ShareTable.Create(null!)).ParamName);
        Assert.Throws<OverflowException>(() => Table(long.MaxValue, 1));
        Assert.Equal([50m, 50m], Table(long.MaxValue / 2, long.MaxValue / 2).PercentsBySum(1));
    }
}
