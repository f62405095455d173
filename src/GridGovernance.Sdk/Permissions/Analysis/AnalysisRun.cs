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
    private readonly IssueList _issues = new();
    private readonly SeparationAnalysis _separation;
    private readonly AdmissionAnalysis? _admission;
    private readonly DelegationRegister? _delegations;
    private long _cells;

    internal AnalysisRun(AuthorityList list, EntryList? entryList, DelegationRegister? delegations, IReadOnlyList<GridCode> places, LocalDate from, LocalDate to)
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
        _separation = new SeparationAnalysis(_ground, _issues);
        _admission = entryList is null ? null : new AdmissionAnalysis(_ground, entryList, _issues);
        _delegations = delegations;
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

            if (_admission is not null && _list.Catalogue.Matters[matter].Purpose is MatterPurpose.Order or MatterPurpose.Service)
            {
                _cells += _admission.LookAt(matter, [.. Cells(_admissionClasses)]);
            }
        }

        foreach (var set in _list.Definition.Exclusive)
        {
            _separation.LookAtExclusive(set, Cells(_classes));
        }

        if (_delegations is not null)
        {
            new DelegationAnalysis(_ground, _delegations, _issues, _classes.Places, _from, _to).Run();
        }

        return new AuthorityReport(EquatableArray.From(_issues.Issues.Concat(new RuleAnalysis(_ground, _classes, _from, _to).Run())), _cells);
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
            var stance = _list.Decide(IdsOf(matter, action, i, day), place, true, ulong.MaxValue);
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
                _issues.Add(
                    AuthorityIssueKind.NoAuthority, matter, "permissions.no-authority", [Ask(first, AuthorityAnalysis.Handling, matter, place, day)], [],
                    matter.Name, place.ToString(), day);
            }
            else if (leads == 0)
            {
                var one = Decisions(number, _handling, company, place, day, AuthorityStance.Assist).First();
                _issues.Add(AuthorityIssueKind.NoLead, matter, "permissions.no-lead", [one.Request], one.Rules, matter.Name, place.ToString(), day);
            }
        }
        else if (_entryList is not null && _entryList.GuardRefuses(matter))
        {
            foreach (var decision in Decisions(number, _handling, company, place, day, AuthorityStance.Assist))
            {
                _issues.Add(AuthorityIssueKind.ExceedsScope, matter, "permissions.exceeds-scope", [decision.Request], decision.Rules, IssueList.Who(decision.Request), matter.Name, _entryList.Guard.Code);
            }
        }

        if (_verifying >= 0)
        {
            _separation.LookAtVerifying(number, company, place, day);
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

    private void LookAtLeads(Matter matter, string action, AuthorityDecision[] leads)
    {
        var rules = leads.SelectMany(static lead => lead.Rules).Distinct(StringComparer.Ordinal)
            .Where(code => _list.Definition.Rules.Any(rule => Is(rule.Code, code) && rule.Stance == AuthorityStance.Lead)).Order(StringComparer.Ordinal);
        var request = leads[0].Request;
        _issues.Add(
            AuthorityIssueKind.SeveralLeads,
            matter,
            "permissions.several-leads",
            EquatableArray.From(leads.Select(static lead => lead.Request)),
            EquatableArray.From(rules),
            matter.Name,
            action,
            string.Join(", ", leads.Select(static lead => IssueList.Who(lead.Request))),
            request.Place.ToString(),
            request.At.Date);
    }
}
