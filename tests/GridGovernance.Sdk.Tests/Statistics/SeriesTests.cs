using GridGovernance.Sdk.Statistics;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Statistics;

public sealed class SeriesTests
{
    private static readonly Series Disputes = Series.Create(
        [new("2016", 4308), new("2017", 4171), new("2018", 5691), new("2019", 6574), new("2020", 6749)]);

    [Fact]
    public void Growth_Disputes_IsTheArticles()
    {
        Assert.Equal([-3.18m, 36.44m, 15.52m, 2.66m], Disputes.Growth.Select(static rate => rate.RoundPercent(2)!.Value));
        Assert.Equal(11.88m, Math.Round(Disputes.CompoundGrowth!.Value * 100, 2));
    }

    [Fact]
    public void AuditGrowth_FourAndAHalfPercentBesideItsOwnSeries_IsFlagged()
    {
        var report = Disputes.AuditGrowth(PrintedShare.Parse("4.5", null));

        Assert.Equal(5, report.Count);
        Assert.Equal("statistics.mean-growth-differs", report[4].Code);
        Assert.Equal(-7.38m, report[4].Measure);
        Assert.Empty(Series.Create([new("a", 1000), new("b", 1045), new("c", 1092)]).AuditGrowth(PrintedShare.Parse("4.5", null)));
    }

    [Fact]
    public void Project_ThreeThousandAtFourAndAHalf_GivesTheArticlesFigures()
    {
        Assert.Equal(3135m, Series.Project(3000, 0.045m, 1));
        Assert.Equal(3906.8m, Math.Round(Series.Project(3000, 0.045m, 6), 1));
        Assert.Equal(4082.6m, Math.Round(Series.Project(3000, 0.045m, 7), 1));
    }

    [Fact]
    public void CompoundGrowth_FromOrToNothing_IsUndefined()
    {
        Assert.Null(Series.Create([new("a", 0), new("b", 4)]).CompoundGrowth);
        Assert.Null(Series.Create([new("a", 4), new("b", 0)]).CompoundGrowth);
        Assert.Null(Series.Create([new("a", 4)]).CompoundGrowth);
        Assert.Equal([new Rate(4, 0)], Series.Create([new("a", 0), new("b", 4)]).Growth);
        Assert.Throws<ArgumentException>(() => Series.Create([new("a", 1), new("a", 2)]));
        Assert.Throws<ArgumentException>(() => Series.Create([new("a", -1)]));
    }

    [Property]
    public void CompoundGrowth_OverAnyPeriods_LeadsFromFirstToLast(ushort first, ushort last, byte periods)
    {
        var points = Enumerable.Range(0, (periods % 30) + 2).Select(period => new SeriesPoint($"{period}", period == 0 ? first + 1L : last + 1L)).ToArray();
        var growth = Series.Create(EquatableArray.From(points)).CompoundGrowth!.Value;

        Assert.InRange(Series.Project(first + 1, growth, points.Length - 1) / (last + 1), 0.999999999999m, 1.000000000001m);
    }

    [Fact]
    public void RateGap_CityAndCountryside_IsTheirDifference()
    {
        var gap = RateGap.Between([new("city", new Rate(95, 100)), new("none", new Rate(0, 0)), new("village", new Rate(70, 100)), new("township", new Rate(80, 100))])!;

        Assert.Equal(("city", "village", 0.25m), (gap.Highest.Label, gap.Lowest.Label, gap.Difference));
        Assert.Equal(0.7368m, Math.Round(gap.Ratio!.Value, 4));
        Assert.Null(RateGap.Between([new("city", new Rate(95, 100)), new("none", new Rate(0, 0))]));
        Assert.Null(RateGap.Between([new("a", new Rate(0, 1)), new("b", new Rate(0, 2))])!.Ratio);
    }

    [Fact]
    public void AuditGrowth_AfterNothing_SaysFromWhichPeriod()
    {
        var report = Series.Create([new("2015", 5), new("2016", 0), new("2017", 8), new("2018", 16)]).AuditGrowth(100, 0);

        Assert.Equal(
            ["/1 statistics.growth-differs", "/2 statistics.growth-from-nothing", "/- statistics.mean-growth-differs"],
            report.Select(static finding => $"{finding.Place.Path ?? "/-"} {finding.Code}"));
        Assert.Equal(["2017", "100", "2016"], report[1].Message.Values);
        Assert.Equal(["2016", "100", -100m], report[0].Message.Values);
    }

    [Fact]
    public void AuditGrowth_ADecline_IsHeldToItsOwnDecimals()
    {
        var series = Series.Create([new("a", 10_000), new("b", 9682)]);

        Assert.Empty(series.AuditGrowth(-3.2m, 1));
        Assert.Empty(series.AuditGrowth(-3.18m, 2));
        Assert.Equal(2, series.AuditGrowth(3.18m, 2).Count);
        Assert.Empty(series.AuditGrowth(-3.18m, PrintedShare.MaximumDecimals));
        Assert.Equal("decimals", Assert.Throws<ArgumentOutOfRangeException>(() => series.AuditGrowth(1, -1)).ParamName);
        Assert.Equal("decimals", Assert.Throws<ArgumentOutOfRangeException>(() => series.AuditGrowth(1, 8)).ParamName);
    }

    [Fact]
    public void Project_OutOfRange_SaysWhich()
    {
        Assert.Equal("rate", Assert.Throws<ArgumentOutOfRangeException>(() => Series.Project(1, -1, 1)).ParamName);
        Assert.Equal("periods", Assert.Throws<ArgumentOutOfRangeException>(() => Series.Project(1, 0, -1)).ParamName);
        Assert.Equal("periods", Assert.Throws<ArgumentOutOfRangeException>(() => Series.Project(1, 0, 1001)).ParamName);
        Assert.Equal(7m, Series.Project(7, 0, 1000));
        Assert.Equal(7m, Series.Project(7, 0.5m, 0));
        Assert.Equal(0.007m, Series.Project(7, -0.9m, 3));
    }

    // Nine zeros in thirty periods: 10^0.3 a period.
    [Fact]
    public void CompoundGrowth_FarAndFast_IsRightToTwentyDigits()
    {
        Assert.InRange(Over(30, 1, 1_000_000_000) - 0.9952623149688796013524553967m, -1e-25m, 1e-25m);
        Assert.InRange(Over(30, 1_000_000_000, 1) + 0.4988127663727277149984458131m, -1e-20m, 1e-20m);
        Assert.Equal(0.1m, Over(2, 100, 121));
        Assert.Equal(-0.5m, Over(3, 8, 1));
        Assert.Equal(1m, Over(10, 3, 3072));
        Assert.Equal(0m, Over(7, 5, 5));
        Assert.Equal(9_223_372_036_854_775_806m, Over(1, 1, long.MaxValue));

        static decimal Over(int periods, long first, long last) =>
            Series.Create(EquatableArray.From(Enumerable.Range(0, periods + 1).Select(period => new SeriesPoint($"{period}", period == periods ? last : first)))).CompoundGrowth!.Value;
    }
}
