using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using GridGovernance.Sdk.Tool.Commands.Calendar;
using NodaTime;

namespace GridGovernance.Sdk.Tool.Commands.Lifecycles;

/// <summary><c>gridgov lifecycle migrate OLD NEW EVENTS.jsonl [--dry-run]</c>: brings open cases to another version of their lifecycle.</summary>
internal static class LifecycleMigrateCommand
{
    private static readonly CaseActor Migrator = new(new Seat("migration", "host"));

    internal static Command Create()
    {
        var old = new Argument<string>("OLD") { Description = "The lifecycle that the cases follow." };
        var young = new Argument<string>("NEW") { Description = "The lifecycle that they are to follow." };
        var events = new Argument<string>("EVENTS.jsonl") { Description = "The events of the cases." };
        var dry = new Option<bool>("--dry-run") { Description = "Say per case what would become of it, and why; write no events." };
        var at = new Option<string?>("--at") { Description = "When it is done; without it, at the last event of each case.", HelpName = "T" };
        var states = new Option<string[]>("--state") { Description = "A state that goes on under another code. May be repeated.", HelpName = "OLD=NEW", DefaultValueFactory = static _ => [] };
        var clocks = new Option<string[]>("--clock") { Description = "A clock that goes on under another code. May be repeated.", HelpName = "OLD=NEW", DefaultValueFactory = static _ => [] };
        var model = new Option<string?>("--model") { Description = "The folder of the model whose calendar counts clocks that begin; without it the published days and the usual shifts.", HelpName = "FOLDER" };
        var command = new Command("migrate", "Brings open cases to another version of their lifecycle; the result is the events to append.") { old, young, events, dry, at, states, clocks, model };
        return Session.Bind(command, (call, session) =>
        {
            var plan = PlanOf(
                session, call.GetValue(old)!, call.GetValue(young)!, Rules(session, "--state", call.GetValue(states)!), Rules(session, "--clock", call.GetValue(clocks)!), out var doubts);
            var file = call.GetValue(events)!;
            Instant? when = call.GetValue(at) is { } text ? CalendarTime.Read(session, "--at", text) : null;
            var calendar = call.GetValue(model) is { } folder ? LifecycleFile.Model(session, folder).Calendar : WorkCalendar.China;
            return Run(session, plan, calendar, doubts, EventFile.Fold(session, file, EventFile.Read(session, file)), when, call.GetValue(dry));
        });
    }

    private static int Run(Session session, LifecycleMigration plan, WorkCalendar calendar, FindingReport doubts, List<GridCase> cases, Instant? at, bool dryRun)
    {
        var migration = new CaseMigration(plan, calendar);
        var id = $"migrate-{plan.From.Key}-{plan.To.Key}";
        if (cases.Find(c => at < c.ChangedAt) is { } later)
        {
            throw new UnusableInputException(session.Say(
                $"--at should not be before the last event of a case, but case \"{later.Id}\" changed at {later.ChangedAt}.", $"--at不应早于案件的最后事件，但案件“{later.Id}”变更于{later.ChangedAt}。"));
        }

        var results = cases.Select(c => migration.Plan(c, id, Migrator, at ?? c.ChangedAt)).ToArray();
        var rows = results.SelectMany(static result => result.Events.Select(e => new CaseEventRow(result.CaseId, e))).ToArray();
        if (session.IsJson)
        {
            session.Result(new JsonObject
            {
                ["from"] = plan.From.Key.ToString(),
                ["to"] = plan.To.Key.ToString(),
                ["findings"] = new JsonArray([.. doubts.Select(doubt => (JsonNode)FindingOutput.ToJson(doubt, session))]),
                ["dryRun"] = dryRun,
                ["cases"] = new JsonArray([.. results.Select(result => (JsonNode)ToJson(session, result))]),
                ["events"] = dryRun ? null : new JsonArray([.. Lines(rows).Select(static line => JsonNode.Parse(line))]),
            });
        }
        else if (dryRun)
        {
            foreach (var result in results)
            {
                var way = result.Target is { } target ? $"{result.State} → {target}" : result.State;
                session.Result($"{result.CaseId} {NameOf(result.Outcome)} {way}: {string.Join(" ", result.Reasons.Select(reason => reason.ToString(session.Culture)))}");
            }
        }
        else
        {
            foreach (var line in Lines(rows))
            {
                session.Result(line);
            }
        }

        foreach (var doubt in doubts)
        {
            session.Note(new LocalizedText(doubt.Message.ToString(System.Globalization.CultureInfo.InvariantCulture), doubt.Message.ToString(System.Globalization.CultureInfo.GetCultureInfo("zh-Hans"))));
        }

        foreach (var group in results.GroupBy(static result => result.Outcome).OrderBy(static group => group.Key))
        {
            session.Note(new LocalizedText($"{NameOf(group.Key)}: {group.Count()}", $"{NameOf(group.Key)}：{group.Count()}"));
        }

        return doubts.Count > 0 || results.Any(static result => result.Outcome > MigrationOutcome.Mapped) ? ExitCode.Findings : ExitCode.Ok;
    }

    private static JsonObject ToJson(Session session, CaseMigrationResult result) => new()
    {
        ["case"] = result.CaseId,
        ["outcome"] = NameOf(result.Outcome),
        ["state"] = result.State,
        ["target"] = result.Target,
        ["reasons"] = new JsonArray([.. result.Reasons.Select(reason => (JsonNode)new JsonObject { ["code"] = reason.Code, ["message"] = reason.ToString(session.Culture) })]),
        ["candidates"] = new JsonArray([.. result.Candidates.Select(static candidate => (JsonNode)candidate)]),
        ["events"] = result.Events.Count,
    };

    private static string[] Lines(IEnumerable<CaseEventRow> rows) =>
        Encoding.UTF8.GetString(CaseEventJson.Write(rows)).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string NameOf(MigrationOutcome outcome) => JsonNamingPolicy.KebabCaseLower.ConvertName(outcome.ToString());

    private static LifecycleMigration PlanOf(Session session, string old, string young, EquatableArray<MigrationRule> states, EquatableArray<MigrationRule> clocks, out FindingReport doubts)
    {
        var plan = LifecycleMigration.Create(Compile(session, old), Compile(session, young), states, clocks, out doubts);
        InputFile.Refuse(session, doubts);
        return plan!;
    }

    private static Lifecycle Compile(Session session, string file)
    {
        var read = LifecycleFile.Read(session, file);
        var lifecycle = Lifecycle.Compile(read.Value!, LifecycleVocabulary.NamedIn(read.Value!), out var report);
        InputFile.Refuse(session, read.Locate(report));
        return lifecycle!;
    }

    private static EquatableArray<MigrationRule> Rules(Session session, string option, string[] texts) => EquatableArray.From(texts.Select(text => text.Split('=') switch
    {
        [{ Length: > 0 } from, { Length: > 0 } to] => new MigrationRule(from, to),
        _ => throw new UnusableInputException(session.Say($"{option} should be two codes with \"=\" between, but is \"{text}\".", $"{option}应为以“=”连接的两个代码，但为“{text}”。")),
    }));
}
