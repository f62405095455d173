using System.Text.Json.Nodes;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Simulate;

public class SimulateReplayCommandTests
{
    private static readonly string Model = SourceTree.Path("samples", "CountyQuickstart", "model");

    private const string Log = "id,category,unit,openedAt,closedAt\na,daily,u1,2026-01-05T09:00,2026-01-08T10:00\nb,daily,u2,2026-01-05T09:00,2026-01-12T10:00\n";

    [Fact]
    public void Replay_AShorterLimit_SaysWhatWouldBeLate()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["log.csv"], Log);

        var run = ToolRun.Of("simulate", "replay", folder["log.csv"], "--model", Model, "--set", "lifecycles/daily/clocks/closure/limit=1 working-days", "--json");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.Exit);
        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal((2, 2, 1), Counts(result["before"]!));
        Assert.Equal((2, 2, 2), Counts(result["after"]!));
        Assert.Equal((1, 1, 0), Counts(result["byUnit"]![0]!["before"]!));
        Assert.Equal("daily", (string?)result["byCategory"]![0]!["category"]);
    }

    [Fact]
    public void Replay_AsOfAnInstant_CountsWhatWasThereThen()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["log.csv"], Log + "c,daily,u2,2026-01-10T09:00,2026-01-12T10:00\n");

        var run = ToolRun.Of("simulate", "replay", folder["log.csv"], "--model", Model, "--at", "2026-01-09T12:00", "--json");

        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal((2, 1, 1), Counts(result["before"]!));
        Assert.Equal((0, 1), (run.Exit, (int)result["later"]!));
        Assert.Contains("1 cases were opened after", ToolRun.Of("simulate", "replay", folder["log.csv"], "--model", Model, "--at", "2026-01-09T12:00").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_AChangeThatDecidesNothing_IsAFinding()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["log.csv"], Log);

        var run = ToolRun.Of("simulate", "replay", folder["log.csv"], "--model", Model, "--set", "lifecycles/daily/clocks/handling/limit=1 urgent-hours");

        Assert.Equal(1, run.Exit);
        Assert.Contains("changes nothing", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_AChineseSpreadsheet_IsReadByItsEncoding()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["log.csv"], [.. "id,category,unit,openedAt,closedAt\na,daily,"u8, 0xCD, 0xF8, 0xB8, 0xF1, .. ",2026-01-05T09:00,2026-01-08T10:00\n"u8]);

        Assert.Equal(2, ToolRun.Of("simulate", "replay", folder["log.csv"], "--model", Model).Exit);
        var run = ToolRun.Of("simulate", "replay", folder["log.csv"], "--model", Model, "--encoding", "gb18030");
        Assert.Equal(0, run.Exit);
        Assert.Contains("unit,网格,1,1,0", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_ABadRow_IsAFindingAndTheRestCounts()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["log.csv"], Log + "c,daily,u1,soon,\n");

        var run = ToolRun.Of("simulate", "replay", folder["log.csv"], "--model", Model);

        Assert.Equal(1, run.Exit);
        Assert.Contains("all,,2,2,1,0,2,2,1,0,", run.Output, StringComparison.Ordinal);
        Assert.Contains(":4", run.Error, StringComparison.Ordinal);
        Assert.Contains("openedAt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_OneEndOfAnotherCentury_IsSeenInTheInstantThatTheTableNames()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["log.csv"], Log + "c,daily,u1,2026-01-05T09:00,2062-01-08T10:00\n");

        var run = ToolRun.Of("simulate", "replay", folder["log.csv"], "--model", Model);
        Assert.StartsWith("by,code,cases,closed,overdue,unknown,casesAfter,closedAfter,overdueAfter,unknownAfter,at\nall,,3,3,2,0,3,3,2,0,2062-01-08T10:00", run.Output, StringComparison.Ordinal);
        Assert.Contains("as of 2062-01-08T10:00", run.Error, StringComparison.Ordinal);
        Assert.Contains("the last time of the log", run.Error, StringComparison.Ordinal);
        Assert.True((bool)JsonNode.Parse(ToolRun.Of("simulate", "replay", folder["log.csv"], "--model", Model, "--json").Output)!["atIsLast"]!);

        var asked = ToolRun.Of("simulate", "replay", folder["log.csv"], "--model", Model, "--at", "2026-01-31T00:00");
        Assert.Contains("all,,3,2,2,0,3,2,2,0,2026-01-31T00:00", asked.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("the last time", asked.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_ALogThatIsNotThere_SaysSoInBothLanguages()
    {
        Assert.Contains("\"no-such.csv\" should be a file, but is not there.", ToolRun.Of("simulate", "replay", "no-such.csv", "--model", Model).Error, StringComparison.Ordinal);
        Assert.Contains("不存在", ToolRun.Of("simulate", "no-such.json", "--lang", "zh").Error, StringComparison.Ordinal);
        Assert.Contains("should be a file, but is not there", ToolRun.Of("simulate", "no-such/no-such.json").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such.csv", "x/y=1")]
    [InlineData(null, "no-equals-sign")]
    [InlineData(null, "lifecycles/weekly/version=2")]
    public void Replay_UnusableInput_IsOneLine(string? log, string change)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["log.csv"], Log);

        var run = ToolRun.Of("simulate", "replay", folder[log ?? "log.csv"], "--model", Model, "--set", change);

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    private static (int Cases, int Closed, int Overdue) Counts(JsonNode node) => ((int)node["cases"]!, (int)node["closed"]!, (int)node["overdue"]!);
}
