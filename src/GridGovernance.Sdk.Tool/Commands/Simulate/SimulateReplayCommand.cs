using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Simulation.Changes;
using GridGovernance.Sdk.Simulation.Replay;
using GridGovernance.Sdk.Tool.Commands.Calendar;
using GridGovernance.Sdk.Tool.Commands.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Tool.Commands.Simulate;

/// <summary><c>gridgov simulate replay LOG.csv --model FOLDER [--set PATH=VALUE]…</c>: what of a real log would have been late under other rules.</summary>
internal static class SimulateReplayCommand
{
    internal static Command Create()
    {
        var log = new Argument<string>("LOG.csv") { Description = "The cases: id, category (a matter or a tier of the model), unit, openedAt, closedAt (empty while open)." };
        var model = new Option<string>("--model") { Description = "The folder of the model.", HelpName = "FOLDER", Required = true };
        var set = ChangeOption.Create();
        var at = new Option<string?>("--at") { Description = "The instant as of which the log is looked at: what was closed later is open then, what was opened later is not counted. Otherwise the last instant of the log.", HelpName = "T" };
        var encoding = CellFile.CreateEncodingOption();
        var command = new Command("replay", "Replays a real log under changed rules: cases, closed and overdue before and after, by category and unit.") { log, model, set, at, encoding };
        return Session.Bind(command, (call, session) => Run(
            session, call.GetValue(log)!, call.GetValue(model)!, ChangeOption.Read(session, call.GetValue(set)!), call.GetValue(at), CellFile.EncodingOf(call.GetValue(encoding)!)));
    }

    private static int Run(Session session, string file, string folder, EquatableArray<RuleChange> changes, string? at, CsvEncoding encoding)
    {
        InputFile.RequireFolder(session, folder);
        var model = GovernanceModel.Load(folder, out var faults);
        InputFile.Refuse(session, faults);
        var log = CaseLog.Read(InputFile.Read(session, file), file, out var unusable, encoding);
        if (log is null)
        {
            throw new UnusableInputException(TableFile.Describe(session, unusable));
        }

        Instant? until = at is null ? null : CalendarTime.Read(session, "--at", at);
        var result = LogReplay.Run(log.Cases, model!, changes, out var wrong, until);
        InputFile.Refuse(session, wrong);
        var findings = log.Findings.Concat(result!.Findings);
        if (session.IsJson)
        {
            session.Result(ToJson(session, result, changes, log, model!.Calendar.Zone, findings, isLast: at is null));
        }
        else
        {
            var seen = CalendarTime.Text(result.At, model!.Calendar.Zone);
            Write(session, result, seen);
            session.Note(at is null
                ? new LocalizedText($"Looked at as of {seen}, the last time of the log; --at T asks for another.", $"截至{seen}，即日志中最晚的时间；可用--at另行指定。")
                : new LocalizedText($"Looked at as of {seen}.", $"截至{seen}。"));
            foreach (var finding in findings)
            {
                var (place, message) = (finding.Place.ToString(), finding.Message.ToString(session.Culture));
                var text = string.IsNullOrEmpty(place) ? message : $"{place}: {message}";
                session.Note(new LocalizedText(text, text));
            }

            if (result.Later > 0)
            {
                session.Note(new LocalizedText(
                    $"{result.Later} cases were opened after {seen} and are not counted.", $"{result.Later}个案件在{seen}之后开立，未计入。"));
            }
        }

        return log.Findings.Count + result.Findings.Count > 0 ? ExitCode.Findings : ExitCode.Ok;
    }

    private static JsonObject ToJson(Session session, ReplayResult result, EquatableArray<RuleChange> changes, CaseLog log, DateTimeZone zone, FindingReport findings, bool isLast) => new()
    {
        ["at"] = CalendarTime.Text(result.At, zone),
        ["atIsLast"] = isLast,
        ["set"] = new JsonArray([.. changes.Select(static change => (JsonNode)change.ToString())]),
        ["rows"] = log.Rows,
        ["later"] = result.Later,
        ["before"] = ToJson(result.Before),
        ["after"] = ToJson(result.After),
        ["byCategory"] = new JsonArray([.. result.ByCategory.Select(static row => (JsonNode)ToJson("category", row))]),
        ["byUnit"] = new JsonArray([.. result.ByUnit.Select(static row => (JsonNode)ToJson("unit", row))]),
        ["findings"] = new JsonArray([.. findings.Select(finding => (JsonNode)FindingOutput.ToJson(finding, session))]),
    };

    private static JsonObject ToJson(string key, ReplayRow row) => new() { [key] = row.Code, ["before"] = ToJson(row.Before), ["after"] = ToJson(row.After) };

    private static JsonObject ToJson(ReplayCount count) => new()
    {
        ["cases"] = count.Cases,
        ["closed"] = count.Closed,
        ["overdue"] = count.Overdue,
        ["unknown"] = count.Unknown,
    };

    private static void Write(Session session, ReplayResult result, string at)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var csv = new CsvWriter(text).Header(["by", "code", "cases", "closed", "overdue", "unknown", "casesAfter", "closedAfter", "overdueAfter", "unknownAfter", "at"]);
        Line(csv, "all", new ReplayRow("", result.Before, result.After), at);
        foreach (var row in result.ByCategory)
        {
            Line(csv, "category", row, at);
        }

        foreach (var row in result.ByUnit)
        {
            Line(csv, "unit", row, at);
        }

        session.Result(text.ToString().TrimEnd('\n'));
    }

    private static void Line(CsvWriter csv, string by, ReplayRow row, string at) => csv.Text(by).Text(row.Code)
        .Number((long)row.Before.Cases).Number((long)row.Before.Closed).Number((long)row.Before.Overdue).Number((long)row.Before.Unknown)
        .Number((long)row.After.Cases).Number((long)row.After.Closed).Number((long)row.After.Overdue).Number((long)row.After.Unknown).Text(at).EndRow();
}
