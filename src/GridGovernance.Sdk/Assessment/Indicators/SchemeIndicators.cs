namespace GridGovernance.Sdk.Assessment;

/// <summary>The indicators that a scheme names, found in the catalogue and numbered in the order in which they are first named.</summary>
internal sealed class SchemeIndicators(IndicatorCatalogue catalogue)
{
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly List<string> _codes = [];

    internal IReadOnlyList<string> Codes => _codes;

    /// <summary>Finds an indicator.</summary>
    /// <param name="code">The code of what names it.</param>
    /// <param name="indicator">The indicator's code where it differs, or null.</param>
    /// <param name="path">The path of what names it.</param>
    /// <param name="findings">Where a fault goes.</param>
    /// <returns>The indicator and its number; null and −1 after a fault.</returns>
    internal (Indicator? Indicator, int Index) Bind(string code, string? indicator, string path, List<Finding> findings)
    {
        var name = indicator ?? code;
        if (string.IsNullOrWhiteSpace(name))
        {
            return (null, -1);
        }

        if (catalogue.Find(name) is not { } found)
        {
            findings.Add(Finding.Error(
                AssessmentMessages.All["assessment.unknown-indicator", code, name], FindingPlace.At(path + (indicator is null ? "/code" : "/indicator"))));
            return (null, -1);
        }

        if (_positions.TryAdd(name, _codes.Count))
        {
            _codes.Add(name);
        }

        return (found, _positions[name]);
    }
}
