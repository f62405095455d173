using System.Text.Json.Nodes;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Lifecycles;

public class MigrateAndReplayTests
{
    private static readonly string Hash = Lifecycle.Compile(LifecyclePresets.Daily, LifecycleVocabulary.NamedIn(LifecyclePresets.Daily), out _)!.Key.Hash.ToString();

    [Fact]
    public void Migrate_TheDryRunSaysPerCaseWhatTheRealRunDoes()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["events.jsonl"], Events(Hash));
        File.WriteAllBytes(folder["new.json"], GovernanceJson.Write(LifecyclePresets.Daily with { Version = 2 }));

        var dry = ToolRun.Of("lifecycle", "migrate", "preset:daily", folder["new.json"], folder["events.jsonl"], "--dry-run", "--json");
        var real = ToolRun.Of("lifecycle", "migrate", "preset:daily", folder["new.json"], folder["events.jsonl"]);

        Assert.Equal(0, dry.Exit);
        var one = JsonNode.Parse(dry.Output)!["cases"]![0]!;
        Assert.Equal(("case-1", "kept", "reported"), ((string?)one["case"], (string?)one["outcome"], (string?)one["target"]));
        Assert.Equal(0, real.Exit);

        // The version has a clock in this state that the log does not know: it starts with the migration.
        Assert.Equal(["case-migrated", "clock-started"], real.Output.TrimEnd().Split('\n').Select(static line => (string?)JsonNode.Parse(line)!["type"]));

        // What was written can be read on: the case now follows the new version.
        File.AppendAllText(folder["events.jsonl"], real.Output);
        var again = ToolRun.Of("lifecycle", "migrate", "preset:daily", folder["new.json"], folder["events.jsonl"], "--dry-run");
        Assert.Contains("case-1 kept reported: ", again.Output, StringComparison.Ordinal);
        Assert.Equal("", ToolRun.Of("lifecycle", "migrate", "preset:daily", folder["new.json"], folder["events.jsonl"]).Output);
    }

    [Fact]
    public void Migrate_AStateThatIsGone_IsExitOne()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["events.jsonl"], Events(Hash));

        var run = ToolRun.Of("lifecycle", "migrate", "preset:daily", "preset:hazard-alert", folder["events.jsonl"], "--dry-run");

        Assert.Equal(1, run.Exit);
        Assert.StartsWith("case-1 needs-decision reported: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Migrate_ToAVersionThatDropsAClock_SaysSo_AndCountsWithTheCalendarOfTheModel()
    {
        using var folder = new TempFolder();
        ToolRun.Of("model", "new", folder["county"]);
        File.WriteAllText(folder["events.jsonl"], Events(Hash));
        var clocks = LifecyclePresets.Daily.Clocks.Where(static clock => clock.Code != "dispatch");
        File.WriteAllBytes(folder["new.json"], GovernanceJson.Write(LifecyclePresets.Daily with { Version = 2, Clocks = EquatableArray.From(clocks) }));

        var dry = ToolRun.Of("lifecycle", "migrate", "preset:daily", folder["new.json"], folder["events.jsonl"], "--dry-run", "--json", "--model", folder["county"]);
        var real = ToolRun.Of("lifecycle", "migrate", "preset:daily", folder["new.json"], folder["events.jsonl"], "--model", folder["county"]);

        Assert.Equal((1, "lifecycles.migration-clock-gone"), (dry.Exit, (string?)JsonNode.Parse(dry.Output)!["findings"]![0]!["code"]));
        Assert.Equal(1, real.Exit);
        Assert.Contains("Clock \"dispatch\" should go on in the new version", real.Error, StringComparison.Ordinal);
        Assert.Equal(2, ToolRun.Of("lifecycle", "migrate", "preset:daily", folder["new.json"], folder["events.jsonl"], "--model", folder["nowhere"]).Exit);
    }

    [Fact]
    public void Replay_NamesTheStateWhoMustActAndByWhen_AndWhatTheModelForbids()
    {
        using var folder = new TempFolder();
        ToolRun.Of("model", "new", folder["county"]);
        File.WriteAllText(folder["events.jsonl"], Events(new string('0', 64)));

        var run = ToolRun.Of("cases", "replay", folder["events.jsonl"], "--model", folder["county"], "--json");

        Assert.Equal(1, run.Exit);
        var one = JsonNode.Parse(run.Output)!["cases"]![0]!;
        Assert.Equal("reported", (string?)one["state"]);
        Assert.Equal("grid-worker@511921100201001", (string?)one["responsible"]);
        Assert.Equal("2026-01-05T14:00:00+08:00", (string?)one["nextDeadline"]);
        Assert.Equal("cases.lifecycle-absent", (string?)one["violations"]![0]!["code"]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"case\":\"a\",\"type\":\"clock-paused\",\"event\":{\"clock\":\"c\",\"cause\":\"x\",\"commandId\":\"1\",\"at\":\"2026-01-05T01:00:00Z\",\"by\":\"p@u\"}}")]
    public void Migrate_BadEvents_AreOneLineAndExitTwo(string line)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["events.jsonl"], line);

        var run = ToolRun.Of("lifecycle", "migrate", "preset:daily", "preset:daily", folder["events.jsonl"]);

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    private static string Events(string hash) => $$$"""
        {"case":"case-1","type":"case-reported","event":{"caseId":"case-1","lifecycle":{"code":"daily","version":1,"hash":"{{{hash}}}"},"matter":"rubbish","place":"511921100201001001","channel":"video","commandId":"r","at":"2026-01-05T01:00:00Z","by":"grid-worker@511921100201001"}}
        {"case":"case-1","type":"case-moved","event":{"trigger":null,"from":null,"to":"reported","isFinal":false,"responsible":"grid-worker@511921100201001","effects":[],"note":null,"commandId":"r","at":"2026-01-05T01:00:00Z","by":"grid-worker@511921100201001"}}
        {"case":"case-1","type":"clock-started","event":{"clock":"intake","limit":"4 working-hours","policy":"civil-code","dueAt":"2026-01-05T06:00:00Z","dueOn":"2026-01-05","commandId":"r","at":"2026-01-05T01:00:00Z","by":"grid-worker@511921100201001"}}

        """;
}
