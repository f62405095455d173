namespace GridGovernance.Sdk.Assessment;

/// <summary>What is left of the caps on a unit's bonuses.</summary>
internal sealed class BonusAccount(AssessmentSchemeDefinition definition)
{
    private readonly Dictionary<string, decimal> _left = definition.BonusCaps.ToDictionary(static cap => cap.Source, static cap => cap.Cap, StringComparer.Ordinal);
    private decimal? _total = definition.BonusCap;

    /// <summary>Grants as much of a bonus as the caps leave.</summary>
    /// <param name="source">Who grants it; null for nobody.</param>
    /// <param name="points">The points asked for.</param>
    /// <returns>The points granted.</returns>
    internal decimal Grant(string? source, decimal points)
    {
        var granted = Math.Min(points, _total ?? points);
        if (source is not null && _left.TryGetValue(source, out var left))
        {
            granted = Math.Min(granted, left);
            _left[source] = left - granted;
        }

        _total -= granted;
        return granted;
    }
}
