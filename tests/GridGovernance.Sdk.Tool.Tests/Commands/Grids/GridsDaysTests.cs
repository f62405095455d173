using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Grids;

/// <summary>Cells with days: a verb that needs one map takes that of one day and never mixes two.</summary>
public sealed class GridsDaysTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("2026-01-31", "b")]
    [InlineData("2026-02-01", "a")]
    public void Locate_ABorderThatMoved_GivesTheCellOfTheDay(string day, string expected)
    {
        var run = ToolRun.Of("grids", "locate", Moved(), Points(), "--crs", "metric", "--at", day);

        Assert.Equal((ExitCode.Ok, $"id,code\nx,{expected}\n"), (run.Exit, run.Output));
    }

    [Theory]
    [InlineData("2026-01-31", 0, 1)]
    [InlineData("2026-02-01", 2, 3)]
    public void Repair_CellsOfADay_AreWrittenWithWhatElseTheyHave(string day, int first, int second)
    {
        var run = ToolRun.Of("grids", "repair", Moved(), "-o", _folder["out.geojson"], "--crs", "metric", "--at", day, "--json");

        Assert.Equal(ExitCode.Ok, run.Exit);
        var features = JsonNode.Parse(File.ReadAllText(_folder["out.geojson"]))!["features"]!.AsArray();
        Assert.Equal([first, second], features.Select(static f => (int)f!["properties"]!["load"]!));
        Assert.Equal(ExitCode.Ok, ToolRun.Of("grids", "audit", _folder["out.geojson"], "--crs", "metric", "--at", day).Exit);
    }

    [Fact]
    public void Map_CellsOfADay_AreDrawnOnce()
    {
        var run = ToolRun.Of("grids", "map", Moved(), "-o", _folder["map.svg"], "--crs", "metric", "--at", "2026-02-01", "--json");

        Assert.Equal((ExitCode.Ok, 2), (run.Exit, (int)JsonNode.Parse(run.Output)!["cells"]!));
        Assert.Equal(2, XDocument.Load(_folder["map.svg"]).Descendants().Count(static e => e.Name.LocalName == "path" && e.Elements().Any()));
    }

    [Theory]
    [InlineData("locate CELLS POINTS")]
    [InlineData("repair CELLS -o out.svg")]
    [InlineData("map CELLS -o out.svg")]
    public void EveryVerbOfOneMap_CellsOfDifferentDays_AsksForTheDay(string line)
    {
        var run = ToolRun.Of(Arguments(line, Moved()));

        Assert.Equal((ExitCode.Unusable, ""), (run.Exit, run.Output));
        Assert.Contains("days.geojson: --at should name a day, because no day is common to all cells", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["out.svg"]));
    }

    [Theory]
    [InlineData("locate CELLS POINTS")]
    [InlineData("repair CELLS -o out.svg")]
    [InlineData("map CELLS -o out.svg")]
    public void EveryVerbOfOneMap_ADayWithoutCells_IsUnusable(string line)
    {
        var run = ToolRun.Of([.. Arguments(line, Moved()), "--at", "2025-12-31"]);

        Assert.Equal((ExitCode.Unusable, ""), (run.Exit, run.Output));
        Assert.Contains("at least one cell should hold on 2025-12-31, but none does", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("locate CELLS POINTS")]
    [InlineData("repair CELLS -o out.svg")]
    [InlineData("map CELLS -o out.svg")]
    public void EveryVerbOfOneMap_CellsThatShareADay_NeedNone(string line) => Assert.Equal(ExitCode.Ok, ToolRun.Of(Arguments(line, Cells(
        ("a", 0, 10, "\"validFrom\":\"2026-01-01\",\"validTo\":\"2026-03-01\""), ("b", 10, 20, "\"validFrom\":\"2026-03-01\"")))).Exit);

    [Fact]
    public void Repair_ACodeThatStandsTwice_IsRefusedAndWritesNothing()
    {
        var run = ToolRun.Of("grids", "repair", Cells(("a", 0, 10, "\"n\":1"), ("a", 10, 20, "\"n\":2")), "-o", _folder["out.geojson"], "--crs", "metric", "--json");

        Assert.Equal(ExitCode.Findings, run.Exit);
        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal((false, "coverage.duplicate-code"), ((bool)result["repaired"]!, (string?)result["findings"]![0]!["code"]));
        Assert.False(File.Exists(_folder["out.geojson"]));
    }

    private string[] Arguments(string line, string cells) =>
    [
        "grids", .. line.Split(' ').Select(word => word switch { "CELLS" => cells, "POINTS" => Points(), "out.svg" => _folder[word], _ => word }), "--crs", "metric",
    ];

    // The border between a and b moves from 10 to 12 on 1 February.
    private string Moved()
    {
        const string January = "\"validFrom\":\"2026-01-01\",\"validTo\":\"2026-01-31\"", Since = "\"validFrom\":\"2026-02-01\"";
        return Cells(("a", 0, 10, January), ("b", 10, 20, January), ("a", 0, 12, Since), ("b", 12, 20, Since));
    }

    private string Points()
    {
        File.WriteAllText(_folder["p.csv"], "id,lon,lat\nx,11,5\n");
        return _folder["p.csv"];
    }

    private string Cells(params (string Code, int West, int East, string Members)[] cells)
    {
        var features = cells.Select(static (cell, i) =>
            $"{{\"type\":\"Feature\",\"properties\":{{\"code\":\"{cell.Code}\",\"load\":{i},{cell.Members}}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":"
            + $"[[[{cell.West},0],[{cell.East},0],[{cell.East},10],[{cell.West},10],[{cell.West},0]]]}}}}");
        File.WriteAllText(_folder["days.geojson"], "{\"type\":\"FeatureCollection\",\"features\":[\n" + string.Join(",\n", features) + "]}");
        return _folder["days.geojson"];
    }
}
