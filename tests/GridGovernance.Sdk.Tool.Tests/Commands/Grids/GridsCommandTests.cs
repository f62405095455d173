using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Grids;

public sealed class GridsCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    // Four fields of 10 by 10 metres around (10, 10).
    private static readonly (string Code, string Ring)[] Fields =
    [
        ("a", Box(0, 0, 10, 10)), ("b", Box(10, 0, 20, 10)), ("c-1", Box(0, 10, 10, 20)), ("单元4", Box(10, 10, 20, 20)),
    ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Audit_AnExactTiling_IsValidWithItsAdjacency()
    {
        var run = Audit(Cells(Fields), "--json");

        Assert.Equal(ExitCode.Ok, run.Exit);
        var result = JsonNode.Parse(run.Output)!;
        Assert.True((bool)result["valid"]!);
        Assert.Empty(result["findings"]!.AsArray());
        Assert.Equal((0.0, 0.0, 0.0), ((double)result["gapSquareMetres"]!, (double)result["overlapSquareMetres"]!, (double)result["outsideSquareMetres"]!));
        Assert.Null(result["uncoveredHouseholds"]);
        Assert.Equal("""[["a","b"],["a","c-1"],["b","单元4"],["c-1","单元4"]]""", Compact(result["adjacency"]!["rook"]!));
        Assert.Equal("""[["a","b"],["a","c-1"],["a","单元4"],["b","c-1"],["b","单元4"],["c-1","单元4"]]""", Compact(result["adjacency"]!["queen"]!));
    }

    [Fact]
    public void Audit_EveryKindOfDefect_HasItsAreaAndPlace()
    {
        var parent = Cells([("p", Box(0, 0, 30, 20))], "parent.geojson");
        (string, string)[] cells = [("a", Box(0, 0, 12, 10)), ("b", Box(10, 0, 20, 10)), ("c", Box(-5, 10, 10, 20)), ("d", Box(10, 10, 20, 20))];

        var run = Audit(Cells(cells), "--parent", parent, "--json");

        Assert.Equal(ExitCode.Findings, run.Exit);
        var result = JsonNode.Parse(run.Output)!;
        Assert.False((bool)result["valid"]!);
        Assert.Equal((200.0, 20.0, 50.0), ((double)result["gapSquareMetres"]!, (double)result["overlapSquareMetres"]!, (double)result["outsideSquareMetres"]!));
        var overlap = Of(result, "coverage.overlap");
        Assert.Equal(("error", 20.0, """["a","b"]"""), ((string?)overlap["severity"], (double)overlap["squareMetres"]!, Compact(overlap["grids"]!)));
        var at = overlap["at"]!.AsArray();
        Assert.InRange((double)at[0]!, 10, 12);
        Assert.InRange((double)at[1]!, 0, 10);
        Assert.Equal("""["b","d"]""", Compact(Of(result, "coverage.gap")["grids"]!));
        Assert.Equal("""["c"]""", Compact(Of(result, "coverage.outside")["grids"]!));
    }

    [Theory]
    [InlineData("0", "error")]
    [InlineData("0.5", "error")]
    [InlineData("2.1", "warning")]
    public void Audit_Tolerance_SetsSeverityAndHidesNothing(string tolerance, string severity)
    {
        (string, string)[] cells = [("a", Box(0, 0, 12, 10)), ("b", Box(10, 0, 20, 10))];

        var run = Audit(Cells(cells), "--tolerance", tolerance, "--json");

        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal(20.0, (double)result["overlapSquareMetres"]!);
        Assert.Equal(severity, (string?)Of(result, "coverage.overlap")["severity"]);
        Assert.Equal(severity == "warning", (bool)result["valid"]!);
    }

    [Fact]
    public void Audit_Households_AreCounted()
    {
        var households = Text("h.csv", "id,lon,lat,people\nin,5,5,3\nout,50,5,2\ntwo,11,5,\nborder,10,15,1\n");
        (string, string)[] cells = [("a", Box(0, 0, 12, 10)), .. Fields[1..]];

        var run = Audit(Cells(cells), "--households", households, "--json");

        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal((1, 1), ((int)result["uncoveredHouseholds"]!, (int)result["doublyCoveredHouseholds"]!));
        Assert.Equal("out", (string?)Of(result, "coverage.uncovered-household")["subject"]);
        Assert.Equal("""["a","b"]""", Compact(Of(result, "coverage.doubly-covered-household")["grids"]!));
    }

    [Theory]
    [InlineData("[[0,0],[10,10],[10,0],[0,9],[0,0]]", "coverage.invalid-geometry")]
    [InlineData("[[0,0],[10,10],[10,0],[0,10],[0,0]]", "interchange.invalid-geometry")]
    [InlineData("[]", "interchange.empty-geometry")]
    [InlineData("[[0,0],[10,0],[0,0]]", "interchange.ring-too-short")]
    [InlineData("[[0,0],[10,0],[20,0],[0,0]]", "interchange.invalid-geometry")]
    public void Audit_AGeometryThatIsNotValid_IsAFinding(string ring, string code)
    {
        var run = Audit(Cells([("bad", ring.Length == 2 ? "" : ring), ("good", Box(100, 0, 120, 20))]), "--json");

        Assert.Equal(ExitCode.Findings, run.Exit);
        Assert.Equal("""["bad"]""", Compact(Of(JsonNode.Parse(run.Output)!, code)["grids"]!));
    }

    [Fact]
    public void Audit_OneCellTwiceAndOneCodeTwice_AreNamed()
    {
        var run = Audit(Cells([("a", Box(0, 0, 10, 10)), ("b", Box(0, 0, 10, 10)), ("b", Box(10, 0, 20, 10))]), "--json");

        var result = JsonNode.Parse(run.Output)!;
        Assert.Equal(100.0, (double)result["overlapSquareMetres"]!);
        Assert.Equal("""["a","b"]""", Compact(Of(result, "coverage.duplicate-geometry")["grids"]!));
        Assert.Equal("""["b"]""", Compact(Of(result, "coverage.duplicate-code")["grids"]!));
    }

    [Fact]
    public void Audit_ABowTieWithoutArea_HasItsPlace()
    {
        var run = Audit(Cells([("bad", "[[0,0],[10,10],[10,0],[0,10],[0,0]]"), ("good", Box(100, 0, 120, 20))]), "--json");

        Assert.Equal("[5,5]", Compact(Of(JsonNode.Parse(run.Output)!, "interchange.invalid-geometry")["at"]!));
    }

    [Fact]
    public void Audit_CellsWithDays_FindsAGapOfOneDayWithItsDate()
    {
        (string, string)[] cells = [("a", Box(0, 0, 10, 10)), ("b", Box(10, 0, 20, 10)), ("b", Box(10, 0, 20, 10))];
        var path = Text("days.geojson", File.ReadAllText(Cells(cells)).Replace("\"load\":1", "\"load\":1,\"validTo\":\"2026-03-31\"", StringComparison.Ordinal).Replace("\"load\":2", "\"load\":2,\"validFrom\":\"2026-04-02\"", StringComparison.Ordinal));
        var parent = Cells([("p", "[[0,0],[10,0],[20,0],[20,10],[10,10],[0,10],[0,0]]")], "parent.geojson");

        var run = Audit(path, "--parent", parent, "--json");

        var result = JsonNode.Parse(run.Output)!;
        var gap = Assert.Single(result["findings"]!.AsArray())!;
        Assert.Equal(("coverage.gap", "2026-04-01", "2026-04-01"), ((string?)gap["code"], (string?)gap["from"], (string?)gap["to"]));
        Assert.Equal((100.0, false), ((double)result["gapSquareMetres"]!, (bool)result["valid"]!));
        Assert.Equal("[null,\"2026-04-01\",\"2026-04-02\"]", Compact(new JsonArray([.. result["stretches"]!.AsArray().Select(static s => s!["from"]?.DeepClone())])));
        Assert.Equal("""[["a","b"]]""", Compact(result["adjacency"]!["rook"]!));
        Assert.Contains("a [2026-04-01..2026-04-01]: error coverage.gap: ", Audit(path, "--parent", parent).Output, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Ok, ExitCode.Findings), (Audit(path, "--parent", parent, "--at", "2026-03-31").Exit, Audit(path, "--parent", parent, "--at", "2026-04-01").Exit));
        var one = JsonNode.Parse(Audit(path, "--parent", parent, "--at", "2026-04-01", "--json").Output)!;
        Assert.Null(one["stretches"]);
        Assert.Null(one["findings"]![0]!["from"]);
        Assert.Equal("[]", Compact(one["adjacency"]!["queen"]!));
    }

    [Fact]
    public void Audit_HouseholdsWithDays_CountOnTheirDays()
    {
        var households = Text("h.csv", "id,lon,lat,people,validFrom,validTo\nmoves,5,5,3,,2026-01-31\nmoves,15,5,3,2026-02-01,\nout,50,5,2,2026-03-01,2026-03-02\n");
        (string, string)[] cells = [.. Fields[..2]];

        var result = JsonNode.Parse(Audit(Cells(cells), "--households", households, "--json").Output)!;

        var finding = Assert.Single(result["findings"]!.AsArray())!;
        Assert.Equal(("out", "2026-03-01", "2026-03-02", 1), ((string?)finding["subject"], (string?)finding["from"], (string?)finding["to"], (int)result["uncoveredHouseholds"]!));
        Assert.Equal(ExitCode.Ok, Audit(Cells(cells), "--households", households, "--at", "2026-03-03").Exit);
        Assert.Equal(ExitCode.Findings, Audit(Cells(cells), "--households", households, "--at", "2026-03-02").Exit);
    }

    [Theory]
    [InlineData("id,lon,lat,people\nh,5,5,-1\n", "h.csv:2: \"people\" should be 0 or more, but is -1.")]
    [InlineData("id,lon,lat,validFrom,validTo\nh,5,5,,\nh,5,5,2026-02-01,2026-01-31\n", "h.csv:3: \"validTo\" should be on or after \"validFrom\", 2026-02-01, but is 2026-01-31.")]
    public void Audit_ABadHousehold_IsUnusableWithItsLine(string text, string message)
    {
        var run = Audit(Cells(Fields), "--households", Text("h.csv", text));

        Assert.Equal(ExitCode.Unusable, run.Exit);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"validTo\":\"31.3.2026\"", "\"validTo\" should be a date such as 2026-01-31, but is \"31.3.2026\".")]
    [InlineData("\"validFrom\":\"2026-02-01\",\"validTo\":\"2026-01-31\"", "\"validTo\" should be on or after \"validFrom\", 2026-02-01, but is 2026-01-31.")]
    [InlineData("\"load\":2", "\"load\" should stand once in its object, but stands again.")]
    public void Audit_CellsWithBadMembers_AreUnusable(string members, string message)
    {
        var run = Audit(Text("days.geojson", File.ReadAllText(Cells(Fields)).Replace("\"load\":1", "\"load\":1," + members, StringComparison.Ordinal)));

        Assert.Equal(ExitCode.Unusable, run.Exit);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_ADayThatIsNone_IsUnusable()
    {
        var run = Audit(Cells(Fields), "--at", "2026-02-30");

        Assert.Equal(ExitCode.Unusable, run.Exit);
        Assert.Contains("--at should be a date", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Audit_TheOrderOfTheFile_DoesNotMatter()
    {
        (string, string)[] cells = [("a", Box(0, 0, 12, 10)), ("b", Box(10, 0, 20, 10)), ("c", Box(0, 10, 9, 20)), ("d", Box(10, 10, 20, 20))];

        Assert.Equal(Audit(Cells(cells), "--json").Output, Audit(Cells([.. cells.Reverse()]), "--json").Output);
    }

    [Fact]
    public void Repair_ThenAudit_IsCleanAndKeepsWhatElseWasThere()
    {
        var parent = Cells([("p", Box(0, 0, 30, 20))], "parent.geojson");
        (string, string)[] cells = [("a", Box(0, 0, 12, 10)), ("b", Box(10, 0, 20, 10)), ("c", Box(-5, 10, 10, 20)), ("d", Box(10, 10, 20, 20))];

        var run = ToolRun.Of("grids", "repair", Cells(cells), "--parent", parent, "-o", _folder["out.geojson"], "--parent-output", _folder["parent2.geojson"], "--crs", "metric", "--json");
        var audit = Audit(_folder["out.geojson"], "--parent", parent, "--json");

        Assert.Equal((ExitCode.Ok, ExitCode.Ok), (run.Exit, audit.Exit));
        Assert.True((bool)JsonNode.Parse(run.Output)!["repaired"]!);
        Assert.Equal(270.0, (double)JsonNode.Parse(run.Output)!["movedSquareMetres"]!, 1e-6);
        Assert.True((bool)JsonNode.Parse(audit.Output)!["valid"]!);
        Assert.Empty(JsonNode.Parse(Audit(_folder["out.geojson"], "--parent", _folder["parent2.geojson"], "--json").Output)!["findings"]!.AsArray());
        var features = JsonNode.Parse(File.ReadAllText(_folder["out.geojson"]))!["features"]!.AsArray();
        Assert.Equal(["a", "b", "c", "d"], features.Select(static f => (string?)f!["properties"]!["code"]));
        Assert.Equal([0, 1, 2, 3], features.Select(static f => (int)f!["properties"]!["load"]!));
    }

    [Fact]
    public void Repair_BeyondTheBound_IsRefusedAndWritesNothing()
    {
        (string, string)[] cells = [("a", Box(0, 0, 12, 10)), ("b", Box(10, 0, 20, 10))];

        var run = ToolRun.Of("grids", "repair", Cells(cells), "-o", _folder["out.geojson"], "--max-moved", "19", "--crs", "metric", "--json");

        Assert.Equal(ExitCode.Findings, run.Exit);
        Assert.Equal("coverage.repair-moves-too-much", (string?)JsonNode.Parse(run.Output)!["findings"]![0]!["code"]);
        Assert.False(File.Exists(_folder["out.geojson"]));
    }

    [Fact]
    public void Locate_Points_GiveTheirCells()
    {
        var points = Text("p.csv", "id,lon,lat\n一,5,5\nborder,10,10\noutside,99,5\n=1+1,15,5\n", "gb18030");

        var run = ToolRun.Of("grids", "locate", Cells(Fields), points, "--crs", "metric", "--encoding", "gb18030");
        var json = ToolRun.Of("grids", "locate", Cells(Fields), points, "--crs", "metric", "--encoding", "gb18030", "--json");

        Assert.Equal((ExitCode.Ok, "id,code\n一,a\nborder,单元4\noutside,\n'=1+1,b\n"), (run.Exit, run.Output));
        Assert.Null(JsonNode.Parse(json.Output)!["points"]![2]!["code"]);
    }

    [Fact]
    public void Map_ByAProperty_DrawsEveryCellOnPaper()
    {
        var run = ToolRun.Of("grids", "map", Cells(Fields), "--by", "load", "-o", _folder["map.svg"], "--crs", "metric", "--lang", "zh");

        Assert.Equal((ExitCode.Ok, ""), (run.Exit, run.Output));
        var svg = XDocument.Load(_folder["map.svg"]).Root!;
        Assert.Equal("180mm", (string?)svg.Attribute("width"));
        Assert.Equal(4, svg.Descendants().Count(static e => e.Name.LocalName == "path" && e.Elements().Any()));
        Assert.Contains(svg.Descendants(), static e => e.Name.LocalName == "text" && e.Value == "单元4");
        Assert.False(File.Exists(_folder["map.svg.part"]));
    }

    [Fact]
    public void Map_OfCellsOfSomeSquareMetres_CountsInSquareMetres()
    {
        var run = ToolRun.Of("grids", "map", Cells(Fields), "-o", _folder["map.svg"], "--crs", "metric");

        Assert.Equal(ExitCode.Ok, run.Exit);
        var texts = XDocument.Load(_folder["map.svg"]).Descendants().Where(static e => e.Name.LocalName == "text").Select(static e => e.Value).ToArray();
        Assert.Contains("area, m²", texts);
        Assert.Contains(texts, static text => text.Contains("100", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("grids audit missing.geojson")]
    [InlineData("grids audit .")]
    [InlineData("grids audit CELLS --crs mars")]
    [InlineData("grids audit CELLS --tolerance -1")]
    [InlineData("grids audit CELLS --tolerance NaN")]
    [InlineData("grids audit CELLS --tolerance wide")]
    [InlineData("grids audit CELLS --parent missing.geojson")]
    [InlineData("grids audit CELLS --households CELLS")]
    [InlineData("grids audit NOCODE")]
    [InlineData("grids audit DEGREES --crs cgcs2000")]
    [InlineData("grids repair CELLS")]
    [InlineData("grids repair CELLS -o out.svg --owner nobody")]
    [InlineData("grids repair CELLS -o out.svg --snap -1")]
    [InlineData("grids repair CELLS -o out.svg --crs metric --to-crs wgs84")]
    [InlineData("grids locate CELLS missing.csv")]
    [InlineData("grids locate CELLS SWAPPED --crs cgcs2000")]
    [InlineData("grids locate CELLS NAN")]
    [InlineData("grids locate CELLS NOLON")]
    [InlineData("grids locate CELLS NOTUTF8")]
    [InlineData("grids map CELLS")]
    [InlineData("grids map CELLS --by nothing -o out.svg")]
    [InlineData("grids map CELLS -o missing/out.svg")]
    public void EveryVerb_InputThatCannotBeUsed_IsOneLineAndNoFile(string line)
    {
        string[] args =
        [
            .. line.Split(' ').Select(word => word switch
            {
                "CELLS" => Cells(Fields),
                "NOCODE" => Text("nocode.geojson", "{\"type\":\"Polygon\",\"coordinates\":[" + Box(0, 0, 1, 1) + "]}"),
                "DEGREES" => Cells([("x", Box(31, 107, 32, 108))], "swapped.geojson"),
                "NAN" => Text("nan.csv", "id,lon,lat\nx,NaN,5\n"),
                "NOLON" => Text("nolon.csv", "id,lat\nx,5\n"),
                "NOTUTF8" => Text("gb.csv", "id,lon,lat\n单,5,5\n", "gb18030"),
                "SWAPPED" => Text("swapped.csv", "id,lon,lat\nx,31,107\n"),
                "." => _folder[""],
                _ when word.Contains('.', StringComparison.Ordinal) => _folder[word],
                _ => word,
            }),
        ];

        var run = ToolRun.Of(args);

        Assert.Equal((ExitCode.Unusable, ""), (run.Exit, run.Output));
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.StartsWith("gridgov: ", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["out.svg"]));
    }

    [Fact]
    public void EveryVerb_ADeviceWithoutEnd_IsRefusedAtOnce()
    {
        if (File.Exists("/dev/zero"))
        {
            Assert.Equal(ExitCode.Unusable, ToolRun.Of("grids", "audit", "/dev/zero").Exit);
        }
    }

    private static string Box(int west, int south, int east, int north) =>
        $"[[{west},{south}],[{east},{south}],[{east},{north}],[{west},{north}],[{west},{south}]]";

    private static string Compact(JsonNode node) => node.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static JsonNode Of(JsonNode result, string code) =>
        result["findings"]!.AsArray().First(f => string.Equals((string?)f!["code"], code, StringComparison.Ordinal))!;

    private static ToolRun Audit(string cells, params string[] more) => ToolRun.Of(["grids", "audit", cells, "--crs", "metric", .. more]);

    private string Cells(IEnumerable<(string Code, string Ring)> cells, string name = "cells.geojson") => Text(
        name,
        "{\"type\":\"FeatureCollection\",\"features\":[\n" + string.Join(",\n", cells.Select((cell, i) =>
            $"{{\"type\":\"Feature\",\"properties\":{{\"code\":\"{cell.Code}\",\"load\":{i}}},\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[{cell.Ring}]}}}}")) + "]}");

    private string Text(string name, string text, string encoding = "utf-8")
    {
        File.WriteAllBytes(_folder[name], (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.UTF8).GetBytes(text));
        return _folder[name];
    }
}
