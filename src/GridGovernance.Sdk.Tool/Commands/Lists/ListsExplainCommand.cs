using System.CommandLine;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Tool.Commands.Calendar;
using NodaTime;

namespace GridGovernance.Sdk.Tool.Commands.Lists;

/// <summary><c>gridgov lists explain FOLDER --who … --action … --matter … --where … --at …</c>: may they, and why or why not.</summary>
internal static class ListsExplainCommand
{
    internal static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder that holds the model." };
        var who = Required("--who", "POST[@UNIT]", "Who acts: a post, a post at a unit, or a post at a department.");
        var kind = new Option<string?>("--kind") { Description = "The kind of the unit where they sit, such as dedicated; absent where it does not matter.", HelpName = "KIND" };
        var action = Required("--action", "ACTION", "The code of the action, such as handle.");
        var matter = Required("--matter", "MATTER", "The code of the matter.");
        var where = Required("--where", "CODE", "The code of the unit where the matter is.");
        var at = Required("--at", "T", "When; without an offset by the county's clock.");
        var conditions = new Option<string[]>("--condition")
        {
            Description = "The code of a condition that holds; may be repeated.",
            HelpName = "CODE",
            DefaultValueFactory = static _ => [],
        };
        var command = new Command("explain", "Says whether somebody may do something, by which rules, and what would work instead.")
        {
            folder, who, kind, action, matter, where, at, conditions,
        };
        return Session.Bind(command, (call, session) =>
        {
            var model = ListsModel.Load(session, call.GetValue(folder)!);
            if (!AuthorityActor.TryResolve(call.GetValue(who)!, model.Establishment, out var actor, out var problem))
            {
                throw new UnusableInputException("--who: " + problem.ToString(session.Culture));
            }

            if (call.GetValue(kind) is { } named)
            {
                if (actor.Department is not null)
                {
                    throw new UnusableInputException(session.Say($"--kind is for a unit of the grid network, but \"{call.GetValue(who)}\" is of a department.", $"--kind只用于网格单元，但“{call.GetValue(who)}”属于部门。"));
                }

                var kinds = Enum.GetValues<GridKind>();
                var found = Array.FindIndex(kinds, one => string.Equals(ListsModel.NameOf(one), named, StringComparison.Ordinal));
                var known = string.Join(", ", kinds.Select(ListsModel.NameOf));
                actor = found >= 0
                    ? actor with { Kind = kinds[found] }
                    : throw new UnusableInputException(session.Say($"--kind should be one of {known}, but is \"{named}\".", $"--kind应为下列之一：{known}，但为“{named}”。"));
            }

            var code = call.GetValue(where)!;
            if (!GridCode.TryParse(code, out var place) || !model.Scheme.TryLevelOf(place, out _))
            {
                throw new UnusableInputException(session.Say(
                    $"--where should be the code of a unit of one of the levels, but is \"{code}\".", $"--where应为某一层级单元的编码，但为“{code}”。"));
            }

            if (!place.StartsWith(GridCode.Parse(model.County.Code.ToString())))
            {
                throw new UnusableInputException(session.Say(
                    $"--where should be a unit of \"{model.County.Code}\", whose lists these are, but is \"{code}\".", $"--where应为“{model.County.Code}”辖内的单元（清单属于该地），但为“{code}”。"));
            }

            var instant = CalendarTime.Read(session, "--at", call.GetValue(at)!);
            var held = EquatableArray.From(call.GetValue(conditions)!);
            foreach (var condition in held)
            {
                Known(session, "--condition", condition, model.AuthorityList.Definition.Conditions.Select(static known => known.Code));
            }

            return Run(session, model, actor.Ask(
                Known(session, "--action", call.GetValue(action)!, model.AuthorityList.Definition.Actions.Select(static known => known.Code)),
                Known(session, "--matter", call.GetValue(matter)!, model.Matters.Matters.Select(static known => known.Code)),
                place, instant.InZone(model.Calendar.Zone).LocalDateTime, held));
        });
    }

    private static Option<string> Required(string name, string value, string description) => new(name) { Description = description, Required = true, HelpName = value };

    private static int Run(Session session, GovernanceModel model, AuthorityRequest request)
    {
        var answer = model.Permissions.Delegations?.Decide(request) ?? new DelegatedDecision(model.AuthorityList.Decide(request));
        var (decision, chain) = (answer.Deciding, answer.Chain);
        var admission = AdmissionOf(model, request);
        var refused = admission?.Refusals ?? [];
        var isAllowed = answer.IsAllowed && refused.Count == 0;
        var refusals = decision.Refusals.Concat(refused).ToArray();
        if (session.IsJson)
        {
            session.Result(new JsonObject
            {
                ["decision"] = isAllowed ? "allowed" : "denied",
                ["cause"] = refusals.Length > 0 ? ListsModel.NameOf(refusals[0].Kind) : null,
                ["stance"] = decision.IsAllowed ? ListsModel.NameOf(decision.Stance) : null,
                ["rules"] = ListsModel.Codes(decision.Rules),
                ["delegations"] = ListsModel.Codes(chain),
                ["delegatedBy"] = answer.Root is { } root ? SeatOf(root.Request) : null,
                ["reasons"] = new JsonArray([.. decision.Explain().Concat(refused.Select(static refusal => refusal.Message)).Select(message => (JsonNode)message.ToString(session.Culture))]),
                ["nearest"] = refusals.Select(static refusal => refusal.Nearest).FirstOrDefault(static nearest => nearest is not null)?.ToString(session.Culture),
                ["admission"] = admission is { } given ? ToJson(given, session) : null,
                ["request"] = ListsModel.ToJson(request),
            });
        }
        else
        {
            session.Result($"{session.Say("decision", "判定")}: {(isAllowed ? session.Say("allowed", "允许") : session.Say("denied", "不允许"))}");
            if (answer.Root is { } power)
            {
                session.Result($"    {session.Say("by delegation", "依据委托")}: {string.Join(", ", chain)} ({session.Say("power of", "权力来自")} {SeatOf(power.Request)})");
            }

            foreach (var message in decision.Explain())
            {
                session.Result($"    {message.ToString(session.Culture)}");
            }

            foreach (var nearest in decision.Refusals.Select(static refusal => refusal.Nearest).OfType<Message>())
            {
                session.Result($"    {nearest.ToString(session.Culture)}");
            }

            if (admission is { } entry)
            {
                session.Result($"{session.Say("entry list", "准入清单")}: {ListsModel.VerdictOf(session, entry.Verdict)} ({entry.ScopeGuard}){(entry.Items.Count == 0 ? "" : " " + string.Join(", ", entry.Items))}");
                foreach (var refusal in entry.Refusals)
                {
                    session.Result($"    {refusal.Message.ToString(session.Culture)} {refusal.Nearest?.ToString(session.Culture)}".TrimEnd());
                }
            }
        }

        return isAllowed ? ExitCode.Ok : ExitCode.Findings;
    }

    private static string SeatOf(in AuthorityRequest request) => $"{request.Post}@{request.Department ?? request.OwnArea?.ToString()}";

    /// <summary>Refuses a code that the lists do not know: a slip of the pen is no denial.</summary>
    private static string Known(Session session, string option, string code, IEnumerable<string> codes) => codes.Contains(code, StringComparer.Ordinal)
        ? code
        : throw new UnusableInputException(session.Say(
            $"{option} should be one of {string.Join(", ", codes)}, but is \"{code}\".", $"{option}应为下列之一：{string.Join(", ", codes)}，但为“{code}”。"));

    /// <summary>The entry list is asked where a post of the grid system is to handle a matter, as a dispatch asks it.</summary>
    private static AdmissionDecision? AdmissionOf(GovernanceModel model, in AuthorityRequest request) =>
        request.Department is null && string.Equals(request.Action, AuthorityAnalysis.Handling, StringComparison.Ordinal)
            ? model.EntryList.Admit(new AdmissionRequest(request.Matter, request.Level, request.Place, request.At.Date, request.Post))
            : null;

    private static JsonObject ToJson(AdmissionDecision answer, Session session) => new()
    {
        ["admitted"] = answer.IsAdmitted,
        ["verdict"] = ListsModel.NameOf(answer.Verdict),
        ["until"] = CalendarTime.Node(answer.Until),
        ["scopeGuard"] = answer.ScopeGuard,
        ["items"] = ListsModel.Codes(answer.Items),
        ["reasons"] = new JsonArray([.. answer.Refusals.Select(refusal => (JsonNode)refusal.Message.ToString(session.Culture))]),
        ["nearest"] = answer.Refusals.Select(static refusal => refusal.Nearest).FirstOrDefault(static nearest => nearest is not null)?.ToString(session.Culture),
    };
}
