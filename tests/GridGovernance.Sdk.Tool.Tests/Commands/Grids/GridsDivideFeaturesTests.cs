using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Grids;

public sealed class GridsDivideFeaturesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Divide_Points_AreNeighboursByNearnessInEachParent()
    {
        // Two villages, a row of four points each, listed from east to west.
        var output = _folder["points-plan.geojson"];
        var features = string.Join(',', Enumerable.Range(0, 8).Reverse().Select(static i => Point(FormattableString.Invariant($"u{i}"), i * 0.001, 32, $$"""
            "parent":"v{{i / 4}}-","people":100,"households":30
            """)));
        var units = Write("points.geojson", $$"""{"type":"FeatureCollection","features":[{{features}}]}""");

        var run = ToolRun.Of("grids", "divide", units, "--grids", "2", "--json", "-o", output);

        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal((0, 4, 2, 0), (run.Exit, (int)result["grids"]!, (int)result["cutEdges"]!, (int)result["maxDeviation"]!));
        Assert.Equal((string)result["assignment"]!["u4"]!, (string)result["assignment"]!["u5"]!);
        Assert.NotNull(result["quality"]!["meanDistanceMetres"]);
        Assert.Contains("4 grids of 4 in", run.Error, StringComparison.Ordinal);
        Assert.Contains("without a polygon", run.Error, StringComparison.Ordinal);
        var plan = JsonNode.Parse(File.ReadAllText(output))!["features"]!.AsArray();
        Assert.All(plan, static feature => Assert.Null(feature!["geometry"]));

        var again = ToolRun.Of("grids", "redivide", units, "--from", output, "--json");

        Assert.Equal((0, 0), (again.Exit, (int)JsonNode.Parse(again.Output)!["moved"]!));
    }

    [Fact]
    public void Divide_PointsAtOnePlace_AreSaidAndDivided()
    {
        var run = DividePoints("1", Point("a", 0, 0), Point("b", 9, 0), Point("c", 9, 0));

        Assert.Equal(0, run.Exit);
        Assert.Contains("2 units of the parent \"\" share their place with another, such as \"b\" and \"c\"", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 grid, largest deviation", run.Error, StringComparison.Ordinal);
        Assert.Contains(", 0 edges cut", run.Error, StringComparison.Ordinal);
        Assert.Contains("2 grids, largest", DividePoints("2", Point("a", 0, 0), Point("b", 9, 0)).Error, StringComparison.Ordinal);
        Assert.Contains(", 1 edge cut", DividePoints("2", Point("a", 0, 0), Point("b", 9, 0)).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"Polygon","coordinates":[[[10,0],[20,0],[20,10],[10,10],[10,0]]]}""", "\"b\" is an area and \"a\" a point")]
    [InlineData("""{"type":"MultiPoint","coordinates":[[1,2]]}""", "a Polygon, a MultiPolygon or a Point, but is \"MultiPoint\"")]
    [InlineData("""{"type":"Point","coordinates":[1]}""", "two numbers")]
    [InlineData("""{"type":"Point","coordinates":[[1,2]]}""", "a number")]
    [InlineData("""{"type":"Point","coordinates":[1e12,2]}""", "1000000000000")]
    [InlineData("""{"type":"Point"}""", "coordinates")]
    public void Divide_PointsWithWhatIsNone_ExitsWith2(string geometry, string reason)
    {
        var run = DividePoints("1", Point("a", 0, 0), $$$"""{"type":"Feature","properties":{"id":"b","people":1},"geometry":{{{geometry}}}}""");

        Assert.Equal(2, run.Exit);
        Assert.Contains(reason, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void Divide_FeaturesWithEdges_TakesThemAsTheyAre()
    {
        // A point and an area, and an order of neighbours that is not theirs by nearness: u0–u2–u1.
        var area = """{"type":"Feature","properties":{"id":"u2","people":100},"geometry":{"type":"Polygon","coordinates":[[[90,0],[99,0],[99,9],[90,9],[90,0]]]}}""";
        var units = Write("edges.geojson", $$"""{"type":"FeatureCollection","edges":[["u0","u2"],["u2","u1"]],"features":[{{Point("u0", 0, 0)}},{{Point("u1", 1, 0)}},{{area}}]}""");

        var run = ToolRun.Of("grids", "divide", units, "--crs", "metric", "--min", "100", "--max", "200", "--enumerate", "--json");

        // Three units alone, u0 with u2, or u2 with u1; never u0 with u1.
        Assert.Equal((0, 3), (run.Exit, (int)JsonNode.Parse(run.Output)!["plans"]!));
    }

    [Theory]
    [InlineData("""[["u0"]]""", "/edges/0 should name two units")]
    [InlineData("""{"u0":"u1"}""", "/edges should be part of a list of pairs")]
    [InlineData("""[["u0","u0b"],"u0"]""", "/edges/1 should be part of a list of pairs")]
    [InlineData("""[["u0",1]]""", "/edges/0/1 should be part of a list of pairs")]
    [InlineData("""[["u0","x"]]""", "\"x\"")]
    public void Divide_FeaturesWithBadEdges_ExitsWith2(string edges, string reason)
    {
        var run = ToolRun.Of("grids", "divide", Write("edges.geojson", $$"""{"type":"FeatureCollection","features":[{{Point("u0", 0, 0)}}],"edges":{{edges}}}"""), "--crs", "metric", "--grids", "1");

        Assert.Equal(2, run.Exit);
        Assert.Contains(reason, Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void Divide_AreasThatAlmostTouch_PointsToTheRepair()
    {
        var features = string.Join(',', Enumerable.Range(0, 2).Select(static i => FormattableString.Invariant(
            $$$"""{"type":"Feature","properties":{"id":"u{{{i}}}","people":100},"geometry":{"type":"Polygon","coordinates":[[[{{{i * 10.001}}},0],[{{{(i * 10) + 10}}},0],[{{{(i * 10) + 10}}},10],[{{{i * 10.001}}},10],[{{{i * 10.001}}},0]]]}}""")));

        var run = ToolRun.Of("grids", "divide", Write("apart.geojson", $$"""{"type":"FeatureCollection","features":[{{features}}]}"""), "--crs", "metric", "--grids", "1");

        Assert.Equal(1, run.Exit);
        Assert.Contains("\"u0\" and \"u1\" come within 0.001 m of each other but share no border", run.Error, StringComparison.Ordinal);
        Assert.Contains("gridgov grids repair", run.Error, StringComparison.Ordinal);
        Assert.Contains("the number of its grids is to be 1.", run.Output, StringComparison.Ordinal);
    }

    private ToolRun DividePoints(string grids, params string[] features) =>
        ToolRun.Of("grids", "divide", Write("points.geojson", $$"""{"type":"FeatureCollection","features":[{{string.Join(',', features)}}]}"""), "--crs", "metric", "--grids", grids);

    private static string Point(string id, double x, double y, string properties = "\"people\":100") => FormattableString.Invariant(
        $$$"""{"type":"Feature","properties":{"id":"{{{id}}}",{{{properties}}}},"geometry":{"type":"Point","coordinates":[{{{x}}},{{{y}}}]}}""");

    private string Write(string name, string content)
    {
        File.WriteAllText(_folder[name], content);
        return _folder[name];
    }
}
