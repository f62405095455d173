using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Grids;

public sealed class GridsMergeCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Merge_TwoNetworksThatCutAcross_SaysWhereEveryCellWent()
    {
        var result = Json(0, "grids", "merge", Columns("police", 4), Rows("urban", 2), "--crs", "metric", "--grids", "2", "--json");

        Assert.True((bool)result["feasible"]!);
        Assert.Equal(2, (int)result["grids"]!);
        Assert.Equal(0, (double)result["maxDeviation"]!);
        var rows = result["crosswalk"]!.AsArray();
        foreach (var cell in rows.GroupBy(static row => ((string)row!["network"]!, (string)row["from"]!)))
        {
            Assert.Equal(1, cell.Sum(static row => (double)row!["shareByArea"]!), 1e-9);
            Assert.Equal(1, cell.Sum(static row => (double)row!["shareByPeople"]!), 1e-9);
        }

        Assert.Equal(6, rows.Select(static row => ((string)row!["network"]!, (string)row["from"]!)).Distinct().Count());
        Assert.Equal(400, rows.Where(static row => (string)row!["network"]! == "police").Sum(static row => (double)row!["people"]!), 1e-9);
        Assert.Equal(1600, rows.Where(static row => (string)row!["network"]! == "urban").Sum(static row => (double)row!["squareMetres"]!), 1e-9);
        Assert.Contains(result["duties"]!.AsArray(), static duty => (string)duty!["duty"]! == "fire-safety" && (string)duty["network"]! == "police");
        Assert.Equal(2, result["kept"]!.AsArray().Count);
    }

    [Fact]
    public void Merge_IdenticalNetworksWithoutAnySize_ReturnsTheNetwork()
    {
        var output = _folder["merged.geojson"];

        var result = Json(0, "grids", "merge", Columns("a", 4), Columns("b", 4), "--crs", "metric", "--json", "-o", output);

        Assert.Equal(4, (int)result["grids"]!);
        Assert.All(result["crosswalk"]!.AsArray(), static row => Assert.Equal((1, 1), ((double)row!["shareByArea"]!, (double)row["shareByPeople"]!)));
        Assert.All(result["kept"]!.AsArray(), static kept => Assert.Equal((1, 1), ((double)kept!["wholeByArea"]!, (double)kept["wholeByPeople"]!)));
        var written = JsonNode.Parse(File.ReadAllText(output))!["features"]!.AsArray();
        Assert.Equal(4, written.Count);
        Assert.All(written, static feature => Assert.Equal(("fire-safety;patrol", 400.0), ((string)feature!["properties"]!["duties"]!, (double)feature["properties"]!["areaSquareMetres"]!)));
    }

    [Fact]
    public void Merge_IntoUnits_KeepsThemWhole()
    {
        // Eight strips of 5 m: the old cells of 10 and of 40 ÷ 3 do not end where they do.
        var units = Write("units.geojson", Enumerable.Range(0, 8).Select(static i => Feature($"\"id\":\"u{i}\",\"people\":50,\"households\":20", i * 5, 0, (i * 5) + 5, 40)));

        var result = Json(0, "grids", "merge", Columns("police", 4), Columns("urban", 5), "--into", units, "--crs", "metric", "--grids", "2", "--json");

        Assert.Equal("""{"u0":"001","u1":"001","u2":"001","u3":"001","u4":"002","u5":"002","u6":"002","u7":"002"}""", result["assignment"]!.ToJsonString());
        var middle = result["crosswalk"]!.AsArray().Where(static row => (string)row!["network"]! == "urban" && (string)row["from"]! == "urban-2").ToArray();
        Assert.Equal([("001", 0.5, 0.5), ("002", 0.5, 0.5)], middle.Select(static row => ((string)row!["to"]!, (double)row["shareByArea"]!, (double)row["shareByPeople"]!)).Order());
    }

    [Fact]
    public void Merge_WithParents_StaysInsideThem()
    {
        var communities = Columns("communities", 2);

        var result = Json(0, "grids", "merge", communities, Rows("urban", 4), "--parents", communities, "--crs", "metric", "--json");

        Assert.All(result["crosswalk"]!.AsArray().Where(static row => (string)row!["network"]! == "communities"), static row => Assert.StartsWith((string)row!["from"]!, (string)row["to"]!, StringComparison.Ordinal));
    }

    [Fact]
    public void Merge_LandCoveredTwiceOrByNone_IsAFinding()
    {
        var twice = Write("twice.geojson", [Feature("\"code\":\"x\"", 0, 0, 30, 40), Feature("\"code\":\"y\"", 20, 0, 38, 40)]);

        var result = Json(0, "grids", "merge", Columns("police", 4), twice, "--crs", "metric", "--json");

        Assert.Equal(
            [("division.covered-twice", 400m), ("division.left-out", 80m)],
            result["findings"]!.AsArray().Where(static finding => ((string)finding!["code"]!).StartsWith("division.covered", StringComparison.Ordinal) || (string)finding["code"]! == "division.left-out")
                .Select(static finding => ((string)finding!["code"]!, (decimal)finding["measure"]!)));
    }

    [Fact]
    public void Merge_LandThatTheFirstNetworkLeavesOut_HasThePeopleOfTheNext()
    {
        var west = Write("west.geojson", [Feature("\"code\":\"w\",\"people\":300,\"households\":100", 0, 0, 20, 40)]);
        var all = Write("all.geojson", [Feature("\"code\":\"a\",\"people\":50,\"households\":20", 0, 0, 40, 40), Feature("\"code\":\"z\",\"people\":10,\"households\":3", 40, 0, 60, 40)]);

        var result = Json(0, "grids", "merge", west, all, "--crs", "metric", "--grids", "1", "--json");

        Assert.Equal(335, result["crosswalk"]!.AsArray().Where(static row => (string)row!["network"]! == "all").Sum(static row => (double)row!["people"]!));
        Assert.All(result["crosswalk"]!.AsArray(), static row => Assert.Equal(1, (double)row!["shareByPeople"]!));
        var leftOut = Assert.Single(result["findings"]!.AsArray(), static finding => (string)finding!["code"]! == "division.left-out")!;
        Assert.Equal("The network \"west\" should cover what the other networks cover, but leaves out land where 35 people live, in \"a\" (all), \"z\" (all).", (string)leftOut["message"]!);
    }

    [Fact]
    public void Merge_CellsThatOverlap_KeepAllTheirPeople()
    {
        var twice = Write("twice.geojson", [Feature("\"code\":\"x\",\"people\":100,\"households\":30", 0, 0, 40, 40), Feature("\"code\":\"y\",\"people\":60,\"households\":20", 10, 0, 30, 40)]);
        var output = _folder["merged.geojson"];

        Json(0, "grids", "merge", twice, "--crs", "metric", "--grids", "1", "--json", "-o", output);

        Assert.Equal(160, (int)JsonNode.Parse(File.ReadAllText(output))!["features"]![0]!["properties"]!["people"]!);
    }

    [Fact]
    public void Merge_DutiesAsAList_AreInherited()
    {
        var list = Write("list.geojson", [Feature("\"code\":\"x\",\"people\":100.0,\"duties\":[\"patrol\",\" \",\"fire-safety\"]", 0, 0, 40, 40), Feature("\"code\":\"y\",\"people\":100,\"duties\":null", 40, 0, 60, 40)]);

        var result = Json(0, "grids", "merge", list, "--crs", "metric", "--grids", "1", "--json");

        Assert.Equal(["fire-safety", "patrol"], result["duties"]!.AsArray().Select(static duty => (string)duty!["duty"]!));
        Refused("a list of texts", "grids", "merge", Write("number.geojson", [Feature("\"code\":\"x\",\"people\":100,\"duties\":[5]", 0, 0, 40, 40)]), "--crs", "metric", "--grids", "1");
    }

    [Fact]
    public void Merge_NetworksWithoutPeople_BalanceTheLand()
    {
        var bare = Write("bare.geojson", Enumerable.Range(0, 4).Select(static i => Feature($"\"code\":\"c{i}\"", i * 10, 0, (i * 10) + 10, 40)));

        var result = Json(0, "grids", "merge", bare, "--crs", "metric", "--grids", "2", "--json");

        Assert.All(result["crosswalk"]!.AsArray(), static row => Assert.Null(row!["shareByPeople"]));
        Assert.Equal([2, 2], result["crosswalk"]!.AsArray().CountBy(static row => (string)row!["to"]!).Select(static pair => pair.Value));
    }

    [Fact]
    public void Merge_Text_IsATableOfTheCrosswalk()
    {
        var run = ToolRun.Of("grids", "merge", Columns("police", 2), "--crs", "metric", "--grids", "1");

        Assert.Equal("network,from,to,squareMetres,people,shareByArea,shareByPeople\npolice,police-0,001,800,100,1,1\npolice,police-1,001,800,100,1,1\n", run.Output);
        Assert.Contains("1 network merged into 1 cell.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Merge_Infeasible_ExitsWith1AndSaysWhy()
    {
        var result = Json(1, "grids", "merge", Columns("police", 2), "--crs", "metric", "--min", "150", "--max", "160", "--json");

        Assert.False((bool)result["feasible"]!);
        Assert.NotNull(result["certificate"]);
        Assert.Empty(result["crosswalk"]!.AsArray());
    }

    [Fact]
    public void Merge_UnusableInput_ExitsWith2AndOneLine()
    {
        var police = Columns("police", 2);
        Refused("should be one of the files", "grids", "merge", police, "--crs", "metric", "--parents", "x");
        Refused("300 to 200", "grids", "merge", police, "--crs", "metric", "--min", "300", "--max", "200");
        Refused("should have an area", "grids", "merge", Write("flat.geojson", [Feature("\"code\":\"y\"", 0, 0, 1, 1), "{\"type\":\"Feature\",\"properties\":{\"code\":\"x\"},\"geometry\":null}"]), "--crs", "metric");
        Refused("\"people\" should be a whole number", "grids", "merge", Write("many.geojson", [Feature("\"code\":\"x\",\"people\":-1", 0, 0, 1, 1)]), "--crs", "metric");
        Refused("\"x\"", "grids", "merge", Write("same.geojson", [Feature("\"code\":\"x\"", 0, 0, 1, 1), Feature("\"code\":\"x\"", 1, 0, 2, 1)]), "--crs", "metric");
        Refused("area each", "grids", "merge", police, "--crs", "metric", "--into", Write("units.json", "{\"units\":[{\"id\":\"a\",\"people\":1}]}"));
        Refused("no-such", "grids", "merge", "no-such.geojson");
    }

    private static void Refused(string reason, params string[] args)
    {
        var run = ToolRun.Of(args);

        Assert.Equal(2, run.Exit);
        Assert.Contains(reason, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static JsonNode Json(int exit, params string[] args)
    {
        var run = ToolRun.Of(args);

        Assert.True(run.Exit == exit, run.Error);
        return JsonNode.Parse(run.Output)!;
    }

    private string Columns(string name, int count) => Write($"{name}.geojson", Enumerable.Range(0, count).Select(i =>
        Feature($"\"code\":\"{name}-{i}\",\"people\":100,\"households\":40,\"duties\":\"fire-safety;patrol\"", i * 40 / count, 0, (i + 1) * 40 / count, 40)));

    private string Rows(string name, int count) => Write($"{name}.geojson", Enumerable.Range(0, count).Select(i =>
        Feature($"\"code\":\"{name}-{i}\",\"duties\":\"street-order\"", 0, i * 40 / count, 40, (i + 1) * 40 / count)));

    private static string Feature(string properties, int west, int south, int east, int north) => FormattableString.Invariant(
        $$$"""{"type":"Feature","properties":{{{{properties}}}},"geometry":{"type":"Polygon","coordinates":[[[{{{west}}},{{{south}}}],[{{{east}}},{{{south}}}],[{{{east}}},{{{north}}}],[{{{west}}},{{{north}}}],[{{{west}}},{{{south}}}]]]}}""");

    private string Write(string name, IEnumerable<string> features) => Write(name, $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}""");

    private string Write(string name, string content)
    {
        File.WriteAllText(_folder[name], content);
        return _folder[name];
    }
}
