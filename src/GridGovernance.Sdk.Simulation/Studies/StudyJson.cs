using System.Text;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Simulation.Changes;
using GridGovernance.Sdk.Simulation.Runs;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>How the records of studies stand in files, and how one of their parameters is changed.</summary>
internal static class StudyJson
{
    internal static JsonFormat Format { get; } = new(
        StudyJsonContext.Default,
        GovernanceValues.Create()
            .List<int>()
            .List<WeightedCode>()
            .List<TierBehaviour>()
            .List<StepBehaviour>()
            .List<SizeBehaviour>()
            .List<CampaignLoad>()
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
