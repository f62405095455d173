using System.Globalization;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What a code of this room looks like.</summary>
internal static class FieldworkCode
{
    /// <summary>Whether a text is lower-case letters, digits and hyphens, with a hyphen at neither end.</summary>
    internal static bool IsOne(string? code) =>
        !string.IsNullOrEmpty(code) && code.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-') && code[0] != '-' && code[^1] != '-';

    /// <summary>Finds codes that are none, and those that stand twice.</summary>
    /// <param name="codes">The codes, in the order of their list.</param>
    /// <param name="path">The place of one, with <c>{0}</c> for its position.</param>
    /// <param name="findings">Takes the findings.</param>
    internal static void Check(IEnumerable<string> codes, string path, List<Finding> findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var i = 0;
        foreach (var code in codes)
        {
            var place = path.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            if (!IsOne(code))
            {
                findings.Add(FieldworkMessages.Fault(place, FieldworkMessages.Texts["fieldwork.bad-code", code]));
            }
            else if (!seen.Add(code))
            {
                findings.Add(FieldworkMessages.Fault(place, FieldworkMessages.Texts["fieldwork.code-twice", code]));
            }

            i++;
        }
    }
}
