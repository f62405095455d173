using System.Globalization;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;

namespace GridGovernance.Sdk.Tests.Readme;

public class ReadmeExampleTests
{
    private static readonly string Folder = Path.Combine(SourceTree.Root, "samples", "CountyQuickstart", "model");

    [Fact]
    public void Embedding_Runs_AndPrintsWhatTheReadmeSays()
    {
        var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };

        EmbeddingExample.Run(Folder, output);

        AssertPrinted("embed", output);
    }

    [Fact]
    public async Task HostLoop_Runs_AndPrintsWhatTheReadmeSays()
    {
        var model = GovernanceModel.LoadOrThrow(Folder);
        string[] codes = ["511921", "511921100", "511921100201", "511921100201001", "511921100201001001"];
        var map = GridMap.Create(
            model.Scheme, [.. codes.Select(code => GridUnit.Create(model.Scheme, GridCode.Parse(code), code, GridKind.Division))], out var report);
        report.EnsureNoErrors();
        var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };

        await HostLoopExample.RunAsync(model, map!, output);

        AssertPrinted("loop", output);
    }

    [Fact]
    public void Readme_EveryCSharpFence_IsTheCodeThatTheTestsRun()
    {
        var lines = File.ReadAllLines(Path.Combine(SourceTree.Root, "README.md"));
        var fences = Enumerable.Range(0, lines.Length).Where(i => lines[i] == "```csharp").ToArray();

        Assert.Equal(2, fences.Length);
        foreach (var fence in fences)
        {
            var mark = lines[fence - 1];
            Assert.StartsWith("<!-- from: ", mark, StringComparison.Ordinal);
            var (path, name) = mark["<!-- from: ".Length..^" -->".Length].Split('#') is [var p, var n] ? (p, n) : throw new InvalidOperationException(mark);
            var shown = lines.Skip(fence + 1).TakeWhile(line => line != "```");
            var run = File.ReadAllLines(Path.Combine(SourceTree.Root, path))
                .SkipWhile(line => line.Trim() != $"// <{name}>").Skip(1).TakeWhile(line => line.Trim() != $"// </{name}>");

            Assert.Equal(run.Select(line => line.Trim()), shown.Select(line => line.Trim()));
        }
    }

    [Fact]
    public void Readme_ItsTwoCommands_AreTheOnlyOnesBeforeTheExamples()
    {
        var lines = File.ReadAllLines(Path.Combine(SourceTree.Root, "README.md"));

        var commands = Enumerable.Range(0, lines.Length).Where(i => lines[i] == "```sh").Select(i => lines[i + 1]).ToArray();

        Assert.Equal(["dotnet run -c Release --project samples/CountyQuickstart", "dotnet test -c Release"], commands);
        Assert.Contains(commands[1], File.ReadAllText(Path.Combine(SourceTree.Root, ".ci", "run")), StringComparison.Ordinal);
    }

    // The README shows the output in a fence of its own: <!-- prints: name -->, then a text fence.
    private static void AssertPrinted(string name, StringWriter output)
    {
        var readme = File.ReadAllText(Path.Combine(SourceTree.Root, "README.md")).ReplaceLineEndings("\n");
        var start = readme.IndexOf($"<!-- prints: {name} -->\n```text\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"README.md must show what \"{name}\" prints: {output}");
        var body = readme[readme.IndexOf('\n', readme.IndexOf("```text", start, StringComparison.Ordinal))..];
        Assert.Equal(body[1..body.IndexOf("```", StringComparison.Ordinal)], output.ToString());
    }
}
