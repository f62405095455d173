using System.Diagnostics;

namespace CountyQuickstart.Tests;

public sealed class BoundaryTests
{
    private const string Square = "[107,31],[107.5,31],[107.5,31.5],[107,31.5],[107,31]";

    public static TheoryData<string, string, string> Faults => new()
    {
        { "NaN", Polygon("[NaN,31],[107.5,31],[107.5,31.5],[107,31]"), "'N'" },
        { "huge number", Polygon("[1e999,31],[107.5,31],[107.5,31.5],[107,31]"), "" },
        { "bow-tie", Polygon("[107,31],[107.5,31.5],[107.5,31],[107,31.5],[107,31]"), "" },
        { "no polygon", """{"type":"FeatureCollection","features":[]}""", "" },
        { "a point", """{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[107,31]}}""", "" },
        { "not closed", Polygon("[107,31],[107.5,31],[107.5,31.5]"), "" },
        { "outside the earth", Polygon("[1070,31],[1075,31],[1075,31.5],[1070,31]"), "" },
        { "not JSON", "outline", "" },
        { "empty", "", "" },
        { "nested deep", new string('[', 200_000), "" },
        { "nested coordinates", "{\"type\":\"Polygon\",\"coordinates\":" + new string('[', 200_000) + new string(']', 200_000) + "}", "" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task ABadBoundary_IsUnusable_InOneLineThatNamesTheFile(string name, string content, string part)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("boundary-").FullName, "outline.geojson");
        await File.WriteAllTextAsync(file, content);
        var watch = Stopwatch.StartNew();

        using var run = await QuickstartRun.StartAsync("--boundary", file);

        Assert.True(run.ExitCode == ExitCode.Unusable, $"{name}: {run.ExitCode} {run.Error}");
        var line = Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("outline.geojson", line, StringComparison.Ordinal);
        Assert.Contains(part, line, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{name} took {watch.Elapsed}.");
        Assert.Equal([], Directory.GetFileSystemEntries(Path.GetDirectoryName(run.Out)!));
    }

    [Fact]
    public async Task AFileThatIsNotThere_OrAnUnknownSystem_IsUnusable()
    {
        using var absent = await QuickstartRun.StartAsync("--boundary", "no-such.geojson");
        using var unknown = await QuickstartRun.StartAsync("--crs", "mars2000");
        using var option = await QuickstartRun.StartAsync("--seed", "many");

        Assert.Equal((ExitCode.Unusable, ExitCode.Unusable, ExitCode.Unusable), (absent.ExitCode, unknown.ExitCode, option.ExitCode));
        Assert.Contains("no-such.geojson", absent.Error, StringComparison.Ordinal);
        Assert.Contains("mars2000", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("many", option.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AGivenOutline_IsFilled()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("boundary-").FullName, "square.geojson");
        await File.WriteAllTextAsync(file, Polygon(Square));

        using var run = await QuickstartRun.StartAsync("--model", QuickstartRun.SmallModel(), "--boundary", file);

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.False((bool)run.Summary["synthetic"]!["outline"]!);
        Assert.Contains("warning: the outline has 26", run.Error, StringComparison.Ordinal); // 2,6xx km² against the stated 4,119
    }

    [DataFact]
    public async Task TheRealOutline_IsFilled_InAllItsIslands()
    {
        using var run = await QuickstartRun.StartAsync(
            "--model", QuickstartRun.SmallModel(), "--boundary", TestData.Path("boundaries", "511921.geojson"), "--crs", "gcj02");

        Assert.Equal(ExitCode.Ok, run.ExitCode);
        Assert.Equal(0, (double)run.Summary["coverage"]!["gapSquareMetres"]!);
        Assert.Equal(4_119e6, (double)run.Summary["areaSquareMetres"]!, 60e6);
        Assert.DoesNotContain("warning", run.Error, StringComparison.Ordinal);
    }

    private static string Polygon(string ring) => "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}}";
}
