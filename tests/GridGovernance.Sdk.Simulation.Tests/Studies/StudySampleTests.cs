using System.Globalization;
using System.Reflection;
using GridGovernance.Sdk.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GridGovernance.Sdk.Simulation.Tests.Studies;

/// <summary>The ready studies, compiled from their files and run with few replications, or as many as what is asserted of them needs.</summary>
public class StudySampleTests
{
    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    public static TheoryData<string, string> Studies { get; } = new()
    {
        { "dispatch-steps.cs", "--replications 30" },
        { "grid-size.cs", "--replications 1" },
        { "entry-list-burden.cs", "--replications 1" },
        { "one-hour-broadcast.cs", "--replications 1" },
        { "town-sampling.cs", "--replications 1" },
        { "vehicle-collection.cs", "--replications 20" },
        { "tier-calibration.cs", "--quick --replications 1" },
        { "province.cs", "--days 2 --tenth --replications 1" },
    };

    [Fact]
    public void EveryStudy_IsTried() =>
        Assert.Equal(SourceTree.Files("samples/studies", "*.cs").Select(static path => Path.GetFileName(path)).Order(), Studies.Select(static row => (string)row[0]).Order());

    [Theory]
    [MemberData(nameof(Studies))]
    public void Study_CompilesAndRuns_AndWritesTablesManifestAndPlot(string file, string options)
    {
        var folder = Directory.CreateTempSubdirectory("study-");
        try
        {
            Assert.Equal(0, Run(file, [.. options.Split(' '), "-o", folder.FullName]));

            Assert.Equal(
                ["comparisons.csv", "labels.json", "manifest.json", "plot.svg", "result.json", "summary.csv", "values.csv"],
                folder.EnumerateFiles().Select(static one => one.Name).Order(StringComparer.Ordinal));
            Assert.StartsWith("<svg", File.ReadAllText(Path.Combine(folder.FullName, "plot.svg")), StringComparison.Ordinal);
            if (file == "dispatch-steps.cs")
            {
                AssertCommonRandomNumbersHelp(Path.Combine(folder.FullName, "comparisons.csv"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Study_UnknownOption_EndsWithTwo() => Assert.Equal(2, Run("town-sampling.cs", ["--replication", "2"]));

    [Theory]
    [InlineData("abc")]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("99999999999")]
    public void Province_DaysThatAreNone_EndsWithTwo(string days) => Assert.Equal(2, Run("province.cs", ["--days", days, "--tenth", "--replications", "1"]));

    // The variance of the paired difference over what it would be without common random numbers: at most a quarter.
    private static void AssertCommonRandomNumbersHelp(string file)
    {
        var rows = File.ReadAllLines(file).Skip(1).Select(static line => line.Split(',')).ToDictionary(static cells => cells[2], StringComparer.Ordinal);
        foreach (var metric in (string[])["hours-to-dispatch", "hours-to-close", "closure-rate", "on-time-rate", "escalations-per-case", "refused-per-case", "worker-score", "department-score"])
        {
            Assert.InRange(double.Parse(rows[metric][^1], CultureInfo.InvariantCulture), 0, 0.25);
        }
    }

    private static int Run(string file, string[] args)
    {
        var path = SourceTree.Path("samples", "studies", file);
        var lines = File.ReadAllLines(path);
        Assert.Equal("#:property PublishAot=false", lines[0]);
        Assert.StartsWith("#:project ", lines[1], StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(path)!, lines[1]["#:project ".Length..])), lines[1]);
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        SyntaxTree[] trees = [CSharpSyntaxTree.ParseText(ImplicitUsings, options), CSharpSyntaxTree.ParseText(string.Join('\n', lines.Skip(2)), options)];
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static one => MetadataReference.CreateFromFile(one));
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(file), trees, references, new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var code = new MemoryStream();
        var emitted = compilation.Emit(code);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        AppContext.SetData("EntryPointFileDirectoryPath", Path.GetDirectoryName(path));
        return (int)Assembly.Load(code.ToArray()).EntryPoint!.Invoke(null, [args])!;
    }
}
