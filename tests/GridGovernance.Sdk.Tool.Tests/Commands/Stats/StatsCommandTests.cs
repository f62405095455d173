using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Stats;

public sealed class StatsCommandTests
{
    [Fact]
    public void Table_ByTwoColumns_CountsTheCellsThatOccur()
    {
        var run = Run("channel,tier\napp,daily\napp,serious\nhotline,daily\napp,daily\n", "table", "--by", "channel,tier");

        Assert.Equal((0, "channel,tier,count,share\napp,daily,2,0.5\napp,serious,1,0.25\nhotline,daily,1,0.25\ntotal,,4,1\n", ""), (run.Exit, run.Output, run.Error));
    }

    [Fact]
    public void Table_AsJson_HasTotalsThatSum()
    {
        var result = JsonNode.Parse(Run("tier,month\ndaily,1\nserious,1\ndaily,2\n,2\n", "table", "--by", "month,tier", "--json").Output)!;

        Assert.Equal(4, (int)result["total"]!);
        Assert.Equal([1, 1, 1, 1], result["rows"]!.AsArray().Select(static row => (int)row!["count"]!));
        Assert.Equal(["", "daily", "daily", "serious"], result["rows"]!.AsArray().Select(static row => (string)row!["tier"]!).Order(StringComparer.Ordinal));
        Assert.Equal("""{"1":2,"2":2}""", result["totals"]!["month"]!.ToJsonString());
        Assert.Equal("""{"by":["tier"],"total":0,"rows":[],"totals":{"tier":{}}}""", JsonNode.Parse(Run("tier\n", "table", "--by", "tier", "--json").Output)!.ToJsonString());
    }

    [Fact]
    public void Audit_TheArticlesTables_FlagsEveryMisprint()
    {
        Assert.Equal(
            ["4 statistics.share-differs", "5 statistics.share-differs"],
            Findings("label,count,printedShare\na,30,15\nb,135,67.5\nc,27,13.3\nd,8,4.2\n"));
        Assert.Equal(
            ["6 statistics.share-other-rounding"],
            Findings("label,count,printedShare\n1,12,11.11\n2,24,22.22\n3,26,24.07\n4,22,20.37\n5,14,12.97\n6,10,9.26\n"));
        Assert.Equal(["4 statistics.share-other-rounding"], Findings("label,count,printedShare\na,4,11.4\nb,25,71.4\nc,2,5.8\nd,4,11.4\n").Where(static line => !line.Contains("sum", StringComparison.Ordinal)));
        Assert.Equal(["3 statistics.count-contradicts"], Findings("label,count,printedShare\nvillages,224,\nvillages,214,\n"));
        Assert.Equal(
            ["3 statistics.growth-differs", "4 statistics.growth-differs", "5 statistics.growth-differs", "6 statistics.growth-differs", " statistics.mean-growth-differs"],
            Findings("label,count,printedShare\n2016,4308,\n2017,4171,\n2018,5691,\n2019,6574,\n2020,6749,\n", "--growth", "4.5"));
        Assert.Empty(Findings("label,count,printedShare,of\nclosed,83700,99.6,84000\nout of court,12023,43.73,total\nin court,15470,56.27,total\ntotal,27493,,27493\n"));
    }

    [Fact]
    public void Audit_ClosureRateBesideItsTiers_StatesTheCondition()
    {
        var run = Run("label,count,printedShare,of\nclosure,83700,99.6,84000\ndaily,,97.39,closure\nordinary,,80.85,closure\nserious,,100,closure\n", "audit");

        Assert.Equal(1, run.Exit);
        Assert.Contains("only if \"serious\" makes up 0.8273 to 1 of the whole", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_AsJson_HasEveryFigureBesideWhatItShouldBe()
    {
        var figure = JsonNode.Parse(Run("label,count,printedShare,of\nclosed,911,93.72,972\n", "audit", "--json").Output)!["figures"]![0]!;

        Assert.Equal("""{"label":"closed","count":911,"of":972,"printedPercent":93.72,"percent":93.72,"agrees":true}""", figure.ToJsonString());
    }

    [Theory]
    [InlineData("label,count\na,1\n", "label,count,printedShare")]
    [InlineData("label,count,printedShare,whole\na,1,,\n", "label,count,printedShare")]
    [InlineData("label,count,printedShare\na,many,\n", ":2: \"count\" should be a whole number")]
    [InlineData("label,count,printedShare\na,99999999999999999999,\n", ":2: \"count\" should be a whole number")]
    [InlineData("label,count,printedShare\n\na,1,x\n", ":3: \"printedShare\" should be a percentage")]
    [InlineData("label,count,printedShare\na,1\n", "should have 3 cells")]
    [InlineData("label,count,printedShare\na,\"1,\n", "quot")]
    [InlineData("", "column names")]
    public void Audit_UnusableTables_SayWhatAndWhere(string content, string expected)
    {
        var run = Run(content, "audit");

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Audit_Growth_CountsPeriodsAsTheyAre()
    {
        Assert.Equal(2, Run("label,count,printedShare\n2015,100,\n2016,,\n2017,121,\n", "audit", "--growth", "21").Exit);
        Assert.Equal(2, Run("label,count,printedShare\n2015,100,\n", "audit", "--growth", "21").Exit);
        Assert.Equal(["3 statistics.growth-differs", " statistics.mean-growth-differs"], Findings("label,count,printedShare\n2015,,\n2016,100,\n2017,121,\n".Replace("2015,,\n", "", StringComparison.Ordinal), "--growth", "20"));
        Assert.Equal(["4 statistics.growth-differs", " statistics.mean-growth-differs"], Findings("label,count,printedShare\nall,,\n2016,100,\n2017,121,\n", "--growth", "20"));
        Assert.Equal(["3 statistics.growth-from-nothing"], Findings("label,count,printedShare\n2016,0,\n2017,121,\n", "--growth", "20"));
        Assert.Empty(Findings("label,count,printedShare\n2016,4308,\n2017,4171,\n", "--growth=-3.18"));
    }

    [Fact]
    public void Audit_LinesThatSayNothing_AreFaults()
    {
        Assert.Contains("2 statistics.part-of-itself", Findings("label,count,printedShare,of\na,1,100,a\n"));
        Assert.Equal(2, Run("label,count,printedShare\na,1,15%%%\n", "audit").Exit);
    }

    [Fact]
    public void Table_ByPeriod_GathersDates()
    {
        Assert.Equal("on,count,share\n2026-Q1,2,0.6667\n2026-Q2,1,0.3333\ntotal,3,1\n", Run("on\n2026-01-31\n2026-03-01T08:00+08:00\n2026-04-01\n", "table", "--by", "on", "--period", "quarter").Output);
        Assert.Equal(2, Run("on\nnever\n", "table", "--by", "on", "--period", "quarter").Exit);
        Assert.Equal(2, Run("on\n2026-01-31\n", "table", "--by", "on", "--period", "decade").Exit);
    }

    [Fact]
    public void Table_AsJson_ColumnsThatItsOwnMembersWouldHide_AreRefused() => Assert.Equal(2, Run("count,a\n1,2\n", "table", "--by", "count", "--json").Exit);

    [Fact]
    public void Audit_BadOptions_AreUnusable()
    {
        Assert.Equal(2, Run("label,count,printedShare\na,1,\n", "audit", "--growth", "much").Exit);
        Assert.Equal(2, Run("label,count,printedShare\na,1,\na,2,\n", "audit", "--growth", "1").Exit);
        Assert.Equal(2, ToolRun.Of("stats", "audit", "no-such-file.csv").Exit);
        Assert.Equal(2, Run("a,b\n1,2\n", "table", "--by", "c").Exit);
        Assert.Equal(2, Run("a,b\n1,2\n", "table", "--by", "a,a").Exit);
        Assert.Equal(2, Run("a,a\n1,2\n", "table", "--by", "a").Exit);
    }

    [Fact]
    public void Audit_TwentyThousandParts_DoNotHang() =>
        Assert.Equal(1, Run("label,count,printedShare,of\nall,100,50,100\n" + string.Concat(Enumerable.Range(0, 20_000).Select(static i => $"p{i},,{i % 90}.1,all\n")) + "all,101,,\n", "audit").Exit);

    private static IEnumerable<string> Findings(string content, params string[] options) =>
        JsonNode.Parse(Run(content, ["audit", "--json", .. options]).Output)!["findings"]!.AsArray().Select(static finding => $"{(int?)finding!["line"]} {(string)finding["code"]!}").ToList();

    private static ToolRun Run(string content, string verb, params string[] options)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["t.csv"], content);
        return ToolRun.Of(["stats", verb, folder["t.csv"], .. options]);
    }

    private static ToolRun Run(string content, string[] words) => Run(content, words[0], words[1..]);
}
