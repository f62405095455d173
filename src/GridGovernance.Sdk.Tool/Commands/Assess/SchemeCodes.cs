using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tool.Commands.Assess;

/// <summary>The indicators that a scheme names, before it is compiled.</summary>
internal static class SchemeCodes
{
    /// <summary>Returns the codes, each once, in document order.</summary>
    /// <param name="scheme">The scheme.</param>
    internal static IEnumerable<string> Of(AssessmentSchemeDefinition scheme) => scheme.Children.SelectMany(Of)
        .Concat(scheme.Deductions.Concat(scheme.Bonuses).Select(static item => item.Indicator ?? item.Code))
        .Concat(scheme.Vetoes.Select(static veto => veto.Indicator ?? veto.Code))
        .Where(static code => !string.IsNullOrWhiteSpace(code))
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Of(AssessmentNodeDefinition node) =>
        node.Normalise is not null ? [node.Indicator ?? node.Code]
        : node.Deductions.Count > 0 ? node.Deductions.Select(static deduction => deduction.Indicator ?? deduction.Code)
        : node.Children.SelectMany(Of);
}
