using System.Text.Json.Nodes;
using GridGovernance.Sdk.Interchange;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Lifecycles;

public class LifecycleCommandTests
{
    [Fact]
    public void Check_EveryPreset_IsClean() =>
        Assert.All(LifecyclePresets.All, static preset => Assert.Equal(new ToolRun(0, "", ""), ToolRun.Of("lifecycle", "check", "preset:" + preset.Code)));

    [Fact]
    public void Check_ATrap_NamesTheStateAndTheWayThere()
    {
        using var folder = new TempFolder();
        var faulty = LifecyclePresets.HazardAlert with
        {
            Transitions = EquatableArray.From(LifecyclePresets.HazardAlert.Transitions.Where(static transition => transition.From != "checking")),
        };
        File.WriteAllBytes(folder["x.json"], GovernanceJson.Write(faulty));

        var run = ToolRun.Of("lifecycle", "check", folder["x.json"], "--json");

        Assert.Equal(1, run.Exit);
        var finding = JsonNode.Parse(run.Output)!["findings"]!.AsArray().Single(static finding => (string?)finding!["code"] == "lifecycles.trap")!;
        Assert.Equal("checking", (string?)finding["state"]);
        Assert.Equal(
            ["alerted", "confirm", "controlling", "control", "assessing", "dispatch", "treating", "finish", "checking"],
            finding["path"]!.AsArray().Select(static step => (string)step!));
        Assert.Equal("/states/4", (string?)finding["pointer"]);
        Assert.True((int)finding["line"]! > 1);
    }

    [Fact]
    public void Check_WithAStart_ReckonsTheLongestLawfulTime()
    {
        var run = ToolRun.Of("lifecycle", "check", "preset:daily", "--start", "2026-01-05T09:00", "--json");

        var longest = JsonNode.Parse(run.Output)!["longest"]!;
        Assert.False((bool)longest["unbounded"]!);
        Assert.StartsWith("2026-01-", (string?)longest["endsAt"], StringComparison.Ordinal);
        Assert.Equal("reported", (string?)longest["path"]![0]);
        Assert.Equal(0, run.Exit);
    }

    [Fact]
    public void Check_AgainstAModel_NamesPostsThatItLacks()
    {
        var run = ToolRun.Of("lifecycle", "check", "preset:petition", "--model", Path.Combine(AppContext.BaseDirectory, "nowhere"));
        Assert.Equal(2, run.Exit);

        using var folder = new TempFolder();
        Assert.Equal(0, ToolRun.Of("model", "new", folder["county"]).Exit);
        var checkedRun = ToolRun.Of("lifecycle", "check", "preset:petition", "--model", folder["county"]);
        Assert.Equal(1, checkedRun.Exit);
        Assert.Contains("lifecycles.unknown-party", checkedRun.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mermaid", "stateDiagram-v2")]
    [InlineData("dot", "digraph lifecycle {")]
    [InlineData("svg", "<svg ")]
    public void Draw_EachForm_IsTheResult(string form, string begin)
    {
        var run = ToolRun.Of("lifecycle", "draw", "preset:whistle", "--to", form, "--lang", "zh");

        Assert.Equal(0, run.Exit);
        Assert.StartsWith(begin, run.Output, StringComparison.Ordinal);
        Assert.Contains("评哨", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mermaid")]
    [InlineData("dot")]
    [InlineData("svg")]
    public void Draw_ATrapAndAnUnprintableLabel_IsDrawnInEachForm(string form)
    {
        using var folder = new TempFolder();
        var faulty = LifecyclePresets.HazardAlert with
        {
            Title = new LocalizedText("a\u0001b", "a\u0001b"),
            States = [LifecyclePresets.HazardAlert.States[0] with { Label = new LocalizedText("a\u0001b", "a\u0001b") }, .. LifecyclePresets.HazardAlert.States.Skip(1)],
            Transitions = EquatableArray.From(LifecyclePresets.HazardAlert.Transitions.Where(static transition => transition.From != "checking")),
        };
        File.WriteAllBytes(folder["x.json"], GovernanceJson.Write(faulty));

        var run = ToolRun.Of("lifecycle", "draw", folder["x.json"], "--to", form);

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.Contains("a\uFFFDb", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_AgainstAModelThatAppointsPeople_NamesStatesThatOnlyAVacantPostCanLeave()
    {
        using var folder = new TempFolder();
        Assert.Equal(0, ToolRun.Of("model", "new", folder["county"]).Exit);
        var lifecycle = Path.Combine(folder["county"], "lifecycles", "ordinary.json");
        Assert.DoesNotContain("only-vacant", ToolRun.Of("lifecycle", "check", lifecycle, "--model", folder["county"]).Output, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(folder["county"], "appointments.csv"), "person,seat,from,to\np1,county-commander@510179,2026-01-01,\n");
        var run = ToolRun.Of("lifecycle", "check", lifecycle, "--model", folder["county"]);

        Assert.Equal(1, run.Exit);
        Assert.Contains("lifecycles.only-vacant", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_ToAFile_WritesItWhole()
    {
        using var folder = new TempFolder();

        var run = ToolRun.Of("lifecycle", "draw", "preset:daily", "--to", "dot", "-o", folder["out.dot"], "--json");

        Assert.Equal(0, run.Exit);
        Assert.EndsWith("}\n", File.ReadAllText(folder["out.dot"]), StringComparison.Ordinal);
        Assert.Null(JsonNode.Parse(run.Output)!["diagram"]);
    }

    [Theory]
    [InlineData("lifecycle", "draw", "preset:daily", "--to", "png")]
    [InlineData("lifecycle", "draw", "preset:dail", "--to", "dot")]
    [InlineData("lifecycle", "check", "nowhere.json")]
    [InlineData("lifecycle", "check", "preset:daily", "--start", "tomorrow")]
    public void BadInput_IsOneLineAndExitTwo(params string[] args)
    {
        var run = ToolRun.Of(args);

        Assert.Equal(2, run.Exit);
        Assert.Equal("", run.Output);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }
}
