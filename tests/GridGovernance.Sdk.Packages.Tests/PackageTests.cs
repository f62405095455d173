using System.Xml.Linq;

namespace GridGovernance.Sdk.Packages.Tests;

/// <summary>What the packages hold, and that what they hold runs.</summary>
public sealed class PackageTests(PackedSolution packed) : IClassFixture<PackedSolution>
{
    [Theory]
    [InlineData("GridGovernance.Sdk", "lib/net10.0/GridGovernance.Sdk.dll")]
    [InlineData("GridGovernance.Sdk", "lib/net10.0/GridGovernance.Sdk.xml")]
    [InlineData("GridGovernance.Sdk", "lib/net10.0/zh-Hans/GridGovernance.Sdk.resources.dll")]
    [InlineData("GridGovernance.Sdk", "README.md")]
    [InlineData("GridGovernance.Sdk", "README.zh-Hans.md")]
    [InlineData("GridGovernance.Sdk.Simulation", "lib/net10.0/GridGovernance.Sdk.Simulation.dll")]
    [InlineData("GridGovernance.Sdk.Simulation", "lib/net10.0/GridGovernance.Sdk.Simulation.xml")]
    [InlineData("GridGovernance.Sdk.Simulation", "README.md")]
    [InlineData("GridGovernance.Sdk.Tool", "tools/net10.0/any/DotnetToolSettings.xml")]
    [InlineData("GridGovernance.Sdk.Tool", "tools/net10.0/any/zh-Hans/GridGovernance.Sdk.resources.dll")]
    [InlineData("GridGovernance.Sdk.Tool", "README.md")]
    public void APackage_Holds(string id, string entry) => Assert.Contains(entry, packed.Entries(id, "nupkg"));

    [Theory]
    [InlineData("GridGovernance.Sdk")]
    [InlineData("GridGovernance.Sdk.Simulation")]
    public void ALibrary_HoldsItsSymbolsAndNothingElse(string id)
    {
        Assert.Contains($"lib/net10.0/{id}.pdb", packed.Entries(id, "snupkg"));
        Assert.All(
            packed.Entries(id, "nupkg").Where(static entry => entry.EndsWith(".dll", StringComparison.Ordinal)),
            entry => Assert.StartsWith(id + ".", Path.GetFileName(entry), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GridGovernance.Sdk")]
    [InlineData("GridGovernance.Sdk.Simulation")]
    [InlineData("GridGovernance.Sdk.Tool")]
    public void APackage_SaysWhatItIs(string id)
    {
        var metadata = packed.Metadata(id);

        Assert.Equal("MIT", metadata.Element("license")?.Value);
        Assert.Equal("expression", metadata.Element("license")?.Attribute("type")?.Value);
        Assert.Equal("README.md", metadata.Element("readme")?.Value);
        Assert.NotEqual("Package Description", metadata.Element("description")?.Value);
        Assert.NotEmpty(metadata.Element("tags")?.Value ?? "");
    }

    [Fact]
    public void Packages_DependOnWhatTheDesignNames()
    {
        Assert.Equal(["Microsoft.Extensions.DependencyInjection.Abstractions", "NetTopologySuite", "NodaTime"], Dependencies("GridGovernance.Sdk"));
        Assert.Equal(["GridGovernance.Sdk"], Dependencies("GridGovernance.Sdk.Simulation"));
        Assert.Equal("DotnetTool", packed.Metadata("GridGovernance.Sdk.Tool").Descendants("packageType").Single().Attribute("name")?.Value);
    }

    [Fact]
    public void PackingTwice_GivesTheSameBytes()
    {
        var again = packed.Temporary("again");
        Dotnet.Build(packed.Pack("GridGovernance.Sdk", again, "--no-build"));

        Assert.All(
            [packed.Find("GridGovernance.Sdk", "nupkg"), packed.Find("GridGovernance.Sdk", "snupkg")],
            first => Assert.Equal(File.ReadAllBytes(first), File.ReadAllBytes(Path.Combine(again, Path.GetFileName(first)))));
    }

    [Fact]
    public void TheTool_RunsFromItsPackage()
    {
        var folder = packed.ExtractTo("GridGovernance.Sdk.Tool");
        var settings = XDocument.Load(Path.Combine(folder, "tools", "net10.0", "any", "DotnetToolSettings.xml"));
        var command = settings.Descendants("Command").Single();
        var program = Path.Combine(folder, "tools", "net10.0", "any", command.Attribute("EntryPoint")!.Value);
        var model = packed.Temporary("model");

        Assert.Equal("gridgov", command.Attribute("Name")?.Value);
        Dotnet.Run(program, "model", "new", model);
        Dotnet.Run(program, "model", "check", model);
    }

    [Fact]
    public void TheLibrary_PublishedTrimmed_RunsWithoutAWarning()
    {
        var folder = packed.Temporary("smoke");
        Dotnet.Build(
            "publish", "tests/AotSmoke/AotSmoke.csproj", "-c", "Release", "--use-current-runtime", "--self-contained",
            "-p:PublishTrimmed=true", "-p:UseSharedCompilation=false", "-p:ContinuousIntegrationBuild=true", "--artifacts-path", packed.Artifacts, "-o", folder);

        var (exitCode, output) = Dotnet.Start(Path.Combine(folder, OperatingSystem.IsWindows() ? "AotSmoke.exe" : "AotSmoke"), SourceTree.Path("samples", "CountyQuickstart", "model"));

        Assert.Equal("model loaded\ndue on 2026-01-20\n中文\nsame numbers\n", output.ReplaceLineEndings("\n"));
        Assert.Equal(0, exitCode);
    }

    private IEnumerable<string> Dependencies(string id) =>
        packed.Metadata(id).Descendants("dependency").Select(static dependency => dependency.Attribute("id")!.Value).Order(StringComparer.Ordinal);
}
