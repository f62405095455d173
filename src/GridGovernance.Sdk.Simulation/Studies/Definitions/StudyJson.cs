using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Interchange.Values;
using GridGovernance.Sdk.Simulation.Changes;
using GridGovernance.Sdk.Simulation.Runs;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>How the records of studies stand in files, and how one of their parameters is changed.</summary>
internal static class StudyJson
{
    internal static JsonFormat Format { get; } = new(
        StudyJsonContext.Default,
        ValueTypes.OfDefinitions()
            .Text<RuleChange>(
                new LocalizedText("a change: a path, an equals sign and a value", "更改：路径、等号与值"),
                "run/reportsPerMillionPeople=900",
                static (string text, [MaybeNullWhen(false)] out RuleChange change) => RuleChange.TryParse(text, null, out change),
                static change => change.ToString(),
                "^[^/=]+(/[^/=]+)*=")
            .List<int>()
            .List<RuleChange>()
            .List<StudyScenarioDefinition>()
            .List<WeightedCode>()
            .List<TierBehaviour>()
            .List<StepBehaviour>()
            .List<SizeBehaviour>()
            .List<CampaignLoad>()
            .List<VisitGroup>()
            .List<StudyMeasure>()
            .List<StudyScenarioTitle>()
            .Choice<CaseSize>());

    /// <summary>The canonical text of parameters.</summary>
    internal static string TextOf<T>(T parameters) => Encoding.UTF8.GetString(Format.Write(parameters)).TrimEnd('\n');

    /// <summary>Changes parameters; every problem is a finding that names the change.</summary>
    internal static T Changed<T>(T parameters, IEnumerable<RuleChange> changes, List<Finding> findings)
    {
        foreach (var change in changes)
        {
            var root = JsonNode.Parse(Format.Write(parameters))!;
            if (JsonChange.Set(root, change.Parts.ToArray(), change.Value) is { } nowhere)
            {
                findings.Add(Finding.Error(ChangeMessages.All["changes.leads-nowhere", change.Path, nowhere], FindingPlace.Of(change.Path)));
                continue;
            }

            var read = Format.Read<T>(Encoding.UTF8.GetBytes(root.ToJsonString()), change.Path, ImportLimits.Default);
            findings.AddRange(read.Report.Select(finding => finding with { Place = FindingPlace.Of(change.ToString()) }));
            parameters = read.Report.HasErrors ? parameters : read.Value!;
        }

        return parameters;
    }
}
