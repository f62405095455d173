using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Simulate;

public class SimulateCommandTests
{
    private const string Study = """
        {
          "code": "queues", "title": {"en": "Queues", "zh": "排队"}, "kind": "sampling", "seed": 3, "replications": 4, "measures": ["hours-to-all", "wait-mean"],
          "set": ["people=2000", "sites=2"],
          "scenarios": [{"code": "four-lanes"}, {"code": "two-lanes", "title": {"en": "2 lanes", "zh": "2通道"}, "set": ["lanesPerSite=2"]}]
        }
        """;

    [Fact]
    public void Simulate_SharesMerged_AreTheWholeBitForBit()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["study.json"], Study);

        var whole = ToolRun.Of("simulate", folder["study.json"], "--threads", "2", "--json", "-o", folder["whole"]);
        Assert.Equal(0, ToolRun.Of("simulate", folder["study.json"], "--replications", "1..1", "-o", folder["one"]).Exit);
        Assert.Equal(0, ToolRun.Of("simulate", folder["study.json"], "--replications", "2..4", "-o", folder["rest"]).Exit);
        var merged = ToolRun.Of("simulate", "merge", folder["rest"], folder["one"], "--json", "-o", folder["merged"]);

        Assert.Equal((0, 0), (whole.Exit, merged.Exit));
        Assert.Equal(whole.Output, merged.Output);
        foreach (var name in Directory.GetFiles(folder["whole"]).Select(static file => Path.GetFileName(file)))
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(folder["whole"], name)), File.ReadAllBytes(Path.Combine(folder["merged"], name)));
        }
    }

    [Fact]
    public void Simulate_Json_GivesMeansIntervalsAndPairedDifferences()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["study.json"], Study);

        var result = JsonNode.Parse(ToolRun.Of("simulate", folder["study.json"], "--json").Output)!;

        var wait = result["measures"]![1]!["scenarios"]!;
        Assert.Null(wait[0]!["difference"]);
        Assert.True((double)wait[1]!["difference"]!["lower"]! > 0, "Half the lanes make longer waits.");
        Assert.NotEqual((string?)result["resultHash"], (string?)JsonNode.Parse(ToolRun.Of("simulate", folder["study.json"], "--json", "--seed", "4").Output)!["resultHash"]);
    }

    [Theory]
    [InlineData("simulate")]
    [InlineData("simulate", "no-such.json")]
    [InlineData("simulate", "STUDY", "--replications", "0..3")]
    [InlineData("simulate", "STUDY", "--threads", "0")]
    [InlineData("simulate", "STUDY", "-o", "STUDY")]
    [InlineData("simulate", "STUDY", "--replications", "1..2000000000")]
    [InlineData("simulate", "STUDY", "--rerun", "no-such.json")]
    [InlineData("simulate", "STUDY", "--rerun", "STUDY")]
    [InlineData("simulate", "STUDY", "--rerun", "no-such.json", "--seed", "1")]
    [InlineData("simulate", "BAD")]
    [InlineData("simulate", "merge", "no-such")]
    [InlineData("simulate", "parameters", "weather")]
    public void Simulate_UnusableInput_IsOneLineAndTwo(params string[] args)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["study.json"], Study);
        File.WriteAllText(folder["bad.json"], Study.Replace("sites=2", "sites=none", StringComparison.Ordinal));

        var run = ToolRun.Of([.. args.Select(arg => arg == "STUDY" ? folder["study.json"] : arg == "BAD" ? folder["bad.json"] : arg)]);

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Rerun_TheManifest_GivesTheSameResultOrSaysThatItDiffers()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["study.json"], Study);
        var first = ToolRun.Of("simulate", folder["study.json"], "--seed", "9", "--replications", "2..3", "--json", "-o", folder["first"]);
        var manifest = Path.Combine(folder["first"], "manifest.json");

        var again = ToolRun.Of("simulate", folder["study.json"], "--rerun", manifest, "--threads", "2", "--json");
        Assert.Equal((0, first.Output), (again.Exit, again.Output));
        Assert.Contains("bit for bit", again.Error, StringComparison.Ordinal);

        File.WriteAllText(folder["other.json"], Study.Replace("people=2000", "people=2001", StringComparison.Ordinal));
        Assert.Equal(2, ToolRun.Of("simulate", folder["other.json"], "--rerun", manifest).Exit);

        var hash = (string)JsonNode.Parse(first.Output)!["resultHash"]!;
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(hash, new string('0', hash.Length - 1) + "1", StringComparison.Ordinal));
        var differs = ToolRun.Of("simulate", folder["study.json"], "--rerun", manifest);
        Assert.Equal((1, ""), (differs.Exit, differs.Output));
        Assert.Contains(hash, differs.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_SharesThatLeaveAHole_IsRefused()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["study.json"], Study);
        ToolRun.Of("simulate", folder["study.json"], "--replications", "1..1", "-o", folder["one"]);
        ToolRun.Of("simulate", folder["study.json"], "--replications", "3..4", "-o", folder["rest"]);

        var run = ToolRun.Of("simulate", "merge", folder["one"], folder["rest"], "-o", folder["merged"]);

        Assert.Equal(2, run.Exit);
        Assert.False(Directory.Exists(folder["merged"]));
    }

    [Theory]
    [InlineData("\"seed\": 3", "\"control\": \"two-lanes\", \"seed\": 3", "differ in the control (\"four-lanes\", \"two-lanes\").")]
    [InlineData("\"Queues\"", "\"Lines\"", "differ in the title.")]
    [InlineData("2 lanes", "two lanes", "differ in the scenarios and their titles.")]
    [InlineData("\"wait-mean\"", "\"wait-95\"", "differ in the measures and their titles.")]
    public void Merge_SharesOfDifferentLabels_SaysInWhat(string old, string now, string said)
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["study.json"], Study);
        File.WriteAllText(folder["other.json"], Study.Replace(old, now, StringComparison.Ordinal));
        ToolRun.Of("simulate", folder["study.json"], "--replications", "1..1", "-o", folder["one"]);
        ToolRun.Of("simulate", folder["other.json"], "--replications", "2..4", "-o", folder["rest"]);

        var run = ToolRun.Of("simulate", "merge", folder["one"], folder["rest"]);

        Assert.Equal(2, run.Exit);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_IntoAShare_IsRefusedAndLeavesItAsItWas()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["study.json"], Study);
        ToolRun.Of("simulate", folder["study.json"], "--replications", "1..1", "-o", folder["one"]);
        ToolRun.Of("simulate", folder["study.json"], "--replications", "2..4", "-o", folder["rest"]);
        var before = File.ReadAllBytes(Path.Combine(folder["one"], "values.csv"));

        var run = ToolRun.Of("simulate", "merge", folder["one"], folder["rest"], "-o", folder["one"] + "/../one/");

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Contains("overwritten", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(folder["one"], "values.csv")));
    }

    [Fact]
    public void Merge_SharesThatOverlap_SaysSoWithoutTheNameOfAParameter()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["study.json"], Study);
        ToolRun.Of("simulate", folder["study.json"], "--replications", "1..2", "-o", folder["one"]);

        var run = ToolRun.Of("simulate", "merge", folder["one"], folder["one"]);

        Assert.Equal(2, run.Exit);
        Assert.DoesNotContain("(Parameter", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_OfAKind_AreListedWithTheirSources()
    {
        Assert.Contains("province,workers,330000,people,article,吴结兵: 33万名网格员", ToolRun.Of("simulate", "parameters", "province").Output, StringComparison.Ordinal);
        Assert.Equal("article", (string?)JsonNode.Parse(ToolRun.Of("simulate", "parameters", "sampling", "--json").Output)!["parameters"]![0]!["origin"]);
    }
}
