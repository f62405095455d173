using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Statistics;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>Small schemes, tables and facts.</summary>
internal static class Schemes
{
    internal static readonly NormalisationDefinition OfOne = new() { Kind = "fraction-of-maximum", Maximum = 1 };

    internal static AssessmentNodeDefinition Leaf(string code, decimal? weight, IndicatorDirection? direction = IndicatorDirection.Up) =>
        new() { Code = code, Weight = weight, Direction = direction, Normalise = OfOne };

    internal static AssessmentSchemeDefinition Of(params ReadOnlySpan<AssessmentNodeDefinition> children) =>
        new() { Code = "test", Children = EquatableArray.Create(children) };

    internal static AssessmentScheme Compile(AssessmentSchemeDefinition definition)
    {
        var scheme = AssessmentScheme.Compile(definition, IndicatorCatalogue.Declare(["a", "b", "c", "d"]), out var report);
        Assert.DoesNotContain(report, static finding => finding.Code != "assessment.outliers-move");
        return scheme!;
    }

    internal static FindingReport Faults(AssessmentSchemeDefinition definition)
    {
        var scheme = AssessmentScheme.Compile(definition, IndicatorCatalogue.Declare(["a", "b", "c", "d"]), out var report);
        Assert.Equal(report.HasErrors, scheme is null);
        return report;
    }

    internal static IndicatorTable Table(string[] indicators, params (string Unit, decimal?[] Values)[] rows) => IndicatorTable.Create(
        EquatableArray.From(rows.Select(static row => row.Unit)),
        EquatableArray.From(indicators.Select((code, column) => new IndicatorColumn(
            code,
            EquatableArray.From(rows.Select(row => row.Values[column] is { } value ? IndicatorValue.Of(value) : IndicatorValue.Missing))))));

    internal static IndicatorTable Rates(string[] indicators, params (string Unit, Rate[] Values)[] rows) => IndicatorTable.Create(
        EquatableArray.From(rows.Select(static row => row.Unit)),
        EquatableArray.From(indicators.Select((code, column) => new IndicatorColumn(
            code, EquatableArray.From(rows.Select(row => IndicatorValue.Of(row.Values[column])))))));

    internal static AssessmentSchemeDefinition Sample(string name)
    {
        var path = SourceTree.Path("samples", "CountyQuickstart", "model", "assessment", name);
        var read = GovernanceJson.Read<AssessmentSchemeDefinition>(File.ReadAllBytes(path), name);
        Assert.Empty(read.Report);
        return read.Value!;
    }
}
