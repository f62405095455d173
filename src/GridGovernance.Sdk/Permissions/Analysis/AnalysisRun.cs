using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>One run of <see cref="AuthorityAnalysis"/>.</summary>
internal sealed class AnalysisRun
{
    private readonly AnalysisGround _ground;
    private readonly AuthorityList _list;
    private readonly EntryList? _entryList;
    private readonly AnalysisClasses _classes;
    private readonly AnalysisClasses _admissionClasses;
    private readonly LocalDate _from;
    private readonly LocalDate _to;
    private readonly (Post Post, string? Department, string Level, GridKind? Kind)[] _actors;
    private readonly AuthorityStance[] _stances;

    // Who meets where: for each kind of unit the posts in units of that kind, and all of the departments.
    private readonly int[][] _companies;
    private readonly int _handling;
    private readonly int _verifying;
    private readonly EquatableArray<string> _everyCondition;
    private readonly List<AuthorityIssue> _issues = [];

    // INVARIANT: what was reported once for a matter, with the same kind and rules, is not reported for another place or day.
    private readonly HashSet<(AuthorityIssueKind Kind, string Matter, string Action, string What)> _reported = [];
    private long _cells;

    internal AnalysisRun(AuthorityList list, EntryList? entryList, IReadOnlyList<GridCode> places, LocalDate from, LocalDate to)
    {
        _ground = new AnalysisGround(list);
        _list = list;
        _entryList = entryList;
        _classes = new AnalysisClasses(list.Definition, null, places, from, to);
        _admissionClasses = new AnalysisClasses(list.Definition, entryList?.Definition, places, from, to);
        _from = from;
        _to = to;
        _actors = [.. _ground.Actors];
        _stances = new AuthorityStance[_actors.Length];
        _companies = [.. _ground.Kinds.Select(kind => Enumerable.Range(0, _actors.Length).Where(actor => _actors[actor].Department is not null || _actors[actor].Kind == kind).ToArray())];
        _handling = _ground.ActionAt(AuthorityAnalysis.Handling);
        _verifying = _ground.ActionAt(AuthorityAnalysis.Verifying);
        _everyCondition = EquatableArray.From(list.Definition.Conditions.Select(static condition => condition.Code));
    }

    internal AuthorityReport Run()
    {
        for (var matter = 0; matter < _list.Catalogue.Matters.Count; matter++)
        {
            for (var action = 0; action < _list.Definition.Actions.Count; action++)
            {
                foreach (var (place, day) in Cells(_classes))
                {
                    foreach (var company in _companies)
                    {
                        Look(matter, action, company, place, day);
                    }
                }
            }

            if (_entryList is not null && _list.Catalogue.Matters[matter].Purpose is MatterPurpose.Order or MatterPurpose.Service)
            {
                LookAtAdmissions(_list.Catalogue.Matters[matter]);
            }
        }

        foreach (var set in _list.Definition.Exclusive)
        {
            LookAtExclusive(set);
        }

        _issues.AddRange(new RuleAnalysis(_ground, _classes, _from, _to).Run());
        return new AuthorityReport(EquatableArray.From(_issues), _cells);
    }

    private static IEnumerable<(GridCode Place, LocalDate Day)> Cells(AnalysisClasses classes) =>
        from place in classes.Places
        from day in classes.Days
        select (place, day);

    private static bool Is(string action, string other) => string.Equals(action, other, StringComparison.Ordinal);

    /// <summary>Decides for everybody by number; spells out only what is to be reported.</summary>
    private void Look(int matter, int action, int[] company, GridCode place, LocalDate day)
    {
        var (allowed, leads) = (0, 0);
        foreach (var i in company)
        {
            var stance = _list.Decide(IdsOf(matter, action, i, day), place);
            _stances[i] = stance;
            allowed += stance > AuthorityStance.MustNot ? 1 : 0;
            leads += stance == AuthorityStance.Lead ? 1 : 0;
        }

        _cells += company.Length;
        if (action == _handling)
        {
            LookAtHandling(matter, company, allowed, leads, place, day);
        }

        if (leads > 1)
        {
            LookAtLeads(_list.Catalogue.Matters[matter], _list.Definition.Actions[action].Code, [.. Decisions(matter, action, company, place, day, AuthorityStance.Lead)]);
        }
    }

    private IEnumerable<AuthorityDecision> Decisions(int matter, int action, int[] company, GridCode place, LocalDate day, AuthorityStance atLeast)
    {
        foreach (var i in company)
        {
            if (_stances[i] >= atLeast)
            {
                yield return _list.Decide(Ask(_actors[i], _list.Definition.Actions[action].Code, _list.Catalogue.Matters[matter], place, day));
            }
        }
    }

    private AuthorityIds IdsOf(int matter, int action, int actor, LocalDate day) => _ground.IdsOf(matter, action, actor, day);

    private void LookAtHandling(int number, int[] company, int allowed, int leads, GridCode place, LocalDate day)
    {
        var matter = _list.Catalogue.Matters[number];
        if (matter.Purpose is MatterPurpose.Order or MatterPurpose.Service)
        {
            if (allowed == 0)
            {
                // The post that ought to is the best witness; of several the last, as of departments.
                var actors = company.Select(i => _actors[i]).ToArray();
                var first = actors.LastOrDefault(actor => Is(actor.Post.Code, matter.Responsible ?? ""), actors.FirstOrDefault());
                Add(
                    AuthorityIssueKind.NoAuthority, matter, "permissions.no-authority", [Ask(first, AuthorityAnalysis.Handling, matter, place, day)], [],
                    matter.Name, place.ToString(), day);
            }
            else if (leads == 0)
            {
                var one = Decisions(number, _handling, company, place, day, AuthorityStance.Assist).First();
                Add(AuthorityIssueKind.NoLead, matter, "permissions.no-lead", [one.Request], one.Rules, matter.Name, place.ToString(), day);
            }
        }
        else if (_entryList is not null && _entryList.GuardRefuses(matter))
        {
            foreach (var decision in Decisions(number, _handling, company, place, day, AuthorityStance.Assist))
            {
                Add(AuthorityIssueKind.ExceedsScope, matter, "permissions.exceeds-scope", [decision.Request], decision.Rules, Who(decision), matter.Name, _entryList.Guard.Code);
            }
        }

        if (_verifying >= 0)
        {
            LookAtVerifying(number, company, place, day);
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

    private AuthorityRequest Ask((Post Post, string? Department, string Level, GridKind? Kind) actor, string action, Matter matter, GridCode place, LocalDate day) => new()
    {
        Post = actor.Post?.Code ?? "",
        Department = actor.Department,
        Level = actor.Level ?? "",
        Kind = actor.Kind,
        Action = action,
        Matter = matter.Code,
        Place = place,
        At = day.AtMidnight(),
        Conditions = _everyCondition,
    };

    /// <summary>Whoever may handle under some conditions must not be able to verify under none.</summary>
    private void LookAtVerifying(int number, int[] company, GridCode place, LocalDate day)
    {
        foreach (var i in company)
        {
            if (_stances[i] == AuthorityStance.MustNot || _list.Decide(IdsOf(number, _verifying, i, day), place, conditions: 0) == AuthorityStance.MustNot)
            {
                continue;
            }

            var matter = _list.Catalogue.Matters[number];
            var handling = _list.Decide(Ask(_actors[i], AuthorityAnalysis.Handling, matter, place, day));
            var verifying = _list.Decide(handling.Request with { Action = AuthorityAnalysis.Verifying, Conditions = [] });
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

    /// <summary>Holds everybody against a set of actions that exclude each other, whatever the matters, at each place and on each day.</summary>
    private void LookAtExclusive(EquatableArray<string> set)
    {
        foreach (var (place, day) in Cells(_classes))
        {
            for (var i = 0; i < _actors.Length; i++)
            {
                var held = set.Distinct(StringComparer.Ordinal).Select(action => FirstAllowed(action, i, place, day)).OfType<AuthorityDecision>().ToArray();
                foreach (var (first, second) in held.SelectMany((first, at) => held.Skip(at + 1).Select(second => (first, second))))
                {
                    _ = _list.Catalogue.TryFind(first.Request.Matter, out var matter);
                    Add(
                        AuthorityIssueKind.DutiesNotExclusive, matter!, "permissions.duties-not-exclusive", [first.Request, second.Request],
                        EquatableArray.From(first.Rules.Concat(second.Rules).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)), Who(first), first.Request.Action, second.Request.Action);
                }
            }
        }
    }

    private AuthorityDecision? FirstAllowed(string action, int actor, GridCode place, LocalDate day)
    {
        var number = _ground.ActionAt(action);
        for (var matter = 0; matter < _list.Catalogue.Matters.Count; matter++)
        {
            if (_list.Decide(IdsOf(matter, number, actor, day), place) != AuthorityStance.MustNot)
            {
                return _list.Decide(Ask(_actors[actor], action, _list.Catalogue.Matters[matter], place, day));
            }
        }

        return null;
    }

    private static string Who(AuthorityDecision decision) => new AuthorityHolder(decision.Request.Post, decision.Request.Department, null).ToString();

    private void Add(
        AuthorityIssueKind kind, Matter matter, string message, EquatableArray<AuthorityRequest> witnesses, EquatableArray<string> rules, params ReadOnlySpan<object?> values)
    {
        // The same rules and the same people at another place or on another day are the same issue.
        var what = string.Join(' ', rules) + '|' + string.Join(' ', witnesses.Select(static request => $"{request.Action} {new AuthorityHolder(request.Post, request.Department, request.Level)}"));
        if (_reported.Add((kind, matter.Code, witnesses[0].Action, what)))
        {
            // A list with issues can be used: what nobody may do is denied. An entry that ends or rests is as it should be.
            var severity = kind == AuthorityIssueKind.LeadNotAdmitted ? FindingSeverity.Info : FindingSeverity.Warning;
            var finding = new Finding(severity, PermissionMessages.Catalogue[message, values]) { Place = FindingPlace.At("") with { Subject = matter.Code } };
            _issues.Add(new AuthorityIssue(kind, finding) { Matter = matter.Code, Rules = rules, Witnesses = witnesses });
        }
    }
}
