using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Hosting;

/// <summary>The sample county's model, and copies of it to spoil.</summary>
internal sealed class SampleModel : IDisposable
{
    private readonly DirectoryInfo _copy = Directory.CreateTempSubdirectory("gg-model-");

    internal SampleModel()
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var target = this[System.IO.Path.GetRelativePath(Folder, file)];
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    internal static string Folder { get; } = System.IO.Path.Combine(SourceTree.Root, "samples", "CountyQuickstart", "model");

    internal string Path => _copy.FullName;

    internal string this[string file] => System.IO.Path.Combine(Path, file);

    public void Dispose() => _copy.Delete(recursive: true);

    /// <summary>Replaces the first occurrence of a text in a file, and returns the line on which it stood.</summary>
    internal int Replace(string file, string old, string replacement)
    {
        var text = File.ReadAllText(this[file]);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"\"{old}\" should stand in \"{file}\".");
        File.WriteAllText(this[file], text[..at] + replacement + text[(at + old.Length)..]);
        return text[..at].Count(static c => c == '\n') + 1;
    }
}
