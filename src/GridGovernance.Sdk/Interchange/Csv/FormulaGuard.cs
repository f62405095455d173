namespace GridGovernance.Sdk.Interchange;

/// <summary>Keeps a spreadsheet from running a text as a formula: such a text gets an apostrophe in front, which reading takes off again.</summary>
/// <remarks>Texts that look guarded already get one more, so that guarding and its undoing are inverse for every text.</remarks>
internal static class FormulaGuard
{
    // Half- and full-width operators, and the control characters that spreadsheets drop before they look.
    private const string Starters = "=+-@\t\r\n\0＝＋－＠";

    internal static string Add(string text) => LooksLikeFormula(text) ? "'" + text : text;

    internal static string Remove(string text) => text.StartsWith('\'') && LooksLikeFormula(text) ? text[1..] : text;

    private static bool LooksLikeFormula(string text)
    {
        var rest = text.AsSpan().TrimStart('\'');
        return rest.Length > 0 && Starters.Contains(rest[0], StringComparison.Ordinal);
    }
}
