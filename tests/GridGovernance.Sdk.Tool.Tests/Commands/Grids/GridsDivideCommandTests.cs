using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Grids;

public sealed class GridsDivideCommandTests : IDisposable
{
    private const string Path = """
        {"units":[{"id":"a","people":100,"households":30},{"id":"b","people":100,"households":30},{"id":"c","people":100,"households":30},{"id":"d","people":100,"households":60}],
         "edges":[["a","b"],["b","c"],["c","d"]]}
        """;

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Divide_Json_SaysEverything()
    {
        var run = ToolRun.Of("grids", "divide", Write("units.json", Path), "--grids", "2", "--enumerate", "--json");

        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal(0, run.Exit);
        Assert.True((bool)result["feasible"]!);
        Assert.Equal(2, (int)result["grids"]!);
        Assert.Equal("""{"a":"001","b":"001","c":"002","d":"002"}""", result["assignment"]!.ToJsonString());
        Assert.Equal(0, (double)result["maxDeviation"]!);
        Assert.True((bool)result["connected"]!);
        Assert.Equal(1, (int)result["cutEdges"]!);
        Assert.Equal(0, (double)result["bound"]!);
        Assert.Equal(0, (double)result["gap"]!);
        Assert.Equal("{}", result["reasons"]!.ToJsonString());
        Assert.Equal(3, (int)result["plans"]!);
        Assert.Equal(0, (double)result["bestDeviation"]!);
        Assert.Null(result["certificate"]);
        Assert.True((double)result["seconds"]! >= 0);
        Assert.Null(result["quality"]!["reock"]);
    }

    [Fact]
    public void Divide_ByHouseholds_CountsThem()
    {
        var run = ToolRun.Of("grids", "divide", Write("units.json", Path), "--grids", "2", "--weight", "households", "--json");

        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal("""{"a":"001","b":"001","c":"002","d":"002"}""", result["assignment"]!.ToJsonString());
        Assert.Equal(0.2, (double)result["maxDeviation"]!);
        Assert.Equal("""{"001":["Articulation"],"002":["Articulation"]}""", result["reasons"]!.ToJsonString());
    }

    [Fact]
    public void Divide_Infeasible_HasACertificateAndExitsWith1()
    {
        var run = ToolRun.Of("grids", "divide", Write("units.json", Path), "--min", "150", "--max", "150", "--json");

        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal(1, run.Exit);
        Assert.False((bool)result["feasible"]!);
        Assert.Null(result["assignment"]);
        Assert.Equal(["a", "b", "c", "d"], result["certificate"]!["units"]!.AsArray().Select(static id => (string)id!));
        Assert.Equal(400, (int)result["certificate"]!["holds"]!);
        Assert.Equal(300, (int)result["certificate"]!["needs"]!);
        Assert.Equal("people", (string)result["certificate"]!["measure"]!);
        Assert.NotEmpty((string)result["certificate"]!["reason"]!);
    }

    [Fact]
    public void Divide_Text_IsATable()
    {
        var run = ToolRun.Of("grids", "divide", Write("units.json", Path), "--target", "200");

        Assert.Equal("id,grid\na,001\nb,001\nc,002\nd,002\n", run.Output);
        Assert.Contains("2 grids", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("300 to 200", "--min", "300", "--max", "200")]
    [InlineData("from 1 to", "--grids", "0")]
    [InlineData("needs a number of grids")]
    [InlineData("A minimum of 0 bounds nothing; beside it", "--min", "0")]
    [InlineData("A minimum of 0 bounds nothing; beside it", "--min", "0", "--weight", "households")]
    [InlineData("--seed should be", "--grids", "2", "--seed", "x")]
    [InlineData("--budget should be", "--grids", "2", "--budget", "0")]
    [InlineData("--tolerance should be", "--grids", "2", "--tolerance", "much")]
    public void Divide_ContradictorySettings_EndAtOnceWithOneLine(string reason, params string[] options)
    {
        var run = ToolRun.Of(["grids", "divide", Write("units.json", Path), .. options]);

        Assert.Equal(2, run.Exit);
        Assert.Empty(run.Output);
        Assert.Contains(reason, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"units":[{"id":"a"}]}""", "how many people")]
    [InlineData("""{"units":[{"id":"a","people":1}],"edges":[["a","x"]]}""", "\"x\"")]
    [InlineData("""{"units":[{"id":"a","people":1}],"edges":[["a"]]}""", "name two units")]
    [InlineData("""{"units":[{"id":"a","people":-1}]}""", "must not be negative")]
    [InlineData("""{"units":[{"id":"a","people":1},{"id":"a","people":1}]}""", "\"a\"")]
    [InlineData("""{"units":[]}""", "at least one unit")]
    [InlineData("[]", "")]
    public void Divide_UnusableUnits_ExitsWith2(string units, string reason)
    {
        var run = ToolRun.Of("grids", "divide", Write("units.json", units), "--grids", "1");

        Assert.Equal(2, run.Exit);
        Assert.Contains(reason, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void Divide_Areas_AreJoinedByTheirBordersAndDissolved()
    {
        var features = string.Join(',', Enumerable.Range(0, 4).Select(static i =>
            FormattableString.Invariant($$$"""{"type":"Feature","properties":{"id":"u{{{i}}}","people":100,"households":30},"geometry":{"type":"Polygon","coordinates":[[[{{{i * 10}}},0],[{{{(i * 10) + 10}}},0],[{{{(i * 10) + 10}}},10],[{{{i * 10}}},10],[{{{i * 10}}},0]]]}}""")));
        var units = Write("units.geojson", $$"""{"type":"FeatureCollection","features":[{{features}}]}""");
        var output = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(units)!, "plan.geojson");

        var run = ToolRun.Of("grids", "divide", units, "--grids", "2", "--crs", "metric", "--json", "-o", output);

        Assert.Equal(0, run.Exit);
        var plan = JsonNode.Parse(File.ReadAllText(output))!["features"]!.AsArray();
        Assert.Equal(["001", "002"], plan.Select(static feature => (string)feature!["properties"]!["code"]!));
        Assert.Equal(["u0", "u1"], plan[0]!["properties"]!["units"]!.AsArray().Select(static id => (string)id!));
        Assert.Equal("Polygon", (string)plan[0]!["geometry"]!["type"]!);
        Assert.Equal(0.698132, (double)plan[0]!["properties"]!["polsbyPopper"]!);
        Assert.Equal(5, (double)plan[0]!["properties"]!["meanDistanceMetres"]!);
        var quality = JsonNode.Parse(run.Output)!["quality"]!;
        Assert.Equal(0.698132, (double)quality["polsbyPopper"]!, 1e-6);
        Assert.Equal(200 / (Math.PI * 125), (double)quality["reock"]!, 1e-9);
        Assert.Equal((1, 1, 0), ((int)quality["withinTolerance"]!, (int)quality["cutEdges"]!, (int)quality["splitGroups"]!));
    }

    [Fact]
    public void Redivide_FromAWrittenPlan_MovesTheFewest()
    {
        var old = Write("old.json", Path);
        var plan = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(old)!, "plan.geojson");
        ToolRun.Of("grids", "divide", old, "--grids", "2", "-o", plan);
        var today = Write("new.json", Path.Replace("\"id\":\"d\",\"people\":100", "\"id\":\"d\",\"people\":260", StringComparison.Ordinal));

        var run = ToolRun.Of("grids", "redivide", today, "--from", plan, "--grids", "2", "--min", "200", "--max", "320", "--json");

        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal(0, run.Exit);
        Assert.Equal(100, (int)result["moved"]!);
        Assert.InRange((int)result["movedBound"]!, 1, 100);
        Assert.Equal("""{"unit":"c","from":"002","to":"001","people":100,"households":30}""", Assert.Single(result["moves"]!.AsArray())!.ToJsonString());
        Assert.Equal(3, result["lineage"]!.AsArray().Count);
    }

    [Fact]
    public void Redivide_NoSizeNamed_KeepsTheNumberAndNamesUnitsThatAreGone()
    {
        var plan = Write("plan.json", """{"assignment":{"a":"x","b":"x","c":"y","d":"y","e":"y"}}""");

        var run = ToolRun.Of("grids", "redivide", Write("units.json", Path), "--from", plan, "--json");

        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal((0, 2, 0), (run.Exit, (int)result["grids"]!, (int)result["moved"]!));
        Assert.Equal("""["e"]""", result["gone"]!.ToJsonString());
        Assert.Contains("The old plan has 1 unit no longer there: e.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Redivide_NoSizeNamedInTwoParents_KeepsTheNumberOfEach()
    {
        var units = Write("units.json", """{"units":[{"id":"a","parent":"P","people":5},{"id":"b","parent":"P","people":5},{"id":"c","parent":"Q","people":5},{"id":"d","parent":"Q","people":5}],"edges":[["a","b"],["c","d"]]}""");

        var run = ToolRun.Of("grids", "redivide", units, "--from", Write("plan.json", """{"assignment":{"a":"x","b":"y","c":"z","d":"z"}}"""), "--json");

        Assert.Equal("""{"a":"x","b":"y","c":"z","d":"z"}""", JsonNode.Parse(run.Output)!["assignment"]!.ToJsonString());
    }

    [Fact]
    public void Redivide_InWords_CountsOneUnitAsOne()
    {
        var run = ToolRun.Of("grids", "redivide", Write("units.json", Path), "--from", Write("plan.json", """{"assignment":{"a":"x","b":"x","c":"x","d":"y"}}"""), "--grids", "2", "--min", "200");

        Assert.Contains("Changing hands: 1 unit, 100 in all; at least 100 must.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Redivide_Infeasible_SaysNothingOfMoves()
    {
        var plan = Write("plan.json", """{"assignment":{"a":"x","b":"x","c":"y","d":"y"}}""");

        var run = ToolRun.Of("grids", "redivide", Write("units.json", Path), "--from", plan, "--min", "500", "--json");

        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal(1, run.Exit);
        Assert.Null(result["moved"]);
        Assert.Null(result["movedBound"]);
        Assert.DoesNotContain("hanging hands", ToolRun.Of("grids", "redivide", Write("units.json", Path), "--from", plan, "--min", "500").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Redivide_OldGridAcrossParents_ExitsWith2AndNamesIt()
    {
        var units = Write("units.json", """{"units":[{"id":"a","parent":"P","people":5},{"id":"b","parent":"Q","people":5}],"edges":[]}""");

        var run = ToolRun.Of("grids", "redivide", units, "--from", Write("plan.json", """{"assignment":{"a":"x","b":"x"}}"""), "--grids", "1");

        Assert.Equal(2, run.Exit);
        Assert.EndsWith("holds units of \"P\" and \"Q\".", run.Error.TrimEnd(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5.0", 0)]
    [InlineData("5.5", 2)]
    [InlineData("1e400", 2)]
    public void Divide_Areas_CountWholeNumbersHoweverWritten(string people, int exit)
    {
        var units = Write("units.geojson", $$$"""{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"a","people":{{{people}}}},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}""");

        Assert.Equal(exit, ToolRun.Of("grids", "divide", units, "--grids", "1").Exit);
    }

    [Fact]
    public void Divide_AreasThatOverlap_AreNamedWithTheirArea()
    {
        static string Square(string id, int from) => FormattableString.Invariant($$$"""{"type":"Feature","properties":{"id":"{{{id}}}","people":100},"geometry":{"type":"Polygon","coordinates":[[[{{{from}}},0],[{{{from + 10}}},0],[{{{from + 10}}},10],[{{{from}}},10],[{{{from}}},0]]]}}""");
        var units = Write("units.geojson", $$"""{"type":"FeatureCollection","features":[{{Square("a", 0)}},{{Square("b", 6)}},{{Square("c", 16)}},{{Square("d", 16)}}]}""");

        var run = ToolRun.Of("grids", "divide", units, "--grids", "1", "--crs", "metric", "--json");

        var findings = JsonNode.Parse(run.Output)!["findings"]!.AsArray();
        Assert.Equal([("coverage.duplicate-geometry", 100.0), ("coverage.overlap", 40.0)], findings.Select(static finding => ((string)finding!["code"]!, (double)finding["measure"]!)).Order());
        Assert.All(findings, static finding => Assert.Equal("warning", (string)finding!["severity"]!));
        Assert.Contains("The units a, b must not overlap", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Divide_FreeNumberOfGrids_TakesTheMostEvenOfAllPlansThatItCounts()
    {
        static string Row(int last) => $$"""{"units":[{"id":"a","people":60},{"id":"b","people":60},{"id":"c","people":{{last}}}],"edges":[["a","b"],["b","c"]]}""";
        var units = Write("units.json", Row(60));

        // The middle of the bounds is nearest to two grids, and three are more even.
        var between = JsonNode.Parse(ToolRun.Of("grids", "divide", units, "--min", "30", "--max", "140", "--enumerate", "--json").Output)!;
        var norm = JsonNode.Parse(ToolRun.Of("grids", "divide", units, "--target", "100", "--enumerate", "--json").Output)!;
        var least = JsonNode.Parse(ToolRun.Of("grids", "divide", Write("other.json", Row(70)), "--min", "60", "--enumerate", "--json").Output)!;

        Assert.Equal((3, 3), ((int)between["plans"]!, (int)between["grids"]!));
        Assert.Equal((0.0, 0.0, 0.0), ((double)between["maxDeviation"]!, (double)between["bound"]!, (double)between["bestDeviation"]!));
        Assert.True((bool)between["optimal"]!);
        Assert.Equal((2, 2), ((int)norm["plans"]!, (int)norm["grids"]!));
        Assert.Equal((double)norm["maxDeviation"]!, (double)norm["bound"]!);
        Assert.Equal((3, 0.0, false), ((int)least["grids"]!, (double)least["bound"]!, (bool)least["optimal"]!));
    }

    [Fact]
    public void Redivide_FromNoPlan_ExitsWith2()
    {
        var run = ToolRun.Of("grids", "redivide", Write("units.json", Path), "--from", Write("plan.json", "{}"), "--grids", "2");

        Assert.Equal(2, run.Exit);
        Assert.Contains("should be a plan", run.Error, StringComparison.Ordinal);
    }

    private string Write(string name, string content)
    {
        File.WriteAllText(_folder[name], content);
        return _folder[name];
    }
}
