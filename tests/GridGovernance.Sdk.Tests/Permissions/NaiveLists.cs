using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Tests.Permissions;

/// <summary>Both lists decided a second time, straight from the definition, rule by rule, knowing nothing of the engines.</summary>
internal static class NaiveLists
{
    public static (bool Allowed, string[] Rules, RefusalKind[] Causes) Decide(AuthorityListDefinition list, IEnumerable<Matter> matters, AuthorityRequest ask)
    {
        var matter = matters.Single(matter => Same(matter.Code, ask.Matter));
        var about = list.Rules.Where(rule => (rule.Actions.Contains("*") || rule.Actions.Contains(ask.Action))
            && (rule.Matters.Contains("*") || rule.Matters.Contains(ask.Matter) || rule.Classes.Contains(matter.Class))).ToList();
        var forbidding = about.Where(rule => rule.Stance == AuthorityStance.MustNot && Who(rule, ask) && Place(rule, ask) && Time(rule, ask) && Conditions(rule, ask)).ToList();
        var permits = about.Where(static rule => rule.Stance != AuthorityStance.MustNot).ToList();
        var who = permits.Where(rule => Who(rule, ask)).ToList();
        var where = who.Where(rule => Place(rule, ask) && OwnArea(rule, ask)).ToList();
        var when = where.Where(rule => Time(rule, ask)).ToList();
        var full = when.Where(rule => Conditions(rule, ask)).ToList();

        List<RefusalKind> causes = [.. forbidding.Select(Turn).Distinct().Order()];
        List<AuthorityRule> rules;
        if (full.Count > 0)
        {
            rules = full;
        }
        else
        {
            (var cause, rules) = permits.Count == 0 ? (RefusalKind.NoSuchAction, permits)
                : who.Count == 0 ? (RefusalKind.NotYourRole, permits)
                : where.Count == 0 ? (RefusalKind.NotYourGrid, who)
                : when.Count == 0 ? (RefusalKind.OutsideListOrTime, where)
                : (RefusalKind.ConditionUnmet, when);
            causes.Add(cause);
        }

        var named = forbidding.Count > 0 ? forbidding : rules;
        return (causes.Count == 0, named.Select(static rule => rule.Code).Order(StringComparer.Ordinal).ToArray(), causes.ToArray());
    }

    public static (AdmissionVerdict Verdict, string[] Items) Admit(EntryListDefinition list, ScopeGuard guard, IEnumerable<Matter> matters, AdmissionRequest ask)
    {
        var matter = matters.Single(matter => Same(matter.Code, ask.Matter));
        var items = list.Items.Where(item => item.Status != EntryStatus.Refused && (item.Matters.Contains(matter.Code) || item.Classes.Contains(matter.Class))).ToList();
        var forbidding = items.Where(item => item.Category == EntryCategory.Negative && item.Status == EntryStatus.InForce
            && Within(item, ask) && Scope(item, ask)).ToList();
        if (forbidding.Count > 0)
        {
            return (AdmissionVerdict.OnNegativeList, Sorted(forbidding));
        }

        items.RemoveAll(static item => item.Category == EntryCategory.Negative);
        if (matter.Purpose == MatterPurpose.Unrelated || (matter.Purpose == MatterPurpose.Vitality && guard.Vitality == VitalityPolicy.Refuse))
        {
            var refused = items.ToList();
            return (AdmissionVerdict.OutsideGridPurpose, Sorted(refused));
        }

        var judged = items.Select(item => (Item: item, Verdict: Judge(item, matter, ask))).ToList();
        var best = judged.Select(static pair => pair.Verdict).DefaultIfEmpty(AdmissionVerdict.NotListed).Max();
        return (best, Sorted(judged.Where(pair => pair.Verdict == best).Select(static pair => pair.Item)));
    }

    private static AdmissionVerdict Judge(EntryListItem item, Matter matter, AdmissionRequest ask)
    {
        if (matter.Purpose == MatterPurpose.Vitality && item.Nature != TaskNature.Service)
        {
            return AdmissionVerdict.OutsideGridPurpose;
        }

        if (item.Status == EntryStatus.Withdrawn)
        {
            return AdmissionVerdict.Withdrawn;
        }

        if (item.Status is not (EntryStatus.InForce or EntryStatus.Suspended) || (item.ValidFrom is { } from && ask.On < from))
        {
            return AdmissionVerdict.NotYetInForce;
        }

        if (item.ValidTo is { } to && ask.On > to)
        {
            return AdmissionVerdict.Expired;
        }

        return item.Status == EntryStatus.Suspended ? AdmissionVerdict.Suspended
            : !Scope(item, ask) ? AdmissionVerdict.OutOfScope
            : ask.Post is not null && item.Posts.Count > 0 && !item.Posts.Contains(ask.Post) ? AdmissionVerdict.PostLacksAuthority
            : item.Category == EntryCategory.Temporary ? AdmissionVerdict.ListedTemporarily : AdmissionVerdict.Listed;
    }

    private static bool Within(EntryListItem item, AdmissionRequest ask) =>
        (item.ValidFrom is not { } from || ask.On >= from) && (item.ValidTo is not { } to || ask.On <= to);

    private static bool Scope(EntryListItem item, AdmissionRequest ask) =>
        (item.Levels.Count == 0 || item.Levels.Contains(ask.Level))
        && (item.Places.Count == 0 || item.Places.Any(place => ask.Place.ToString().StartsWith(place, StringComparison.Ordinal)));

    private static string[] Sorted(IEnumerable<EntryListItem> items) => items.Select(static item => item.Code).Order(StringComparer.Ordinal).ToArray();

    private static bool Who(AuthorityRule rule, AuthorityRequest ask) =>
        (rule.Posts.Count == 0 || rule.Posts.Contains(ask.Post))
        && (rule.Departments.Count == 0 || (ask.Department is not null && rule.Departments.Contains(ask.Department)))
        && (rule.Levels.Count == 0 || rule.Levels.Contains(ask.Level))
        && (rule.Kinds.Count == 0 || (ask.Kind is { } kind && rule.Kinds.Contains(kind)));

    private static bool Place(AuthorityRule rule, AuthorityRequest ask) =>
        rule.Places.Count == 0 || rule.Places.Any(place => ask.Place.ToString().StartsWith(place, StringComparison.Ordinal));

    private static bool OwnArea(AuthorityRule rule, AuthorityRequest ask) =>
        ask.OwnArea is null || rule.BeyondOwnArea || ask.Place.ToString().StartsWith(ask.OwnArea.Value.ToString(), StringComparison.Ordinal);

    private static bool Time(AuthorityRule rule, AuthorityRequest ask) =>
        (rule.ValidFrom is not { } from || ask.At.Date >= from) && (rule.ValidTo is not { } to || ask.At.Date <= to);

    private static bool Conditions(AuthorityRule rule, AuthorityRequest ask) => rule.Conditions.All(condition => ask.Conditions.Contains(condition));

    private static RefusalKind Turn(AuthorityRule rule)
    {
        if (rule.Posts.Count + rule.Departments.Count + rule.Levels.Count + rule.Kinds.Count > 0)
        {
            return RefusalKind.NotYourRole;
        }

        if (rule.Places.Count > 0)
        {
            return RefusalKind.NotYourGrid;
        }

        if (rule.Conditions.Count > 0)
        {
            return RefusalKind.ConditionUnmet;
        }

        return rule.ValidFrom is null && rule.ValidTo is null ? RefusalKind.NoSuchAction : RefusalKind.OutsideListOrTime;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
