using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Fieldwork;

public sealed class CampaignCommandTests
{
    private const string Log = """
        {"event":"opened","at":"2026-07-01T08:00","by":"commander@1","campaign":"survey-1","limit":"1 urgent-hours","cells":["1101","1102","1201"]}
        {"event":"collected","at":"2026-07-01T08:09","by":"informant@1102","cell":"1102","people":90}
        {"event":"collected","at":"2026-07-01T08:30","by":"informant@1101","cell":"1101","people":110}
        {"event":"collected","at":"2026-07-01T09:30","by":"informant@1201","cell":"1201","people":100}
        """;

    [Fact]
    public void Status_SaysHowFarAndHowFastAndWhoIsLate()
    {
        var json = JsonNode.Parse(Run(Log, ExitCode.Findings, "--json", "--digits", "2").Output)!;

        Assert.Equal(("survey-1", 3, 3, 300, 200m), ((string?)json["campaign"], (int)json["cells"]!, (int)json["done"]!, (int)json["people"]!, (decimal)json["peoplePerHour"]!));
        Assert.Equal(["1201"], json["late"]!.AsArray().Select(static cell => (string)cell!));
        Assert.Equal(("1102", "PT9M", "PT1H30M", "PT1H30M"), ((string?)json["firstCell"], (string?)json["firstAfter"], (string?)json["allAfter"], (string?)json["elapsed"]));
        Assert.Equal([("11", 2, 2, 0), ("12", 1, 1, 1)], json["units"]!.AsArray().Select(static unit => ((string)unit!["unit"]!, (int)unit["cells"]!, (int)unit["done"]!, (int)unit["late"]!)));
        Assert.Contains("done 2\nlate 0\nopen 1: 1201\nfirst 1102 PT9M\n", Run(Log, ExitCode.Findings, "--at", "2026-07-01T08:40").Output, StringComparison.Ordinal);
        Assert.Contains("每小时200", Run(Log, ExitCode.Findings, "--lang", "zh").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_OfACampaignDoneInTime_IsClean() =>
        Assert.Contains("late 0\nopen 0\n", Run(Log.Replace("T09:30", "T08:59", StringComparison.Ordinal), ExitCode.Ok).Output, StringComparison.Ordinal);

    [Fact]
    public void Status_OfALineSentTwice_CountsItOnce_AndSaysSo()
    {
        const string line = """{"event":"collected","at":"2026-07-01T08:30","by":"informant@1101","cell":"1101","people":110}""";
        using var folder = new TempFolder();
        File.WriteAllText(folder["LOG"], Log.Replace("T09:30", "T08:59", StringComparison.Ordinal).Replace(line, line + "\n" + line, StringComparison.Ordinal));
        var run = ToolRun.Of("campaign", "status", folder["LOG"]);

        Assert.Equal(ExitCode.Findings, run.Exit);
        Assert.Contains("people 300,", run.Output, StringComparison.Ordinal);
        Assert.Contains("LOG:4 1101: What cell \"1101\" hands in should not be there yet", run.Error, StringComparison.Ordinal);
        var json = JsonNode.Parse(ToolRun.Of("campaign", "status", folder["LOG"], "--json").Output)!;
        Assert.Equal("fieldwork.collected-before", (string?)json["findings"]![0]!["code"]);
    }

    [Theory]
    [InlineData("{\"event\":\"opened\",\"at\":\"2026-07-01T08:00\",\"by\":\"a@1\",\"campaign\":\"c\",\"limit\":\"1 urgent-hours\"}", "at least one cell")]
    [InlineData("", "opened")]
    [InlineData("nonsense", ":1")]
    [InlineData("{\"event\":\"opened\",\"at\":\"2026-07-01T08:00\",\"by\":\"a@1\",\"campaign\":\"c\",\"cells\":[\"1\"]}", "limit")]
    [InlineData("{\"event\":\"opened\",\"at\":\"2026-07-01T08:00\",\"by\":\"a@1\",\"campaign\":\"c\",\"cells\":[\"1\"],\"limit\":\"1 urgent-hours\"}\n{\"event\":\"collected\",\"at\":\"2026-07-01T08:01\",\"by\":\"a@1\",\"cell\":\"2\"}", "LOG:2")]
    public void Status_OfAnUnusableLog_IsOneLine(string log, string expected)
    {
        var run = Run(log, ExitCode.Unusable);

        Assert.Equal(("", 1), (run.Output, run.Error.Count(static c => c == '\n')));
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_WithUnusableOptions_SaysWhich()
    {
        Assert.Contains("--at", Run(Log, ExitCode.Unusable, "--at", "2026-06-01").Error, StringComparison.Ordinal);
        Assert.Contains("--digits", Run(Log, ExitCode.Unusable, "--digits", "0").Error, StringComparison.Ordinal);
    }

    private static ToolRun Run(string log, int exit, params string[] args)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["LOG"], log);
        var run = ToolRun.Of(["campaign", "status", folder["LOG"], .. args]);
        Assert.Equal((exit, run.Error), (run.Exit, run.Error));
        return run;
    }
}
