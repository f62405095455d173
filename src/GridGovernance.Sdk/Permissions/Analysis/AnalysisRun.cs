using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>One run of <see cref="AuthorityAnalysis"/>.</summary>
internal sealed class AnalysisRun
{
    private readonly AuthorityList _list;
    private readonly EntryList? _entryList;
    private readonly AnalysisClasses _classes;
    private readonly AnalysisClasses _admissionClasses;
    private readonly LocalDate _from;
    private readonly LocalDate _to;
    private readonly (Post Post, string? Department, string Level)[] _actors;
    private readonly EquatableArray<string> _everyCondition;
    private readonly HashSet<string> _fitting = new(StringComparer.Ordinal);
    private readonly HashSet<string> _deciding = new(StringComparer.Ordinal);
    private readonly List<AuthorityIssue> _issues = [];

    // INVARIANT: what was reported once for a matter, with the same kind and rules, is not reported for another place or day.
    private readonly HashSet<(AuthorityIssueKind Kind, string Matter, string Action, string What)> _reported = [];
    private long _cells;

    internal AnalysisRun(AuthorityList list, EntryList? entryList, IReadOnlyList<GridCode> places, LocalDate from, LocalDate to)
    {
        _list = list;
        _entryList = entryList;
        _classes = new AnalysisClasses(list.Definition, null, places, from, to);
        _admissionClasses = new AnalysisClasses(list.Definition, entryList?.Definition, places, from, to);
        _from = from;
        _to = to;
        _actors = AuthorityAnalysis.ActorsOf(list.Establishment).ToArray();
        _everyCondition = EquatableArray.From(list.Definition.Conditions.Select(static condition => condition.Code));
    }

    internal AuthorityReport Run()
    {
        foreach (var matter in _list.Catalogue.Matters)
        {
            foreach (var action in _list.Definition.Actions)
            {
                foreach (var (place, day) in Cells(_classes))
                {
                    Look(matter, action.Code, place, day);
                }
            }

            if (_entryList is not null && matter.Purpose is MatterPurpose.Order or MatterPurpose.Service)
            {
                LookAtAdmissions(matter);
            }
        }

        foreach (var rule in _list.Definition.Rules.OrderBy(static rule => rule.Code, StringComparer.Ordinal))
        {
            LookAtRule(rule);
        }

        return new AuthorityReport(EquatableArray.From(_issues), _cells);
    }

    private static IEnumerable<(GridCode Place, LocalDate Day)> Cells(AnalysisClasses classes) =>
        from place in classes.Places
        from day in classes.Days
        select (place, day);

    private static bool Is(string action, string other) => string.Equals(action, other, StringComparison.Ordinal);

    private void Look(Matter matter, string action, GridCode place, LocalDate day)
    {
        var allowed = new List<AuthorityDecision>();
        var first = default(AuthorityRequest);
        foreach (var actor in _actors)
        {
            var request = Ask(actor, action, matter, place, day);
            first = first.Post is null || Is(actor.Post.Code, matter.Responsible ?? "") ? request : first;
            var decision = _list.Decide(request);
            _cells++;
            if (decision.IsAllowed)
            {
                allowed.Add(decision);
            }

            Note(decision);
        }

        var leads = allowed.Where(static decision => decision.Stance == AuthorityStance.Lead).ToArray();
        if (Is(action, AuthorityAnalysis.Handling))
        {
            LookAtHandling(matter, allowed, leads, first);
        }

        LookAtLeads(matter, action, leads);
    }

    /// <summary>Notes which permitting rules fitted, and which of them decided.</summary>
    private void Note(AuthorityDecision decision)
    {
        foreach (var rule in new AuthorityExplanation(_list, decision.Request).Permitting())
        {
            _fitting.Add(rule);
            if (decision.IsAllowed)
            {
                _deciding.Add(rule);
            }
        }
    }

    private void LookAtHandling(Matter matter, List<AuthorityDecision> allowed, AuthorityDecision[] leads, AuthorityRequest first)
    {
        if (matter.Purpose is MatterPurpose.Order or MatterPurpose.Service)
        {
            if (allowed.Count == 0)
            {
                Add(AuthorityIssueKind.NoAuthority, matter, "permissions.no-authority", [first], [], matter.Name, first.Place.ToString(), first.At.Date);
            }
            else if (leads.Length == 0)
            {
                Add(AuthorityIssueKind.NoLead, matter, "permissions.no-lead", [allowed[0].Request], allowed[0].Rules, matter.Name, first.Place.ToString(), first.At.Date);
            }
        }
        else if (_entryList is not null && _entryList.GuardRefuses(matter))
        {
            foreach (var decision in allowed)
            {
                Add(AuthorityIssueKind.ExceedsScope, matter, "permissions.exceeds-scope", [decision.Request], decision.Rules, Who(decision), matter.Name, _entryList.Guard.Code);
            }
        }

        foreach (var decision in allowed)
        {
            LookAtVerifying(matter, decision);
        }
    }

    /// <summary>Holds the leads that are posts of the grid system against the entry list, which tells more places and days apart.</summary>
    private void LookAtAdmissions(Matter matter)
    {
        foreach (var (place, day) in Cells(_admissionClasses))
        {
            foreach (var actor in _actors.Where(static actor => actor.Department is null))
            {
                var lead = _list.Decide(Ask(actor, AuthorityAnalysis.Handling, matter, place, day));
                _cells++;
                if (lead.Stance == AuthorityStance.Lead)
                {
                    LookAtAdmission(matter, lead);
                }
            }
        }
    }

    private void LookAtAdmission(Matter matter, AuthorityDecision lead)
    {
        var request = lead.Request;
        var admission = _entryList!.Admit(new AdmissionRequest(request.Matter, request.Level, request.Place, request.At.Date, request.Post));
        if (!admission.IsAdmitted)
        {
            Add(
                AuthorityIssueKind.LeadNotAdmitted,
                matter,
                "permissions.lead-not-admitted",
                [request],
                admission.Items,
                Who(lead),
                matter.Name,
                request.Place.ToString(),
                request.At.Date,
                admission.Refusals[0].Message);
        }
    }

    private AuthorityRequest Ask((Post Post, string? Department, string Level) actor, string action, Matter matter, GridCode place, LocalDate day) => new()
    {
        Post = actor.Post.Code,
        Department = actor.Department,
        Level = actor.Level,
        Action = action,
        Matter = matter.Code,
        Place = place,
        At = day.AtMidnight(),
        Conditions = _everyCondition,
    };

    /// <summary>Whoever may handle under some conditions must not be able to verify under none.</summary>
    private void LookAtVerifying(Matter matter, AuthorityDecision handling)
    {
        var verifying = _list.Decide(handling.Request with { Action = AuthorityAnalysis.Verifying, Conditions = [] });
        if (verifying.IsAllowed)
        {
            Add(
                AuthorityIssueKind.DutiesNotSeparated,
                matter,
                "permissions.duties-not-separated",
                [handling.Request, verifying.Request],
                EquatableArray.From(handling.Rules.Concat(verifying.Rules).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
                Who(handling),
                matter.Name);
        }
    }

    private void LookAtLeads(Matter matter, string action, AuthorityDecision[] leads)
    {
        if (leads.Length > 1)
        {
            var rules = leads.SelectMany(static lead => lead.Rules).Distinct(StringComparer.Ordinal)
                .Where(code => _list.Definition.Rules.Any(rule => Is(rule.Code, code) && rule.Stance == AuthorityStance.Lead)).Order(StringComparer.Ordinal);
            var request = leads[0].Request;
            Add(
                AuthorityIssueKind.SeveralLeads,
                matter,
                "permissions.several-leads",
                EquatableArray.From(leads.Select(static lead => lead.Request)),
                EquatableArray.From(rules),
                matter.Name,
                action,
                string.Join(", ", leads.Select(Who)),
                request.Place.ToString(),
                request.At.Date);
        }
    }

    private void LookAtRule(AuthorityRule rule)
    {
        if (rule.ValidTo < _from || rule.ValidFrom > _to)
        {
            AddRule(AuthorityIssueKind.RuleOutOfTerm, rule, "permissions.rule-out-of-term", rule.Code, _from, _to);
        }
        else if (rule.Stance != AuthorityStance.MustNot && !_fitting.Contains(rule.Code))
        {
            AddRule(AuthorityIssueKind.RuleUnreachable, rule, "permissions.rule-unreachable", rule.Code);
        }
        else if (rule.Stance != AuthorityStance.MustNot && !_deciding.Contains(rule.Code))
        {
            AddRule(AuthorityIssueKind.RuleShadowed, rule, "permissions.rule-shadowed", rule.Code);
        }
    }

    private static string Who(AuthorityDecision decision) => new AuthorityHolder(decision.Request.Post, decision.Request.Department, null).ToString();

    private void Add(
        AuthorityIssueKind kind, Matter matter, string message, EquatableArray<AuthorityRequest> witnesses, EquatableArray<string> rules, params ReadOnlySpan<object?> values)
    {
        // The same rules and the same people at another place or on another day are the same issue.
        var what = string.Join(' ', rules) + '|' + string.Join(' ', witnesses.Select(static request => new AuthorityHolder(request.Post, request.Department, request.Level).ToString()));
        if (_reported.Add((kind, matter.Code, witnesses[0].Action, what)))
        {
            // A list with issues can be used: what nobody may do is denied. An entry that ends or rests is as it should be.
            var severity = kind == AuthorityIssueKind.LeadNotAdmitted ? FindingSeverity.Info : FindingSeverity.Warning;
            var finding = new Finding(severity, PermissionMessages.Catalogue[message, values]) { Place = FindingPlace.At("") with { Subject = matter.Code } };
            _issues.Add(new AuthorityIssue(kind, finding) { Matter = matter.Code, Rules = rules, Witnesses = witnesses });
        }
    }

    private void AddRule(AuthorityIssueKind kind, AuthorityRule rule, string message, params ReadOnlySpan<object?> values)
    {
        var index = _list.Definition.Rules.TakeWhile(other => !Is(other.Code, rule.Code)).Count();
        var finding = Finding.Warning(PermissionMessages.Catalogue[message, values], FindingPlace.At($"/rules/{index}") with { Subject = rule.Code });
        _issues.Add(new AuthorityIssue(kind, finding) { Rules = [rule.Code] });
    }
}
