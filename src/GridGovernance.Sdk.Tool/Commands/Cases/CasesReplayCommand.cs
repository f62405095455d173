using System.CommandLine;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Tool.Commands.Calendar;
using GridGovernance.Sdk.Tool.Commands.Lifecycles;
using NodaTime;

namespace GridGovernance.Sdk.Tool.Commands.Cases;

/// <summary><c>gridgov cases replay EVENTS.jsonl --model FOLDER</c>: every case as its events tell it, and what in them its model forbids.</summary>
internal static class CasesReplayCommand
{
    internal static Command Create()
    {
        var events = new Argument<string>("EVENTS.jsonl") { Description = "The events of the cases." };
        var model = new Option<string>("--model") { Description = "The folder of the model.", HelpName = "FOLDER", Required = true };
        var command = new Command("replay", "Replays the events of cases: the state, who must act and by when, and every step that the model refuses or decides otherwise.") { events, model };
        return Session.Bind(command, (call, session) => Run(session, call.GetValue(events)!, call.GetValue(model)!));
    }

    private static int Run(Session session, string file, string folder)
    {
        InputFile.RequireFolder(session, folder);
        var model = GovernanceModel.Load(folder, out var report);
        InputFile.Refuse(session, report);
        var rows = EventFile.Read(session, file);
        var replay = new CaseReplay(model!.ToCaseModel(EventMap.Of(model.Scheme, rows)));
        var results = rows.GroupBy(static row => row.CaseId, StringComparer.Ordinal).Select(group => (Id: group.Key, Result: replay.Run(group.Select(static row => row.Event), group.Key))).ToArray();
        if (session.IsJson)
        {
            session.Result(new JsonObject { ["cases"] = new JsonArray([.. results.Select(result => (JsonNode)ToJson(session, result.Id, result.Result, model.Calendar.Zone, file))]) });
        }
        else
        {
            foreach (var (id, result) in results)
            {
                session.Result(result.Case is { } c
                    ? $"{id} {c.State} {c.Responsible?.ToString() ?? "-"} {(c.NextDeadline is { } next ? CalendarTime.Text(next, model.Calendar.Zone) : "-")}"
                    : $"{id} -");
                foreach (var violation in result.Violations)
                {
                    session.Result($"    {violation.Code}: {violation.Message.ToString(session.Culture)} ({violation.Place.Path})");
                }
            }
        }

        var violations = results.Sum(static result => result.Result.Violations.Count);
        session.Note(new LocalizedText($"{results.Length} cases, {violations} violations.", $"{results.Length}个案件，{violations}处违规。"));
        return violations > 0 ? ExitCode.Findings : ExitCode.Ok;
    }

    private static JsonObject ToJson(Session session, string id, CaseReplayResult result, DateTimeZone zone, string file) => new()
    {
        ["case"] = id,
        ["lifecycle"] = result.Case?.Lifecycle.ToString(),
        ["state"] = result.Case?.State,
        ["open"] = result.Case?.IsOpen,
        ["responsible"] = result.Case?.Responsible?.ToString(),
        ["nextDeadline"] = result.Case?.NextDeadline is { } next ? CalendarTime.Text(next, zone) : null,
        ["version"] = result.Case?.Version,
        ["violations"] = new JsonArray([.. result.Violations.Select(violation => (JsonNode)FindingOutput.ToJson(violation with { Place = violation.Place with { File = file } }, session))]),
    };
}
