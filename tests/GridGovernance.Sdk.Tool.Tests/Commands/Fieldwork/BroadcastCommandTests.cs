using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Fieldwork;

public sealed class BroadcastCommandTests
{
    private const string Log = """
        {"event":"cell","cell":"111","households":["h1","h2"],"chain":["commander@1","village-head@11"]}
        {"event":"cell","cell":"112","households":["h3"],"chain":["commander@1"]}
        {"event":"issued","at":"2026-07-01T08:00:00+08:00","by":"commander@1","broadcast":"flood-1","limit":"1 urgent-hours","channels":["loudspeaker","telephone"]}
        {"event":"relayed","at":"2026-07-01T08:05","by":"commander@1","to":"village-head@11"}

        {"event":"reached","at":"2026-07-01T08:40","by":"village-head@11","households":["h1"],"channel":"loudspeaker"}
        {"event":"not-reached","at":"2026-07-01T08:41","by":"village-head@11","households":["h2"],"channel":"loudspeaker"}
        {"event":"reached","at":"2026-07-01T09:10","by":"commander@1","households":["h3"],"channel":"telephone"}
        """;

    [Fact]
    public void Status_AtATime_SaysWhoIsReachedMissedAndLate()
    {
        var json = JsonNode.Parse(Run(Log, ExitCode.Findings, "--at", "2026-07-01T09:10", "--json").Output)!;

        Assert.Equal(("flood-1", 3, 2, 1, 1, "PT1H10M", true), ((string?)json["broadcast"], (int)json["households"]!, (int)json["reached"]!, (int)json["missed"]!, (int)json["late"]!, (string?)json["elapsed"], (bool)json["overdue"]!));
        Assert.Equal("2026-07-01T09:00:00+08:00", (string?)json["dueAt"]);
        Assert.Equal(("111", "village-head@11", null, "telephone"), ((string?)json["next"]![0]!["cell"], (string?)json["next"]![0]!["by"], (string?)json["next"]![0]!["to"], (string?)json["next"]![0]!["channel"]));
        Assert.Contains("reached 1\nmissed 2\nlate 0\nelapsed PT50M\n", Run(Log, ExitCode.Findings, "--at", "2026-07-01T08:50").Output, StringComparison.Ordinal);
        Assert.Contains("已通知 2\n未通知 1\n逾期 1\n", Run(Log, ExitCode.Findings, "--at", "2026-07-01T09:10", "--lang", "zh").Output, StringComparison.Ordinal);
        Assert.Contains("下一步 111：1户，由village-head@11经telephone通知", Run(Log, ExitCode.Findings, "--at", "2026-07-01T09:10", "--lang", "zh").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_OfANoticeThatReachedAllInTime_IsClean()
    {
        var all = Log.Replace("""["h1"],"channel":"loudspeaker"}""", """["h1","h2"],"channel":"loudspeaker"}""", StringComparison.Ordinal).Replace("T09:10", "T08:42", StringComparison.Ordinal);

        Assert.Contains("missed 0\nlate 0\nelapsed PT42M\n", Run(all, ExitCode.Ok, "--at", "2026-07-01T10:00").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_OfADoubtfulLog_SaysWhyBesideTheNumbers()
    {
        var outside = Log.Replace("""["h1"],"channel":"loudspeaker"}""", """["h1","h2","h3"],"channel":"loudspeaker"}""", StringComparison.Ordinal);
        using var folder = new TempFolder();
        File.WriteAllText(folder["LOG"], outside);
        var run = ToolRun.Of("broadcast", "status", folder["LOG"], "--at", "2026-07-01T10:00");

        Assert.Equal(ExitCode.Findings, run.Exit);
        Assert.Contains("missed 0", run.Output, StringComparison.Ordinal);
        Assert.Contains("LOG:6 village-head@11: Households of cell \"112\" should be reached by a seat of their chain, but \"village-head@11\" is none.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "issued")]
    [InlineData("{\"event\":\"issued\"", "line")]
    [InlineData("[1]", ":1")]
    [InlineData("{\"event\":\"gone\"}", "gone")]
    [InlineData("{\"event\":\"issued\",\"at\":\"2026-07-01T08:00\",\"by\":\"a@1\",\"broadcast\":\"b\",\"limit\":\"1 urgent-hours\"}\n{\"event\":\"reached\",\"at\":\"2026-07-01T07:00\",\"by\":\"a@1\"}", "LOG:2")]
    [InlineData("{\"event\":\"issued\",\"at\":\"2026-07-01T08:00\",\"by\":\"a@1\",\"broadcast\":\"b\"}", "dueAt")]
    [InlineData("{\"event\":\"issued\",\"at\":\"2026-07-01T08:00\",\"by\":\"a@1\",\"broadcast\":\"b\",\"limit\":\"1 urgent-hours\"}\n{\"event\":\"reached\",\"at\":\"2026-07-01T08:01\",\"by\":\"a@1\",\"households\":[\"x\"]}", "\"x\"")]
    [InlineData("{\"event\":\"issued\",\"at\":\"2026-07-01T08:00\",\"by\":\"a@1\",\"broadcast\":\"b\",\"limit\":\"1 urgent-hours\"}", "for none")]
    [InlineData("{\"event\":\"cell\",\"cell\":\"111\",\"households\":[\"h\"],\"chain\":[\"a@1\"]}\n{\"event\":\"issued\",\"at\":\"2026-07-01T08:00\",\"by\":\"a@1\",\"broadcast\":\"b\",\"limit\":\"1 urgent-hours\"}\n{\"event\":\"recalled\",\"at\":\"2026-07-01T08:05\",\"by\":\"a@1\"}", "note")]
    [InlineData("{\"event\":\"cell\",\"cell\":\"111\",\"households\":[\"h\"],\"chain\":[\"a@1\"]}\n{\"event\":\"issued\",\"at\":\"2026-07-01T08:00\",\"by\":\"a@1\",\"broadcast\":\"b\",\"limit\":\"1 urgent-hours\"}\n{\"event\":\"recalled\",\"at\":\"2026-07-01T08:05\",\"by\":\"stranger@9\",\"note\":\"x\"}", "issuer")]
    [InlineData("{\"event\":\"cell\",\"cell\":\"111\",\"households\":[\"h\"],\"chain\":[\"a@1\"]}\n{\"event\":\"issued\",\"at\":\"2026-07-01T08:00\",\"by\":\"a@1\",\"broadcast\":\"b\",\"limit\":\"1 urgent-hours\"}\n{\"event\":\"warned\",\"at\":\"2026-07-01T08:05\",\"by\":\"a@1\",\"share\":7}", "7")]
    [InlineData("{\"event\":\"cell\",\"cell\":\"111\",\"households\":[\"h\"],\"chain\":[\"a@1\"]}\n{\"event\":\"issued\",\"at\":\"2026-07-01T08:00\",\"by\":\"a@1\",\"broadcast\":\"b\",\"limit\":\"1 urgent-hours\"}\n{\"event\":\"warned\",\"at\":\"2026-07-01T08:05\",\"by\":\"a@1\"}", "Warnings")]
    public void Status_OfAnUnusableLog_IsOneLine(string log, string expected)
    {
        var run = Run(log, ExitCode.Unusable, "--at", "2026-07-01T09:00");

        Assert.Equal("", run.Output);
        Assert.Equal(1, run.Error.Count(static c => c == '\n'));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_BeforeTheIssue_OrWithoutATime_IsUnusable()
    {
        Assert.Contains("no earlier", Run(Log, ExitCode.Unusable, "--at", "2026-07-01T07:00").Error, StringComparison.Ordinal);
        Assert.Contains("--at", Run(Log, ExitCode.Unusable).Error, StringComparison.Ordinal);
    }

    private static ToolRun Run(string log, int exit, params string[] args)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["LOG"], log);
        var run = ToolRun.Of(["broadcast", "status", folder["LOG"], .. args]);
        Assert.Equal((exit, run.Error), (run.Exit, run.Error));
        return run;
    }
}
