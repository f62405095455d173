using System.CommandLine;
using System.Text.Json.Nodes;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Tool.Commands.Lists;

/// <summary><c>gridgov lists diff OLD NEW</c>: what the newer lists newly allow and newly deny, each with its smallest witness.</summary>
internal static class ListsDiffCommand
{
    internal static Command Create()
    {
        var older = new Argument<string>("OLD") { Description = "The folder that holds the older model." };
        var newer = new Argument<string>("NEW") { Description = "The folder that holds the newer model." };
        var command = new Command("diff", "Compares the lists of two models by what they decide.") { older, newer };
        return Session.Bind(command, (call, session) =>
        {
            var (before, after) = (ListsModel.Load(session, call.GetValue(older)!), ListsModel.Load(session, call.GetValue(newer)!));
            var places = ListsModel.PlacesOf(after).Union(ListsModel.PlacesOf(before)).ToArray();
            return Write(
                session,
                ListDifference.Between(before.AuthorityList, after.AuthorityList, places),
                ListDifference.Between(before.EntryList, after.EntryList, after.Establishment, places),
                ListDifference.Between(DelegationsOf(before), DelegationsOf(after)));
        });
    }

    private static DelegationRegister DelegationsOf(GovernanceModel model) =>
        model.Permissions.Delegations ?? DelegationRegister.Compile(new DelegationListDefinition { Code = "none" }, model.AuthorityList, out _)!;

    private static int Write(Session session, EquatableArray<AuthorityChange> powers, EquatableArray<AdmissionChange> admissions, EquatableArray<DelegationChange> delegated)
    {
        if (session.IsJson)
        {
            session.Result(new JsonObject
            {
                ["authority"] = new JsonArray([.. powers.Select(static change => (JsonNode)new JsonObject
                {
                    ["change"] = ListsModel.NameOf(change.Kind),
                    ["who"] = change.Holder.ToString(),
                    ["action"] = change.Action,
                    ["matter"] = change.Matter,
                    ["witness"] = ListsModel.ToJson(change.Witness),
                    ["rulesBefore"] = ListsModel.Codes(change.RulesBefore),
                    ["rulesAfter"] = ListsModel.Codes(change.RulesAfter),
                })]),
                ["delegated"] = new JsonArray([.. delegated.Select(static change => (JsonNode)new JsonObject
                {
                    ["change"] = ListsModel.NameOf(change.Kind),
                    ["who"] = change.Seat.ToString(),
                    ["action"] = change.Action,
                    ["matter"] = change.Matter,
                    ["witness"] = ListsModel.ToJson(change.Witness),
                    ["delegationsBefore"] = ListsModel.Codes(change.ChainBefore),
                    ["delegationsAfter"] = ListsModel.Codes(change.ChainAfter),
                })]),
                ["admission"] = new JsonArray([.. admissions.Select(static change => (JsonNode)new JsonObject
                {
                    ["change"] = ListsModel.NameOf(change.Kind),
                    ["witness"] = ListsModel.ToJson(change.Witness),
                    ["before"] = ListsModel.NameOf(change.Before),
                    ["after"] = ListsModel.NameOf(change.After),
                    ["itemsBefore"] = ListsModel.Codes(change.ItemsBefore),
                    ["itemsAfter"] = ListsModel.Codes(change.ItemsAfter),
                })]),
            });
        }
        else
        {
            foreach (var change in powers)
            {
                session.Result($"{Sign(change.Kind)} {ListsModel.ToLine(change.Witness)}  [{string.Join(", ", change.RulesBefore)}] -> [{string.Join(", ", change.RulesAfter)}]");
            }

            foreach (var change in delegated)
            {
                session.Result($"{Sign(change.Kind)} {session.Say("by delegation", "委托")} {ListsModel.ToLine(change.Witness)}  [{string.Join(", ", change.ChainBefore)}] -> [{string.Join(", ", change.ChainAfter)}]");
            }

            foreach (var change in admissions)
            {
                var witness = change.Witness;
                session.Result(
                    $"{Sign(change.Kind)} {session.Say("entry", "准入")} {witness.Matter} {witness.Level}{(witness.Post is null ? "" : " " + witness.Post)} {witness.Place} {Calendar.CalendarTime.Text(witness.On)}"
                    + $"  {ListsModel.NameOf(change.Before)} [{string.Join(", ", change.ItemsBefore)}] -> {ListsModel.NameOf(change.After)} [{string.Join(", ", change.ItemsAfter)}]");
            }
        }

        var changes = powers.Count + admissions.Count + delegated.Count;
        session.Note(new LocalizedText($"{changes} changes.", $"共{changes}处变化。"));
        return changes == 0 ? ExitCode.Ok : ExitCode.Findings;
    }

    private static char Sign(PermissionChangeKind kind) => kind == PermissionChangeKind.NewlyAllowed ? '+' : '-';
}
