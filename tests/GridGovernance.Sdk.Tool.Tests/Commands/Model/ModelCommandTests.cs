using System.Text.Json.Nodes;

namespace GridGovernance.Sdk.Tool.Tests.Commands.Model;

public sealed class ModelCommandTests
{
    [Fact]
    public void New_ThenCheck_IsClean()
    {
        using var folder = new TempFolder();

        var made = ToolRun.Of("model", "new", folder["county"]);
        var check = ToolRun.Of("model", "check", folder["county"]);

        Assert.Equal((ExitCode.Ok, ""), (made.Exit, made.Error));
        Assert.Equal("", check.Output);
        Assert.Equal(ExitCode.Ok, check.Exit);
        Assert.Equal(
            made.Output.TrimEnd('\n').Split('\n'),
            Directory.EnumerateFiles(folder["county"], "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder["county"], file).Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Equal([folder["county"]], Directory.EnumerateFileSystemEntries(folder[""]));
    }

    [Fact]
    public void New_IntoAnEmptyFolder_FillsIt()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(folder["county"]);

        Assert.Equal(ExitCode.Ok, ToolRun.Of("model", "new", folder["county"], "--json").Exit);
        Assert.True(File.Exists(folder["county/county.json"]));
    }

    [Fact]
    public void New_IntoAFolderThatHoldsSomething_IsRefused()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder["mine.txt"], "mine");

        var run = ToolRun.Of("model", "new", folder[""]);

        Assert.Equal((ExitCode.Unusable, ""), (run.Exit, run.Output));
        Assert.Equal([folder["mine.txt"]], Directory.EnumerateFileSystemEntries(folder[""]));
    }

    [Fact]
    public void Check_AFaultyModel_NamesFileLineAndCode()
    {
        using var folder = new TempFolder();
        ToolRun.Of("model", "new", folder["county"]);
        File.AppendAllText(folder["county/townships.csv"], "511921100,诺江镇\n");

        var text = ToolRun.Of("model", "check", folder["county"]);
        var json = ToolRun.Of("model", "check", folder["county"], "--json", "--lang", "zh");

        Assert.Equal((ExitCode.Findings, ExitCode.Findings), (text.Exit, json.Exit));
        Assert.StartsWith("townships.csv:5: error hosting.township-elsewhere: ", text.Output, StringComparison.Ordinal);
        var result = JsonNode.Parse(json.Output)!;
        Assert.False((bool)result["valid"]!);
        var finding = Assert.Single(result["findings"]!.AsArray())!;
        Assert.Equal(("hosting.township-elsewhere", "error", "townships.csv", 5), ((string?)finding["code"], (string?)finding["severity"], (string?)finding["file"], (int?)finding["line"]));
        Assert.Contains("应为9位", (string?)finding["message"], StringComparison.Ordinal);
        Assert.True(finding.AsObject().ContainsKey("measure"));
    }
}
