namespace GridGovernance.Sdk.Permissions;

/// <summary>Collects findings about a list: what the checks of matters, entry lists and authority lists have in common.</summary>
internal sealed class ListCheck
{
    private readonly List<Finding> _findings = [];

    internal FindingReport ToReport() => new(_findings);

    internal void Error(string message, string path, string? subject, params ReadOnlySpan<object?> values) =>
        _findings.Add(Finding.Error(PermissionMessages.Catalogue[message, values], FindingPlace.At(path) with { Subject = subject }));

    internal void Warning(string message, string path, string? subject, params ReadOnlySpan<object?> values) =>
        _findings.Add(Finding.Warning(PermissionMessages.Catalogue[message, values], FindingPlace.At(path) with { Subject = subject }));

    internal void Codes(string list, IEnumerable<string> codes)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        var i = 0;
        foreach (var code in codes)
        {
            if (Code($"{list}/{i}/code", code) && !first.TryAdd(code, i))
            {
                Error("permissions.duplicate-code", $"{list}/{i}/code", code, code, first[code] + 1, i + 1);
            }

            i++;
        }
    }

    internal bool Code(string path, string? code)
    {
        var valid = !string.IsNullOrEmpty(code) && code[0] != '-' && code[^1] != '-'
            && code.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
        if (!valid)
        {
            Error("permissions.bad-code", path, code, code);
        }

        return valid;
    }

    internal void Text(string path, string? subject, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            Error("permissions.missing-field", path, subject, subject, path[(path.LastIndexOf('/') + 1)..]);
        }
    }

    internal void Known(string message, string path, string? subject, EquatableArray<string> codes, Func<string, bool> isKnown)
    {
        for (var i = 0; i < codes.Count; i++)
        {
            if (codes[i] is null || !isKnown(codes[i]))
            {
                Error(message, $"{path}/{i}", subject, subject, codes[i]);
            }
        }
    }
}
