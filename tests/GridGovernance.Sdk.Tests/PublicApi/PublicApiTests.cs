using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Tests.PublicApi;

/// <summary>The public surface is what the approved texts say: a change of it is seen in review, not found out by a host.</summary>
public sealed class PublicApiTests
{
    private const string Folder = "tests/GridGovernance.Sdk.Tests/PublicApi";

    [Fact]
    public void ThePublicSurface_IsAsApproved()
    {
        var actual = typeof(Finding).Assembly.GetExportedTypes().Concat(typeof(RandomStreams).Assembly.GetExportedTypes())
            .GroupBy(static type => type.Namespace!, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => ApiText.Of(group), StringComparer.Ordinal);
        if (Environment.GetEnvironmentVariable("GG_APPROVE") is "1")
        {
            Approve(actual);
        }

        var approved = SourceTree.Files(Folder, "*.txt").ToDictionary(static path => Path.GetFileNameWithoutExtension(path), static path => File.ReadAllLines(SourceTree.Path(path)), StringComparer.Ordinal);
        var differences =
            from space in actual.Keys.Union(approved.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            from line in Difference(approved.GetValueOrDefault(space) ?? [], actual.GetValueOrDefault(space) ?? [])
            select $"{space}: {line}";

        var found = differences.ToList();
        Assert.True(found.Count == 0, "The public surface differs from the approved one:\n" + string.Join('\n', found) + "\nIf that is meant, run this test with GG_APPROVE=1 and commit the texts in " + Folder + ".");
    }

    [Fact]
    public void Difference_NamesWhatIsGoneAndWhatIsNew() =>
        Assert.Equal(["- b", "+ c"], Difference(["a", "b"], ["a", "c"]));

    [Fact]
    public void ApiText_ShowsNamesDefaultsAndNullability() =>
        Assert.Equal(
            [
                "Specimen.Find(string? name, out int count, bool exact = true) -> IReadOnlyList<string?>",
                "Specimen.Value -> required int? { get; init; }",
                "Specimen.new()",
                "Specimen: sealed class : IDisposable",
            ],
            ApiText.Of([typeof(Specimen)]).Where(static line => !line.Contains("Dispose(", StringComparison.Ordinal)).Select(static line => line.Replace("PublicApiTests.", "", StringComparison.Ordinal)));

    private static IReadOnlyList<string> Difference(IReadOnlyList<string> approved, IReadOnlyList<string> actual) =>
    [
        .. approved.Except(actual, StringComparer.Ordinal).Select(static line => "- " + line),
        .. actual.Except(approved, StringComparer.Ordinal).Select(static line => "+ " + line),
    ];

    private static void Approve(Dictionary<string, IReadOnlyList<string>> actual)
    {
        foreach (var stale in SourceTree.Files(Folder, "*.txt"))
        {
            File.Delete(SourceTree.Path(stale));
        }

        foreach (var (space, lines) in actual)
        {
            File.WriteAllText(SourceTree.Path(Folder, space + ".txt"), string.Join('\n', lines) + "\n");
        }
    }

    private sealed class Specimen : IDisposable
    {
        public required int? Value { get; init; }

        public IReadOnlyList<string?> Find(string? name, out int count, bool exact = true)
        {
            count = exact ? 1 : 0;
            return [name];
        }

        public void Dispose()
        {
        }
    }
}
