using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Permissions.Analysis;

/// <summary>The analysis a second time, by asking for every single cell which rules fit; it knows neither the engine nor classes of places and days.</summary>
internal sealed class NaiveAnalysis
{
    private readonly AuthorityListDefinition _list;
    private readonly EquatableArray<Matter> _matters;

    // Those that rules name, and one that stands for the others.
    private IEnumerable<GridKind?> Kinds => _list.Rules.SelectMany(static rule => rule.Kinds).Select(static kind => (GridKind?)kind).Append(null).Distinct();

    private readonly Dictionary<Cell, AuthorityRule[]> _fitting = [];

    public NaiveAnalysis(AuthorityListDefinition list, EquatableArray<Matter> matters, Establishment establishment, string[] places, LocalDate from, LocalDate to)
    {
        (_list, _matters) = (list, matters);
        var people = establishment.Posts.SelectMany(post => post.IsOfDepartment
            ? establishment.Departments.Select(department => new Person(post.Code, department.Code, department.Level, null)) : Kinds.Select(kind => new Person(post.Code, null, post.Level, kind))).ToArray();
        foreach (var (matter, action) in matters.SelectMany(matter => list.Actions.Select(action => (matter, action.Code))))
        {
            var about = list.Rules.Where(rule => OrAny(rule.Actions, action) && (OrAny(rule.Matters, matter.Code) || rule.Classes.Contains(matter.Class))).ToArray();
            foreach (var person in people)
            {
                var own = about.Where(rule => In(rule.Posts, person.Post) && In(rule.Levels, person.Level) && (rule.Departments.Count == 0 || rule.Departments.Contains(person.Department ?? "-"))
                        && (rule.Kinds.Count == 0 || rule.Kinds.Any(kind => kind == person.Kind))).ToArray();
                foreach (var place in places)
                {
                    var here = own.Where(rule => rule.Places.Count == 0 || rule.Places.Any(unit => place.StartsWith(unit, StringComparison.Ordinal))).ToArray();
                    for (var day = from; day <= to; day = day.PlusDays(1))
                    {
                        _fitting.Add(new Cell(matter.Code, action, person, place, day), [.. here.Where(rule => rule.IsInForceOn(day))]);
                    }
                }
            }
        }
    }

    /// <summary>Says of a report whatever it misses, and whatever it says that is not so; nothing when it is right.</summary>
    public IEnumerable<string> Faults(AuthorityReport report, EntryListDefinition? entries, LocalDate from, LocalDate to)
    {
        var found = report.Issues.Where(static issue => issue.Kind != AuthorityIssueKind.RuleRedundant).Select(Text).ToHashSet(StringComparer.Ordinal);
        var expected = Matters(entries, from, to).Concat(Rules(from, to)).ToHashSet(StringComparer.Ordinal);
        return found.Except(expected).Select(static text => "said, but not so: " + text).Concat(expected.Except(found).Select(static text => "missed: " + text)).Concat(Redundant(report, from, to));
    }

    private static string Text(AuthorityIssue issue)
    {
        var first = issue.Witnesses[0];
        var who = new Person(first.Post, first.Department, first.Level, first.Kind);
        return issue.Kind switch
        {
            AuthorityIssueKind.NoAuthority or AuthorityIssueKind.NoLead => $"{issue.Kind} {issue.Matter}",
            AuthorityIssueKind.SeveralLeads => $"{issue.Kind} {issue.Matter} {first.Action}",
            AuthorityIssueKind.DutiesNotExclusive => $"{issue.Kind} {who} {first.Action} {issue.Witnesses[1].Action}",
            AuthorityIssueKind.LeadNotAdmitted or AuthorityIssueKind.HandlerNotAdmitted => $"{issue.Kind} {issue.Finding.Severity} {issue.Matter} {who}",
            AuthorityIssueKind.ExceedsScope or AuthorityIssueKind.DutiesNotSeparated => $"{issue.Kind} {issue.Matter} {who}",
            _ => $"{issue.Kind} {issue.Rules.Single()}",
        };
    }

    private static bool OrAny(EquatableArray<string> codes, string code) => codes.Contains("*") || codes.Contains(code);

    private static bool In(EquatableArray<string> codes, string code) => codes.Count == 0 || codes.Contains(code);

    private static AuthorityStance Stance(IEnumerable<AuthorityRule> rules) =>
        rules.Select(static rule => rule.Stance).DefaultIfEmpty(AuthorityStance.MustNot).ToArray() is var all && all.Contains(AuthorityStance.MustNot) ? AuthorityStance.MustNot : all.Max();

    private static bool SpeaksWith(AuthorityRule rule, AuthorityRule other) => other.Conditions.All(condition => rule.Conditions.Contains(condition));

    private IEnumerable<string> Matters(EntryListDefinition? entries, LocalDate from, LocalDate to)
    {
        foreach (var ((matter, action, place, day), everybody) in Kinds.SelectMany(kind => Together(kind, from, to)))
        {
            var purpose = _matters.Single(one => Same(one.Code, matter)).Purpose;
            var may = everybody.Select(static pair => (pair.Key.Person, Stance: Stance(pair.Value))).Where(static pair => pair.Stance != AuthorityStance.MustNot).ToArray();
            var leads = may.Where(static pair => pair.Stance == AuthorityStance.Lead).ToArray();
            if (leads.Length > 1)
            {
                yield return $"SeveralLeads {matter} {action}";
            }

            foreach (var other in _list.Exclusive.SelectMany(set => set.SkipWhile(code => !Same(code, action)).Skip(1)))
            {
                foreach (var person in everybody.Where(static pair => Might(pair.Value, [], [])).Select(static pair => pair.Key.Person)
                    .Where(person => _matters.Any(one => Might(_fitting[new Cell(one.Code, other, person, place, day)], [], []))))
                {
                    yield return $"DutiesNotExclusive {person} {action} {other}";
                }
            }

            if (action is not "handle")
            {
                continue;
            }

            foreach (var person in everybody.Where(static pair => Might(pair.Value, [], [])).Select(static pair => pair.Key.Person)
                .Where(person => Might(_fitting[new Cell(matter, "verify", person, place, day)], ["is-the-handler"], ["not-the-handler"])))
            {
                yield return $"DutiesNotSeparated {matter} {person}";
            }

            var isTask = purpose is MatterPurpose.Order or MatterPurpose.Service;
            if (isTask && leads.Length == 0)
            {
                yield return may.Length == 0 ? $"NoAuthority {matter}" : $"NoLead {matter}";
            }

            if (entries is not null)
            {
                _ = ScopeGuard.TryFromCode(entries.ScopeGuard, out var guard);
                foreach (var (person, stance) in isTask ? may.Where(static pair => pair.Person.Department is null) : may.Where(_ => purpose == MatterPurpose.Unrelated || guard!.Vitality == VitalityPolicy.Refuse))
                {
                    if (!isTask)
                    {
                        yield return $"ExceedsScope {matter} {person}";
                    }
                    else if (Refused(Verdict(entries, guard!, matter, person, place, day), stance, () => Elsewhere(entries, guard!, matter, person, from, to)) is { } severity)
                    {
                        yield return $"{(stance == AuthorityStance.Lead ? "LeadNotAdmitted" : "HandlerNotAdmitted")} {severity} {matter} {person}";
                    }
                }
            }
        }
    }

    /// <summary>Says how bad it is that the entry list refuses somebody; null where it does not, or where they only manage or help along what it admits to others.</summary>
    private static FindingSeverity? Refused(AdmissionVerdict verdict, AuthorityStance stance, Func<bool> elsewhere) => verdict switch
    {
        AdmissionVerdict.Listed or AdmissionVerdict.ListedTemporarily => null,
        AdmissionVerdict.NotListed or AdmissionVerdict.Withdrawn or AdmissionVerdict.OnNegativeList or AdmissionVerdict.OutsideGridPurpose => FindingSeverity.Warning,
        _ when stance is AuthorityStance.CoManage or AuthorityStance.Assist => null,
        AdmissionVerdict.NotYetInForce or AdmissionVerdict.Expired or AdmissionVerdict.Suspended => FindingSeverity.Info,
        AdmissionVerdict.OutOfScope => elsewhere() ? FindingSeverity.Info : FindingSeverity.Warning,
        _ => FindingSeverity.Warning,
    };

    private AdmissionVerdict Verdict(EntryListDefinition entries, ScopeGuard guard, string matter, Person person, string place, LocalDate day) =>
        NaiveLists.Admit(entries, guard, _matters, new AdmissionRequest(matter, person.Level, GridCode.Parse(place), day, person.Post)).Verdict;

    /// <summary>Says whether the entry list admits a matter to somebody where they may handle it, or did, will or would but for a rest.</summary>
    private bool Elsewhere(EntryListDefinition entries, ScopeGuard guard, string matter, Person person, LocalDate from, LocalDate to) => _fitting.Any(pair =>
        Same(pair.Key.Matter, matter) && pair.Key.Action is "handle" && pair.Key.Person == person && pair.Key.Day >= from && pair.Key.Day <= to && Stance(pair.Value) != AuthorityStance.MustNot
        && Verdict(entries, guard, matter, person, pair.Key.Place, pair.Key.Day) is AdmissionVerdict.Listed or AdmissionVerdict.ListedTemporarily
            or AdmissionVerdict.NotYetInForce or AdmissionVerdict.Expired or AdmissionVerdict.Suspended);

    /// <summary>Says whether rules permit under any conditions at all that hold some and not others.</summary>
    private static bool Might(AuthorityRule[] fitting, string[] held, string[] unheld)
    {
        string[] all = ["not-the-handler", "legal-basis-cited", "is-the-handler"];
        return Enumerable.Range(0, 1 << all.Length).Select(set => all.Where((_, bit) => (set & (1 << bit)) != 0).ToArray())
            .Where(set => held.All(set.Contains) && !unheld.Any(set.Contains))
            .Any(set => Stance(fitting.Where(rule => rule.Conditions.All(set.Contains))) != AuthorityStance.MustNot);
    }

    /// <summary>Who meets in units of a kind: its posts, and all of the departments.</summary>
    private IEnumerable<((string Matter, string Action, string Place, LocalDate Day), KeyValuePair<Cell, AuthorityRule[]>[])> Together(GridKind? kind, LocalDate from, LocalDate to) =>
        _fitting.Where(pair => pair.Key.Day >= from && pair.Key.Day <= to && (pair.Key.Person.Department is not null || pair.Key.Person.Kind == kind))
            .GroupBy(static pair => (pair.Key.Matter, pair.Key.Action, pair.Key.Place, pair.Key.Day)).Select(static group => (group.Key, group.ToArray()));

    private IEnumerable<string> Rules(LocalDate from, LocalDate to)
    {
        foreach (var rule in _list.Rules)
        {
            if (rule.ValidTo < from || rule.ValidFrom > to)
            {
                yield return $"RuleOutOfTerm {rule.Code}";
                continue;
            }

            var cells = _fitting.Where(pair => pair.Key.Day >= from && pair.Key.Day <= to && pair.Value.Contains(rule)).Select(static pair => pair.Value).ToArray();
            var forbidden = cells.Count(fitting => fitting.Any(other => other.Stance == AuthorityStance.MustNot && SpeaksWith(rule, other)));
            if (cells.Length == 0)
            {
                yield return $"RuleUnreachable {rule.Code}";
            }
            else if (rule.Stance != AuthorityStance.MustNot && forbidden == cells.Length)
            {
                yield return $"RuleShadowed {rule.Code}";
            }
            else if (forbidden > 0 && rule.Stance is AuthorityStance.Lead or AuthorityStance.Must or AuthorityStance.CoManage)
            {
                yield return $"RuleConflict {rule.Code}";
            }
        }
    }

    /// <summary>All that is called redundant may go at once, and of what stays nothing may: on all days, not just those looked at.</summary>
    private IEnumerable<string> Redundant(AuthorityReport report, LocalDate from, LocalDate to)
    {
        var told = report.Issues.Where(static issue => issue.Kind == AuthorityIssueKind.RuleRedundant).Select(static issue => issue.Rules.Single()).ToHashSet(StringComparer.Ordinal);
        var idle = report.Issues.Where(static issue => issue.Kind is AuthorityIssueKind.RuleOutOfTerm or AuthorityIssueKind.RuleUnreachable or AuthorityIssueKind.RuleShadowed).Select(static issue => issue.Rules.Single());
        foreach (var rule in _list.Rules.ExceptBy(idle, static rule => rule.Code))
        {
            var isCovered = _fitting.Values.Where(fitting => fitting.Contains(rule)).All(fitting => fitting.Any(other => other != rule && !told.Contains(other.Code)
                && (rule.Stance == AuthorityStance.MustNot ? other.Stance == AuthorityStance.MustNot : other.Stance >= rule.Stance) && SpeaksWith(rule, other) && (other.BeyondOwnArea || !rule.BeyondOwnArea || rule.Stance == AuthorityStance.MustNot)));
            if (isCovered != told.Contains(rule.Code))
            {
                yield return $"{(isCovered ? "missed" : "said, but not so")}: RuleRedundant {rule.Code} ({from}–{to})";
            }
        }
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);

    private sealed record Person(string Post, string? Department, string Level, GridKind? Kind)
    {
        public override string ToString() => Department is null ? Post : $"{Post}@{Department}";
    }

    private sealed record Cell(string Matter, string Action, Person Person, string Place, LocalDate Day);
}
