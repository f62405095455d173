using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Conformance;

public sealed class RepositoryTests
{
    private static readonly string[] Allowed =
    [
        "src", "tests", "benchmarks", "samples", "GridGovernance.Sdk.sln", "README.md", "LICENSE", "nuget.config", "global.json",
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", ".editorconfig", ".gitignore", ".gitattributes", ".ci", ".config", ".git",
    ];

    [Fact]
    public void TheRoot_HoldsNothingElse()
    {
        var ignored = File.ReadAllLines(SourceTree.Path(".gitignore")).Select(static line => line.TrimEnd('/'));
        var entries = Directory.EnumerateFileSystemEntries(SourceTree.Root).Select(static entry => Path.GetFileName(entry)!);

        Verdict.None(entries.Except(Allowed, StringComparer.Ordinal).Except(ignored, StringComparer.Ordinal));
    }

    [Fact]
    public void EveryProject_IsInTheSolution()
    {
        var solution = File.ReadAllText(SourceTree.Path("GridGovernance.Sdk.sln"));
        string[] folders = ["src", "tests", "benchmarks", "samples"];

        // A project that names a package that cannot be restored everywhere stays outside, and says so in its file.
        var strays = folders.SelectMany(folder => SourceTree.Files(folder, "*.csproj"))
            .Where(path => !solution.Contains(path.Replace('/', '\\'), StringComparison.Ordinal)
                && !File.ReadAllText(SourceTree.Path(path)).Contains("outside the solution", StringComparison.Ordinal));
        Verdict.None(strays);
    }

    // Packages are versioned apart: what one needs of another is public.
    [Fact]
    public void EveryPackage_ShowsItsInternalsToItsTestsAlone() => Verdict.None(
        SourceTree.Files("src", "*.csproj").SelectMany(static path => File.ReadAllLines(SourceTree.Path(path)))
            .Where(static line => line.Contains("InternalsVisibleTo", StringComparison.Ordinal) && !line.Contains("Tests\"", StringComparison.Ordinal)));

    [Fact]
    public void BannedSymbols_AreWiredIntoEveryProjectOfSource()
    {
        Assert.Contains("BannedSymbols.txt", File.ReadAllText(SourceTree.Path("src", "Directory.Build.props")), StringComparison.Ordinal);
        Assert.Contains("BannedApiAnalyzers", File.ReadAllText(SourceTree.Path("Directory.Build.props")), StringComparison.Ordinal);
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal) { "DateTime.Now", "DateTime.UtcNow", "DateTimeOffset.Now", "DateTimeOffset.UtcNow", "Guid.NewGuid", "NtsGeometryServices.Instance" },
            BannedSymbols.Members.ToHashSet(StringComparer.Ordinal));
        Assert.Contains("Random", BannedSymbols.Types);
    }
}
