using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Studies;

namespace GridGovernance.Sdk.Tool.Commands.Simulate;

/// <summary>The result of a study: a table or a JSON object, and its files.</summary>
internal static class StudyOutput
{
    /// <summary>Ends the call before any work where the folder cannot be one.</summary>
    internal static void RequireUsable(Session session, string folder)
    {
        if (string.IsNullOrWhiteSpace(folder) || File.Exists(folder))
        {
            throw new UnusableInputException(session.Say($"-o should name a folder, but is \"{folder}\".", $"-o应为文件夹，但为“{folder}”。"));
        }
    }

    /// <summary>What a fault says, without the name of a parameter of a method.</summary>
    internal static string Said(Exception fault) =>
        fault is ArgumentException { ParamName: { Length: > 0 } name } ? fault.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : fault.Message;

    /// <summary>Writes the files and prints the result.</summary>
    internal static void Write(Session session, ExperimentResult result, StudyLabels labels, string? folder)
    {
        if (folder is not null)
        {
            try
            {
                StudyFolder.Write(folder, result, labels, session.Culture);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                throw new UnusableInputException(session.Say($"-o \"{folder}\" should be writable: {fault.Message}", $"-o“{folder}”应可写入：{fault.Message}"));
            }
        }

        if (session.IsJson)
        {
            session.Result(ToJson(session, result, labels));
        }
        else
        {
            using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            StudyProgram.Print(result, labels, session.Culture, text);
            session.Result(text.ToString().TrimEnd('\n'));
        }
    }

    private static JsonObject ToJson(Session session, ExperimentResult result, StudyLabels labels) => new()
    {
        ["study"] = result.Manifest.Name,
        ["title"] = labels.Title.ToString(session.Culture),
        ["seed"] = result.Manifest.Seed,
        ["replications"] = result.Manifest.Replications.ToString(),
        ["version"] = result.Manifest.Version,
        ["resultHash"] = result.Manifest.ResultHash.ToString(),
        ["control"] = labels.Control,
        ["measures"] = new JsonArray([.. labels.Measures.Select(measure => (JsonNode)ToJson(session, result, labels, measure))]),
    };

    private static JsonObject ToJson(Session session, ExperimentResult result, StudyLabels labels, StudyMeasure measure) => new()
    {
        ["code"] = measure.Code,
        ["title"] = measure.Title.ToString(session.Culture),
        ["unit"] = measure.Unit,
        ["scenarios"] = new JsonArray([.. labels.Scenarios.Select(scenario => (JsonNode)ToJson(result, result.CompareWithControl(labels.Control, measure.Code), measure, scenario.Code))]),
    };

    private static JsonObject ToJson(ExperimentResult result, EquatableArray<ScenarioComparison> differences, StudyMeasure measure, string scenario)
    {
        var summary = result.Summary(scenario, measure.Code);
        var difference = differences.FirstOrDefault(one => one.Scenario == scenario);
        return new JsonObject
        {
            ["scenario"] = scenario,
            ["count"] = summary.Count,
            ["mean"] = summary.Mean,
            ["lower"] = summary.Interval?.Lower,
            ["upper"] = summary.Interval?.Upper,
            ["difference"] = difference is null ? null : new JsonObject
            {
                ["mean"] = difference.MeanDifference,
                ["lower"] = difference.Interval?.Lower,
                ["upper"] = difference.Interval?.Upper,
                ["p"] = difference.PValue,
                ["adjustedP"] = difference.AdjustedPValue,
                ["different"] = difference.IsDifferent,
                ["varianceRatio"] = difference.VarianceRatio,
            },
        };
    }
}
