using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Conformance;

/// <summary>The symbols of <c>src/BannedSymbols.txt</c>, which the compiler's analyzer refuses.</summary>
internal static class BannedSymbols
{
    private static readonly string[] Lines = File.ReadAllLines(SourceTree.Path("src", "BannedSymbols.txt"));

    /// <summary>Gets the banned members as <c>Type.Member</c>.</summary>
    internal static IReadOnlySet<string> Members { get; } =
        Lines.Where(static line => line.StartsWith("P:", StringComparison.Ordinal) || line.StartsWith("M:", StringComparison.Ordinal))
            .Select(static line => string.Join('.', line[2..].Split(';')[0].Split('(')[0].Split('.')[^2..]))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Gets the names of the banned types.</summary>
    internal static IReadOnlySet<string> Types { get; } =
        Lines.Where(static line => line.StartsWith("T:", StringComparison.Ordinal))
            .Select(static line => line[2..].Split(';')[0].Split('.')[^1])
            .ToHashSet(StringComparer.Ordinal);
}
