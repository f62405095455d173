namespace GridGovernance.Sdk.Tests.Conformance;

/// <summary>Fails with every violation, one a line.</summary>
internal static class Verdict
{
    internal static void None(IEnumerable<string> violations)
    {
        var all = violations.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (all.Count > 0)
        {
            Assert.Fail(string.Join('\n', all.Prepend($"{all.Count} violation(s):")));
        }
    }
}
