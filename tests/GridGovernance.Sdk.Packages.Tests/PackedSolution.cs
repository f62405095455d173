using System.IO.Compression;
using System.Xml.Linq;

namespace GridGovernance.Sdk.Packages.Tests;

/// <summary>The packages of this very source, packed once for all tests into a folder of their own.</summary>
public sealed class PackedSolution : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gg-packages-").FullName;

    /// <summary>Builds and packs.</summary>
    public PackedSolution()
    {
        // The tool needs both libraries, so that one build serves all three.
        Dotnet.Build(Pack("GridGovernance.Sdk.Tool", Folder, "-p:UseSharedCompilation=false"));
        Dotnet.Build(Pack("GridGovernance.Sdk", Folder, "--no-build"));
        Dotnet.Build(Pack("GridGovernance.Sdk.Simulation", Folder, "--no-build"));
    }

    internal string Folder => Path.Combine(_folder, "packages");

    internal string Artifacts => Path.Combine(_folder, "artifacts");

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    internal string[] Pack(string project, string folder, params string[] more) =>
        ["pack", $"src/{project}/{project}.csproj", "-c", "Release", "--artifacts-path", Artifacts, "-o", folder, "-p:ContinuousIntegrationBuild=true", .. more];

    internal string Find(string id, string extension) =>
        Assert.Single(Directory.EnumerateFiles(Folder, $"{id}.*.{extension}"), path => char.IsAsciiDigit(Path.GetFileName(path)[id.Length + 1]));

    internal IReadOnlyList<string> Entries(string id, string extension)
    {
        using var package = ZipFile.OpenRead(Find(id, extension));
        return [.. package.Entries.Select(static entry => entry.FullName).Order(StringComparer.Ordinal)];
    }

    internal XElement Metadata(string id)
    {
        using var package = ZipFile.OpenRead(Find(id, "nupkg"));
        using var nuspec = package.GetEntry($"{id}.nuspec")!.Open();
        var document = XDocument.Load(nuspec);
        foreach (var element in document.Descendants())
        {
            element.Name = element.Name.LocalName;
        }

        return document.Root!.Element("metadata")!;
    }

    internal string ExtractTo(string id)
    {
        var target = Path.Combine(_folder, "extracted", id);
        ZipFile.ExtractToDirectory(Find(id, "nupkg"), target);
        return target;
    }

    internal string Temporary(string name) => Path.Combine(_folder, name);
}
