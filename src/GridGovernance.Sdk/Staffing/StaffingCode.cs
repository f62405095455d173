namespace GridGovernance.Sdk.Staffing;

/// <summary>What a code of this room looks like.</summary>
internal static class StaffingCode
{
    /// <summary>Whether a text is lower-case letters, digits and hyphens, with a hyphen at neither end.</summary>
    internal static bool IsOne(string? code) =>
        !string.IsNullOrEmpty(code) && code.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && code[0] != '-' && code[^1] != '-';
}
