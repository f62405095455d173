using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>One run of <see cref="ListDifference"/> over two registers of delegations.</summary>
internal sealed class DelegationComparison
{
    private readonly DelegationRegister _before;
    private readonly DelegationRegister _after;
    private readonly AuthorityDelegation[] _delegations;
    private readonly GridKind?[] _kinds;

    internal DelegationComparison(DelegationRegister before, DelegationRegister after)
    {
        (_before, _after) = (before, after);
        _delegations = [.. before.Definition.Delegations, .. after.Definition.Delegations];
        _kinds = [null, .. before.List.Kinds.Union(after.List.Kinds).Order()];
    }

    internal EquatableArray<DelegationChange> Run() => EquatableArray.From(
        from seat in _delegations.Select(static delegation => delegation.To).Distinct().OrderBy(static seat => seat.ToString(), StringComparer.Ordinal)
        let received = _delegations.Where(delegation => delegation.To == seat).ToArray()
        from action in received.SelectMany(static delegation => delegation.Actions).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        from matter in received.SelectMany(static delegation => delegation.Matters).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        from change in Compare(seat, action, matter)
        select change);

    private IEnumerable<DelegationChange> Compare(Seat seat, string action, string matter)
    {
        if (!AuthorityActor.TryResolve(seat.ToString(), _after.List.Establishment, out var actor, out _) && !AuthorityActor.TryResolve(seat.ToString(), _before.List.Establishment, out actor, out _))
        {
            yield break;
        }

        var rules = _before.List.RulesOn(matter, action).Concat(_after.List.RulesOn(matter, action)).ToArray();
        var found = new DelegationChange?[2];
        var requests = from conditions in ConditionsOf(rules)
                       from day in DaysOf(rules)
                       from place in PlacesOf(rules, actor)
                       from kind in actor.Department is null ? _kinds : [null]
                       select (actor with { Kind = kind }).Ask(action, matter, place, day.AtMidnight(), conditions);
        foreach (var request in requests)
        {
            var (was, now) = (_before.Decide(request), _after.Decide(request));
            if (was.IsAllowed != now.IsAllowed && was.Chain.Count + now.Chain.Count > 0)
            {
                var kind = now.IsAllowed ? PermissionChangeKind.NewlyAllowed : PermissionChangeKind.NewlyDenied;
                found[(int)kind] ??= new DelegationChange(kind, seat, action, matter, request) { ChainBefore = was.Chain, ChainAfter = now.Chain };
            }
        }

        foreach (var change in found.OfType<DelegationChange>())
        {
            yield return change;
        }
    }

    /// <summary>Returns sets of conditions that can make a difference: those of a permission and of a prohibition or two, one in each version, the fewest first.</summary>
    private static IEnumerable<EquatableArray<string>> ConditionsOf(CompiledRule[] rules)
    {
        var sets = rules.Where(static rule => rule.Permits).Select(static rule => rule.Source.Conditions).ToArray();
        var more = rules.Where(static rule => !rule.Permits).Select(static rule => rule.Source.Conditions).Append([]).ToArray();
        return sets.SelectMany(permit => more.Select(prohibition => EquatableArray.From(permit.Concat(prohibition).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))))
            .Distinct().OrderBy(static set => set.Count);
    }

    private LocalDate[] DaysOf(CompiledRule[] rules)
    {
        var changes = rules.SelectMany(static rule => rule.To < LocalDate.MaxIsoValue ? new[] { rule.From, rule.To.PlusDays(1) } : [rule.From]);
        var (first, last) = (_delegations.Min(static delegation => delegation.ValidFrom), _delegations.Max(static delegation => delegation.ValidTo));
        return [.. changes.Concat(_delegations.SelectMany(static delegation => new[] { delegation.ValidFrom, delegation.ValidTo.PlusDays(1) })).Where(day => day >= first && day <= last).Distinct().Order()];
    }

    private GridCode[] PlacesOf(CompiledRule[] rules, AuthorityActor actor)
    {
        var areas = _delegations.SelectMany(delegation => new[] { _before, _after }.Select(register => DelegationReach.SeatsOf(delegation, register.List, null)[0].OwnArea)).Append(actor.OwnArea).OfType<GridCode>();
        var named = _delegations.SelectMany(static delegation => delegation.Places).Concat(rules.SelectMany(static rule => rule.Source.Places)).Select(static unit => GridCode.Parse(unit));
        var units = areas.Concat(named).ToArray();

        // A whole county is within no unit of it: it stands for what is in none of those named.
        return [.. units.Concat(units.Select(CountyOf)).Distinct().DefaultIfEmpty(GridCode.None).Order()];
    }

    private GridCode CountyOf(GridCode unit)
    {
        var scheme = _after.List.Establishment.Scheme;
        return scheme.AncestorAt(unit, scheme.Levels[0]) ?? unit;
    }
}
