using System.Diagnostics;
using System.Text;
using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Interchange.Maps;
using GridGovernance.Sdk.Tests.Coverage;
using GridGovernance.Sdk.Tests.Geodesy;

namespace GridGovernance.Sdk.Tests.Interchange.Maps;

public class GeoJsonTests
{
    private const string Square = "[[[107,32],[107.1,32],[107.1,32.1],[107,32.1],[107,32]]]";

    [Theory]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":" + Square + "}")]
    [InlineData("{\"coordinates\":" + Square + ",\"type\":\"Polygon\"}")]
    [InlineData("{\"type\":\"MultiPolygon\",\"coordinates\":[" + Square + "]}")]
    [InlineData("{\"type\":\"Feature\",\"properties\":null,\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + Square + "}}")]
    [InlineData("{\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + Square + "}}],\"type\":\"FeatureCollection\"}")]
    [InlineData("\uFEFF{\"type\":\"Polygon\",\"coordinates\":[[[107,32,5],[107,32.1,5],[107.1,32.1,5],[107.1,32,5],[107,32,5]]]}")]
    public void Read_EveryShapeOfTheSameSquare_IsTheSameArea(string text)
    {
        var result = Read(text);

        Assert.Empty(result.Report);
        var boundary = Assert.Single(result.Value!).Boundary!;
        Assert.Equal(Shapes.Box(CoordinateSystem.Cgcs2000, 107, 32, 107.1, 32.1).HalfSquareMillimetres, boundary.HalfSquareMillimetres);
    }

    [Theory]
    [InlineData("{\"type\":\"Polygon\",\"type\":\"Polygon\",\"coordinates\":" + Square + "}", "type", "")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":" + Square + ",\"coordinates\":" + Square + "}", "coordinates", "")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":" + Square + ",\"note\":1,\"note\":{}}", "note", "")]
    [InlineData("{\"type\":\"Feature\",\"id\":1,\"id\":2,\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + Square + "}}", "id", "")]
    [InlineData("{\"type\":\"Feature\",\"geometry\":null,\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + Square + "}}", "geometry", "")]
    [InlineData("{\"type\":\"Feature\",\"properties\":{},\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + Square + "}}", "properties", "")]
    [InlineData("{\"type\":\"Feature\",\"properties\":{\"code\":\"a\",\"code\":\"z\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + Square + "}}", "code", "/properties")]
    [InlineData("{\"type\":\"Feature\",\"properties\":{\"1\":1,\"2\":1,\"3\":1,\"4\":1,\"5\":1,\"6\":1,\"7\":1,\"8\":1,\"9\":1,\"10\":1,\"11\":1,\"12\":1,\"13\":1,\"13\":2},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + Square + "}}", "13", "/properties")]
    [InlineData("{\"type\":\"Feature\",\"properties\":{\"1\":1,\"2\":1,\"3\":1,\"4\":1,\"5\":1,\"6\":1,\"7\":1,\"8\":1,\"9\":1,\"10\":1,\"11\":1,\"12\":1,\"13\":1,\"\\u0031\":2},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + Square + "}}", "1", "/properties")]
    [InlineData("{\"type\":\"FeatureCollection\",\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + Square + "}}]}", "type", "")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + Square + "}}],\"features\":[]}", "features", "")]
    public void Read_AMemberThatStandsTwice_IsRefused(string text, string member, string path)
    {
        var finding = Assert.Single(Read(text).Report);

        Assert.Equal(("interchange.duplicate-member", $"\"{member}\" should stand once in its object, but stands again."), (finding.Code, finding.Message.ToString()));
        Assert.Equal(path, finding.Place.Path);
    }

    [Fact]
    public void Read_AKeptGeometryWithoutArea_SaysWhereTheProblemIs()
    {
        const string Tie = "{\"type\":\"Polygon\",\"coordinates\":[[[107,32],[107.1,32.1],[107.1,32],[107,32.1],[107,32]]]}";

        var feature = Assert.Single(GeoJson.Read(Encoding.UTF8.GetBytes(Tie), "x", CoordinateSystem.Cgcs2000, invalid: InvalidGeometry.Keep).Value!);

        Assert.Equal(("interchange.invalid-geometry", new GeoPoint(107.05, 32.05)), (feature.Problem!.Code, feature.ProblemAt!.Value));
        Assert.Null(Assert.Single(GeoJson.Read(Encoding.UTF8.GetBytes("{\"type\":\"Polygon\",\"coordinates\":[]}"), "x", CoordinateSystem.Cgcs2000, invalid: InvalidGeometry.Keep).Value!).ProblemAt);
    }

    [Theory]
    [InlineData("[[[107,32],[107.1,32.1],[107.1,32],[107,32.1],[107,32]]]", "interchange.invalid-geometry", "107.05")]
    [InlineData("[[[107,32],[107.1,32.1],[107.1,32],[107,32.05],[107,32]]]", "interchange.invalid-geometry", "its lines cross")]
    [InlineData("[[[107,32],[107.1,32],[107.05,32.05],[107.1,32.1],[107,32.1],[107.05,32.05],[107,32]]]", "interchange.invalid-geometry", "touches itself")]
    [InlineData("[[[107,32],[107.1,32],[107.1,32.1],[107.1,32.3],[107.1,32.1],[107,32.1],[107,32]]]", "interchange.invalid-geometry", "runs along")]
    [InlineData("[[[107,32],[107.1,32],[107.1,32.1],[107,32]],[[108,32],[108.1,32],[108.1,32.1],[108,32]]]", "interchange.invalid-geometry", "hole lies outside")]
    [InlineData("[[[107,32],[107.1,32],[107,32]]]", "interchange.ring-too-short", "3")]
    [InlineData("[[[107,32],[107.1,32],[107,32],[107,32]]]", "interchange.ring-too-short", "3")]
    [InlineData("[[[107,32],[107.1,32],[107.2,32],[107,32]]]", "interchange.invalid-geometry", "runs along")]
    [InlineData("[[[107,32],[107.1,32],[107.1,32.1],[107,32.1]]]", "interchange.ring-open", "[107, 32.1]")]
    [InlineData("[[[32,107],[32,107.1],[32.1,107.1],[32,107]]]", "interchange.position-swapped", "[32, 107]")]
    [InlineData("[[[1070,32],[107.1,32],[107.1,32.1],[1070,32]]]", "interchange.position-out-of-range", "[1070, 32]")]
    [InlineData("[[[1e999,32],[107.1,32],[107.1,32.1],[107,32]]]", "interchange.number-out-of-range", "1e999")]
    [InlineData("[[[1e308,32],[107.1,32],[107.1,32.1],[107,32]]]", "interchange.position-out-of-range", "E+308")]
    [InlineData("[[[\"NaN\",32],[107.1,32],[107.1,32.1],[107,32]]]", "interchange.wrong-type", "text")]
    [InlineData("[[[107],[107.1,32],[107.1,32.1],[107,32]]]", "interchange.wrong-type", "should be positions of two numbers at least, but is a shorter one")]
    [InlineData("[[[],[107.1,32],[107.1,32.1],[107,32]]]", "interchange.wrong-type", "a shorter one")]
    [InlineData("[[107,32],[107.1,32]]", "interchange.wrong-type", "a position")]
    [InlineData("[]", "interchange.empty-geometry", "none")]
    [InlineData("null", "interchange.wrong-type", "null")]
    public void Read_AGeometryThatIsWrong_IsNamedWithItsPlace(string coordinates, string code, string part)
    {
        var text = "{\"type\":\"FeatureCollection\",\"features\":[\n{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + Square
            + "}},\n{\"type\":\"Feature\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}}]}";

        var result = Read(text);

        Assert.Null(result.Value);
        var finding = Assert.Single(result.Report);
        Assert.Equal((code, 3, "cells.geojson"), (finding.Code, finding.Place.Line, finding.Place.File));
        Assert.StartsWith("/features/1/geometry", finding.Place.Path, StringComparison.Ordinal);
        Assert.Contains(part, finding.Message.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "interchange.syntax")]
    [InlineData("[]", "interchange.wrong-type")]
    [InlineData("{}", "interchange.geojson-type")]
    [InlineData("{\"type\":5}", "interchange.geojson-type")]
    [InlineData("{\"type\":\"Polygon\"}", "interchange.missing-member")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[107,32]}", "interchange.geojson-type")]
    [InlineData("{\"type\":\"FeatureCollection\"}", "interchange.missing-member")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":{}}", "interchange.wrong-type")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", "interchange.no-polygon")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[1]}", "interchange.wrong-type")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":7,\"geometry\":null}]}", "interchange.wrong-type")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\"}]}", "interchange.missing-member")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":null}]}", "interchange.no-polygon")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[107,32]}}]}", "interchange.geometry-type")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[NaN,32],[107.1,32],[107.1,32.1],[107,32]]]}", "interchange.syntax")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[107,32]", "interchange.syntax")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[],\"coordinates\":[]}", "interchange.duplicate-member")]
    [InlineData("{\"type\":\"\\uD800\"}", "interchange.half-character")]
    public void Read_AFileThatIsNone_SaysSo(string text, string code)
    {
        var result = Read(text);

        Assert.Null(result.Value);
        Assert.Contains(result.Report, f => string.Equals(f.Code, code, StringComparison.Ordinal));
        Assert.All(result.Report, static f => Assert.NotNull(f.Place.Line));
    }

    [Theory]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":")]
    [InlineData("")]
    public void Read_NestingTwoHundredThousandDeep_IsRefusedQuickly(string start)
    {
        var watch = Stopwatch.StartNew();

        var result = Read(start + new string('[', 200_000));

        Assert.Equal(start.Length == 0 ? "interchange.wrong-type" : "interchange.syntax", result.Report[0].Code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public void Read_BeyondALimit_IsRefused()
    {
        var text = "{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(',', Enumerable.Repeat("{\"type\":\"Feature\",\"properties\":{\"name\":\"abcdef\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + Square + "}}", 3)) + "]}";

        Assert.Equal(["interchange.too-large"], Codes(Read(text, new ImportLimits { MaxBytes = 100 })));
        Assert.Equal(["interchange.too-many-features"], Codes(Read(text, new ImportLimits { MaxFeatures = 2 })));
        Assert.Equal(["interchange.too-many-points"], Codes(Read(text, new ImportLimits { MaxPoints = 14 })));
        Assert.Equal(3, Read(text, new ImportLimits { MaxPointsPerGeometry = 4 }).Report.Count);
        Assert.Equal(3, Read(text, new ImportLimits { MaxTextLength = 5 }).Report.Count);
        Assert.Empty(Read(text, new ImportLimits { MaxPoints = 15, MaxFeatures = 3, MaxPointsPerGeometry = 5, MaxTextLength = 6 }).Report);
    }

    // Ten million positions within the limit of bytes: they are counted before anything is built of them.
    [Theory]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[", "]]}", 1)]
    [InlineData("{\"coordinates\":\n[[", "]],\"type\":\"Polygon\"}", 2)]
    public void Read_TenMillionPositions_AreRefusedUnread(string head, string tail, int line)
    {
        var content = new byte[head.Length + 60_000_000 + tail.Length];
        Encoding.UTF8.GetBytes(head, content);
        for (var at = head.Length; at < content.Length - tail.Length; at += 6)
        {
            "[1,2],"u8.CopyTo(content.AsSpan(at));
        }

        content[^(tail.Length + 1)] = (byte)' ';
        Encoding.UTF8.GetBytes(tail, content.AsSpan(content.Length - tail.Length));

        var result = GeoJson.Read(content, "cells.geojson", CoordinateSystem.Metric);

        var finding = Assert.Single(result.Report);
        Assert.Equal(("interchange.too-many-points", line), (finding.Code, finding.Place.Line));
        Assert.Contains("5000000", finding.Message.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[[1,2],[3,4],[5,6],[1,2]]]", 3, true)]
    [InlineData("[[[1,2],[3,4],[5,6],[1,2]]]", 4, false)]
    [InlineData("[[[1,2,9],[3,4,9],[5,6,9],[1,2,9]]]", 4, false)]
    [InlineData("[[[[1,2],[3,4],[5,6],[1,2]]],[[[11,2],[3,4],[5,6],[11,2]]]]", 7, true)]
    [InlineData("[[[[1,2],[3,4],[5,6],[1,2]]],[[[11,2],[3,4],[5,6],[11,2]]]]", 8, false)]
    public void Read_PositionsAtTheLimit_CountAsTheyAre(string coordinates, int most, bool isRefused)
    {
        var type = coordinates.StartsWith("[[[[", StringComparison.Ordinal) ? "MultiPolygon" : "Polygon";
        var text = $$$"""{"type":"Feature","properties":{"list":[1,2,[3,4],[5,6],[7,8]],"coordinates":[]},"geometry":{"type":"{{{type}}}","coordinates":{{{coordinates}}}}}""";

        Assert.Equal(isRefused, Codes(Read(text, new ImportLimits { MaxPoints = most })).Contains("interchange.too-many-points"));
    }

    [Fact]
    public void Read_PartsThatShareABorder_AreJoinedWithAWarning()
    {
        const string Text = "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[1,1],[0,1],[0,0]]],[[[1,0],[2,0],[2,1],[1,1],[1,0]]]]}";

        var result = Read(Text);

        Assert.Equal(["interchange.parts-joined"], Codes(result));
        Assert.Equal(1, Assert.Single(result.Value!).Boundary!.PolygonCount);
    }

    [Fact]
    public void Read_PropertiesAndCode_AreKept()
    {
        const string Text = "{\"type\":\"Feature\",\"id\":7,\"crs\":{},\"properties\":{\"adcode\":511921,\"name\":\"通江县\",\"deep\":{\"a\":1},\"none\":null,\"on\":true},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
            + Square + "}}";

        var result = Read(Text);

        var feature = Assert.Single(result.Value!);
        Assert.Equal(("7", "511921"), (feature.Id, feature.Code));
        Assert.Equal([new("adcode", "511921"), new("name", "通江县"), new KeyValuePair<string, string>("on", "true")], feature.Properties);
        Assert.Equal(["interchange.crs-ignored"], Codes(result));
    }

    [Theory]
    [InlineData("cgcs2000")]
    [InlineData("metric")]
    [InlineData("gcj02")]
    public void Write_ThenRead_IsTheSameMap(string code)
    {
        Assert.True(CoordinateSystem.TryFromCode(code, out var system));
        var faces = new SampleCounty(system, 3, 40, 1).Tiling.Faces;
        using var stream = new MemoryStream();
        using (var writer = new GeoJsonWriter(stream, system))
        {
            for (var i = 0; i < faces.Count; i++)
            {
                var number = i;
                writer.Write(faces[i], $"f{i}", json => json.WriteNumber("load", number));
            }
        }

        var read = GeoJson.Read(stream.ToArray(), "cells.geojson", system);

        Assert.Empty(read.Report);
        Assert.Equal(faces.Select(static f => NaiveGeometry.Chain([f])), read.Value!.Select(static f => NaiveGeometry.Chain([f.Boundary!])));
        Assert.Equal(("f7", "7"), (read.Value![7].Id, read.Value[7].Property("load")));
        Assert.DoesNotMatch(@"\.\d{8}", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Write_AMultipolygonWithHoles_ReadsBack()
    {
        var boundary = GridBoundary.Create(
            CoordinateSystem.Cgcs2000,
            [[Shapes.BoxRing(1, 1, 5, 5), Shapes.BoxRing(2, 2, 3, 3)], [Shapes.BoxRing(6, -6, 7, -5)], [Shapes.BoxRing(-9, 1, -8, 5), Shapes.BoxRing(-8.7, 2, -8.5, 3)]]);
        using var stream = new MemoryStream();
        using (var writer = new GeoJsonWriter(stream, CoordinateSystem.Cgcs2000))
        {
            writer.Write(boundary);
            writer.Write(null);
        }

        var read = GeoJson.Read(stream.ToArray(), "x", CoordinateSystem.Cgcs2000);

        Assert.Empty(read.Report);
        Assert.Null(read.Value![1].Boundary);
        Assert.Equal(NaiveGeometry.Chain([boundary]), NaiveGeometry.Chain([read.Value[0].Boundary!]));
        Assert.Equal(3, read.Value[0].Boundary!.PolygonCount);
    }

    [Fact]
    public void Read_Fuzzed_NeverThrows()
    {
        var random = new TestRandom(99);
        var source = Encoding.UTF8.GetBytes("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":\"a\",\"properties\":{\"code\":\"1\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + Square + "}}]}");
        const string Alphabet = "[]{}\",:0123456789.eE-+nultrfa\\ \nu\0é";
        for (var run = 0; run < 20_000; run++)
        {
            var text = source.ToArray();
            for (var edits = random.Below(4) + 1; edits > 0; edits--)
            {
                text[random.Below(text.Length)] = (byte)Alphabet[random.Below(Alphabet.Length)];
            }

            var result = GeoJson.Read(text.AsSpan(0, random.Below(8) == 0 ? random.Below(text.Length) : text.Length), "x", CoordinateSystem.Cgcs2000);

            Assert.Equal(result.Value is null, result.Report.HasErrors);
            Assert.All(result.Report, static f => Assert.NotEmpty(f.ToString()));
        }
    }

    [DataFact]
    public void ReadOutline_TheRealCounty_IsValidAndOfItsSize()
    {
        var bytes = File.ReadAllBytes(TestData.Path("boundaries", "511921.geojson"));

        var result = GeoJson.ReadOutline(bytes, "511921.geojson", CoordinateSystem.Gcj02, CoordinateSystem.Cgcs2000);

        Assert.False(result.Report.HasErrors, result.Report.ToString());
        Assert.Null(BoundaryCheck.Find(result.Value!));
        Assert.Equal(4.11e9, result.Value!.AreaSquareMetres, 0.01e9);
    }

    [DataTheory]
    [InlineData("511900.geojson")]
    [InlineData("431100.geojson")]
    [InlineData("431128.geojson")]
    public void Read_RealFiles_AreRead(string name)
    {
        var result = GeoJson.Read(File.ReadAllBytes(TestData.Path("boundaries", name)), name, CoordinateSystem.Gcj02, CoordinateSystem.Cgcs2000);

        Assert.False(result.Report.HasErrors, result.Report.ToString());
        Assert.All(result.Value!, static f => Assert.Equal(6, f.Code!.Length));
    }

    private static ReadResult<IReadOnlyList<GeoFeature>> Read(string text, ImportLimits? limits = null) =>
        GeoJson.Read(Encoding.UTF8.GetBytes(text), "cells.geojson", CoordinateSystem.Cgcs2000, null, limits);

    private static IEnumerable<string> Codes<T>(ReadResult<T> result) => result.Report.Select(static f => f.Code);
}
