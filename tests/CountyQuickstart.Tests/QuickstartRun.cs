using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CountyQuickstart.Tests;

/// <summary>One run of the quickstart in this process, with its output folder.</summary>
internal sealed class QuickstartRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("quickstart-");

    private QuickstartRun()
    {
    }

    internal int ExitCode { get; private set; }

    internal string Output { get; private set; } = "";

    internal string Error { get; private set; } = "";

    internal string Out => Path.Combine(_folder.FullName, "out");

    internal JsonObject Summary => JsonNode.Parse(Text("summary.json"))!.AsObject();

    internal static async Task<QuickstartRun> StartAsync(params string[] args)
    {
        var run = new QuickstartRun();
        var output = new StringWriter(CultureInfo.InvariantCulture);
        var error = new StringWriter(CultureInfo.InvariantCulture);
        run.ExitCode = await QuickstartCommand.RunAsync(["--out", run.Out, .. args], output, error);
        (run.Output, run.Error) = (output.ToString(), error.ToString());
        return run;
    }

    internal string Text(string file) => File.ReadAllText(Path.Combine(Out, file));

    /// <summary>The rows of a CSV file by column; the sample writes no quoted cells in the files that the tests read.</summary>
    internal IReadOnlyList<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(Out, file));
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal))];
    }

    internal IReadOnlyDictionary<string, byte[]> Files() =>
        Directory.GetFiles(Out).ToDictionary(file => Path.GetFileName(file), File.ReadAllBytes, StringComparer.Ordinal);

    /// <summary>Copies the model with a tenth of the people, and lets a test change it.</summary>
    internal static string SmallModel(Action<string>? change = null)
    {
        var folder = Directory.CreateTempSubdirectory("model-").FullName;
        var source = Path.Combine(SourceTree.Root, "samples", "CountyQuickstart", "model");
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Edit(folder, "county.json", county =>
        {
            county["population"] = 72_000;
            county["units"] = new JsonArray(Unit("township", 33), Unit("village", 40), Unit("grid", 70), Unit("cell", 770));
        });
        change?.Invoke(folder);
        return folder;
    }

    internal static void Edit(string folder, string file, Action<JsonObject> edit)
    {
        var path = Path.Combine(folder, file);
        var document = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        edit(document);
        File.WriteAllText(path, document.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static JsonObject Unit(string level, int count) => new() { ["level"] = level, ["count"] = count };
}
