using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Looks for who gets by delegation (委托) a duty that must be apart from another that they have.</summary>
internal sealed class DelegationAnalysis
{
    private readonly AnalysisGround _ground;
    private readonly AuthorityList _list;
    private readonly DelegationRegister _register;
    private readonly DutyConditions _conditions;
    private readonly IssueList _issues;
    private readonly EquatableArray<GridCode> _places;
    private readonly LocalDate _from;
    private readonly LocalDate _to;

    internal DelegationAnalysis(AnalysisGround ground, DelegationRegister register, IssueList issues, EquatableArray<GridCode> places, LocalDate from, LocalDate to)
    {
        (_ground, _list, _register, _issues, _places, _from, _to) = (ground, ground.List, register, issues, places, from, to);
        _conditions = new DutyConditions(ground);
    }

    internal void Run()
    {
        foreach (var delegation in _register.Definition.Delegations.OrderBy(static delegation => delegation.Code, StringComparer.Ordinal))
        {
            _ = AuthorityActor.TryResolve(delegation.To.ToString(), _list.Establishment, out var seat, out _);
            foreach (var kind in _ground.Kinds.Where(kind => kind is null || seat.Department is null))
            {
                foreach (var (matter, action) in from matter in delegation.Matters from action in delegation.Actions select (_ground.MatterAt(matter), _ground.ActionAt(action)))
                {
                    Look(delegation, seat with { Kind = kind }, matter, action);
                }
            }
        }
    }

    private void Look(AuthorityDelegation delegation, AuthorityActor seat, int matter, int action)
    {
        var (handling, verifying) = (_ground.ActionAt(AuthorityAnalysis.Handling), _ground.ActionAt(AuthorityAnalysis.Verifying));
        if (verifying >= 0 && (action == handling || action == verifying))
        {
            LookAtBoth(delegation, seat, (matter, action), (matter, action == handling ? verifying : handling), AuthorityIssueKind.DutiesNotSeparated, "permissions.delegation-not-separated");
        }

        var code = _list.Definition.Actions[action].Code;
        foreach (var other in _list.Definition.Exclusive.Where(set => Codes.Contain(set, code)).SelectMany(static set => set).Distinct(StringComparer.Ordinal).Select(_ground.ActionAt).Where(other => other != action))
        {
            for (var of = 0; of < _list.Catalogue.Matters.Count; of++)
            {
                if (LookAtBoth(delegation, seat, (matter, action), (of, other), AuthorityIssueKind.DutiesNotExclusive, "permissions.delegation-not-exclusive"))
                {
                    break;
                }
            }
        }
    }

    /// <summary>Looks for a place and a day at which a seat may do one thing by a delegation, and another by whatever right.</summary>
    private bool LookAtBoth(AuthorityDelegation delegation, AuthorityActor seat, (int Matter, int Action) one, (int Matter, int Action) other, AuthorityIssueKind kind, string message)
    {
        var rules = _list.CellAt(one.Matter, one.Action).ToArray().Concat(_list.CellAt(other.Matter, other.Action).ToArray()).ToArray();
        _ = AuthorityActor.TryResolve(_register.RootOf(delegation).From.ToString(), _list.Establishment, out var root, out _);
        var bounds = DelegationReach.PlacesOf(delegation, root.OwnArea, rules).Concat(seat.OwnArea is { } area ? [area] : []).Concat(_places)
            .Concat(_register.Definition.Delegations.SelectMany(static of => of.Places).Select(static unit => GridCode.Parse(unit)));
        var days = DelegationReach.DaysOf(delegation, rules, _from, _to).Concat(_register.Definition.Delegations.Select(static of => of.ValidFrom).Where(day => day >= delegation.ValidFrom && day <= delegation.ValidTo && day >= _from && day <= _to));
        foreach (var (place, day) in from place in bounds.Where(static place => place != GridCode.None).Distinct() from day in days.Distinct().Order() select (place, day))
        {
            var asHandler = kind == AuthorityIssueKind.DutiesNotSeparated;
            if (Find(seat, one, place, day, asHandler) is not { } first || !Codes.Contain(first.Chain, delegation.Code) || Find(seat, other, place, day, asHandler) is not { } second)
            {
                continue;
            }

            var matter = _list.Catalogue.Matters[one.Matter];
            var chain = EquatableArray.From(first.Chain.Concat(second.Chain).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            var (does, also) = (first.Own.Request.Action, second.Own.Request.Action);
            _issues.Add(new AuthorityIssue(kind, Finding.Warning(PermissionMessages.Catalogue[message, IssueList.Who(first.Own.Request), does, also, matter.Name, delegation.Code]))
            {
                Matter = matter.Code,
                Rules = IssueList.RulesOf(first.Deciding, second.Deciding),
                Delegations = chain,
                Witnesses = [first.Own.Request, second.Own.Request],
            });
            return true;
        }

        return false;
    }

    private DelegatedDecision? Find(AuthorityActor seat, (int Matter, int Action) cell, GridCode place, LocalDate day, bool asHandler)
    {
        var byTheHandler = asHandler && cell.Action == _ground.ActionAt(AuthorityAnalysis.Verifying);
        var (matter, action) = (_list.Catalogue.Matters[cell.Matter].Code, _list.Definition.Actions[cell.Action].Code);
        return _conditions.Of(cell.Matter, cell.Action, byTheHandler)
            .Select(held => _register.Decide(seat.Ask(action, matter, place, day.AtMidnight(), _conditions.CodesOf(held)))).FirstOrDefault(static decision => decision.IsAllowed);
    }
}
