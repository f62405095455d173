using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.Tool.Commands.Calendar;
using NodaTime;
using NodaTime.Text;

namespace GridGovernance.Sdk.Tool.Commands.Broadcast;

/// <summary><c>gridgov broadcast status EVENTS.jsonl --at T</c>: whom a notice has reached, whom not, and who acts next.</summary>
internal static class BroadcastStatusCommand
{
    private const int Shown = 20;

    internal static Command Create()
    {
        var events = new Argument<string>("EVENTS.jsonl") { Description = "The log of the notice, one line an event; gridgov schema broadcast-events describes a line." };
        var at = new Option<string>("--at") { Description = "The time asked about; without an offset in Asia/Shanghai.", Required = true, HelpName = "T" };
        var command = new Command("status", "Says how many households a notice has reached by a time, how many late, and who acts next for the rest.") { events, at };
        return Session.Bind(command, (call, session) => Run(session, call.GetValue(events)!, CalendarTime.Read(session, "--at", call.GetValue(at)!)));
    }

    private static int Run(Session session, string file, Instant at)
    {
        var read = GovernanceLines.Read<BroadcastEntry>(InputFile.Read(session, file), file);
        var entries = InputFile.ValueOf(session, read);
        var broadcast = BroadcastLog.Compile(entries, WorkCalendar.China, out var report);
        InputFile.Refuse(session, read.Locate(report));
        if (at < broadcast!.IssuedAt)
        {
            var issued = CalendarTime.Text(broadcast.IssuedAt, WorkCalendar.China.Zone);
            throw new UnusableInputException(session.Say(
                $"--at should be no earlier than the issue at {issued}, but is.", $"--at不应早于发布时间{issued}。"));
        }

        var status = broadcast.StatusAt(at);
        var next = broadcast.NextAt(at);
        if (session.IsJson)
        {
            session.Result(ToJson(broadcast, status, next, read.Locate(report), session));
        }
        else
        {
            Print(session, broadcast, status, next);
            FindingOutput.Note(read.Locate(report), session);
        }

        return status.Missed > 0 || status.Late > 0 || report.Count > 0 ? ExitCode.Findings : ExitCode.Ok;
    }

    private static JsonObject ToJson(Fieldwork.Broadcast broadcast, BroadcastStatus status, EquatableArray<BroadcastHandover> next, FindingReport report, Session session) => new()
    {
        ["broadcast"] = broadcast.Plan.Id,
        ["issuedAt"] = Text(broadcast.IssuedAt),
        ["dueAt"] = Text(status.DueAt),
        ["at"] = Text(status.At),
        ["households"] = status.Households,
        ["reached"] = status.Reached,
        ["missed"] = status.Missed,
        ["late"] = status.Late,
        ["elapsed"] = DurationText(status.Elapsed),
        ["elapsedSeconds"] = status.Elapsed.TotalSeconds,
        ["completedAt"] = status.CompletedAt is { } done ? Text(done) : null,
        ["overdue"] = status.IsOverdue,
        ["end"] = status.End == BroadcastEnd.None ? null : JsonNamingPolicy.KebabCaseLower.ConvertName(status.End.ToString()),
        ["next"] = new JsonArray([.. next.Select(one => (JsonNode)ToJson(one, broadcast.Plan))]),
        ["findings"] = new JsonArray([.. report.Select(finding => (JsonNode)FindingOutput.ToJson(finding, session))]),
    };

    private static JsonObject ToJson(BroadcastHandover one, BroadcastPlan plan) => new()
    {
        ["cell"] = one.Cell.ToString(),
        ["by"] = one.By?.ToString(),
        ["to"] = one.To?.ToString(),
        ["channel"] = one.Channel,
        ["households"] = new JsonArray([.. one.Missing.Select(household => (JsonNode)plan.Household(household))]),
    };

    private static void Print(Session session, Fieldwork.Broadcast broadcast, BroadcastStatus status, EquatableArray<BroadcastHandover> next)
    {
        session.Result($"{session.Say("notice", "通知")} {broadcast.Plan.Id}");
        session.Result($"{session.Say("issuedAt", "发布时间")} {Text(broadcast.IssuedAt)}");
        session.Result($"{session.Say("dueAt", "到期时间")} {Text(status.DueAt)}");
        session.Result($"{session.Say("households", "户数")} {status.Households}");
        session.Result($"{session.Say("reached", "已通知")} {status.Reached}");
        session.Result($"{session.Say("missed", "未通知")} {status.Missed}");
        session.Result($"{session.Say("late", "逾期")} {status.Late}");
        session.Result($"{session.Say("elapsed", "用时")} {DurationText(status.Elapsed)}");
        if (status.End != BroadcastEnd.None)
        {
            session.Result(status.End == BroadcastEnd.Recalled ? session.Say("recalled", "已撤回") : session.Say("superseded", "已被替代"));
            return;
        }

        foreach (var one in next.Take(Shown))
        {
            var whom = one.By is not { } by ? session.Say("nobody acts in the chain", "传达链上无人履职")
                : one.To is { } to ? session.Say($"{by} hands it to {to}", $"由{by}传达至{to}")
                : session.Say($"{by} by {one.Channel}", $"由{by}经{one.Channel}通知");
            session.Result(session.Say($"next {one.Cell}: {one.Missing.Count} households, {whom}", $"下一步 {one.Cell}：{one.Missing.Count}户，{whom}"));
        }

        if (next.Count > Shown)
        {
            session.Note(new LocalizedText($"{next.Count - Shown} more; --json has them all.", $"另有{next.Count - Shown}项；--json列出全部。"));
        }
    }

    private static string Text(Instant at) => CalendarTime.Text(at, WorkCalendar.China.Zone);

    // ISO 8601, in days, hours, minutes and seconds: a limit of one hour reads PT1H.
    private static string DurationText(Duration elapsed) => PeriodPattern.NormalizingIso.Format(Period.FromTicks(elapsed.BclCompatibleTicks));
}
