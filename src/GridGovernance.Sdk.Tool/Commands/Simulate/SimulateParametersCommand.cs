using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Simulation.Studies;

namespace GridGovernance.Sdk.Tool.Commands.Simulate;

/// <summary><c>gridgov simulate parameters [KIND]</c>: every parameter of the simulations, with its default and where that comes from.</summary>
internal static class SimulateParametersCommand
{
    internal static Command Create()
    {
        var kind = new Argument<string?>("KIND") { Description = $"One of {string.Join(", ", StudyParameters.Kinds)}; all without.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("parameters", "Lists every parameter with its default and where it comes from: article, statute, or assumed.") { kind };
        return Session.Bind(command, (call, session) => Run(session, call.GetValue(kind)));
    }

    private static int Run(Session session, string? kind)
    {
        if (kind is not null && !StudyParameters.Kinds.Contains(kind))
        {
            var known = string.Join(", ", StudyParameters.Kinds);
            throw new UnusableInputException(session.Say($"KIND should be one of {known}, but is \"{kind}\".", $"KIND应为下列之一：{known}，但为“{kind}”。"));
        }

        var rows = StudyParameters.All.Where(row => kind is null || row.Kind == kind).ToArray();
        if (session.IsJson)
        {
            session.Result(new JsonObject { ["parameters"] = new JsonArray([.. rows.Select(row => (JsonNode)ToJson(row))]) });
            return ExitCode.Ok;
        }

        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var csv = new CsvWriter(text).Header(["kind", "path", "default", "unit", "origin", "source"]);
        foreach (var row in rows)
        {
            csv.Text(row.Kind).Text(row.Path).Text(row.Default).Text(row.Unit).Text(row.Origin).Text(row.Source).EndRow();
        }

        session.Result(text.ToString().TrimEnd('\n'));
        return ExitCode.Ok;
    }

    private static JsonObject ToJson(StudyParameter row) => new()
    {
        ["kind"] = row.Kind,
        ["path"] = row.Path,
        ["default"] = row.Default,
        ["unit"] = row.Unit,
        ["origin"] = row.Origin,
        ["source"] = row.Source,
    };
}
