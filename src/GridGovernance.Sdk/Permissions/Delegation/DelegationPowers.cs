using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Asks of sound delegations whether the seat whose power is passed on ever has it.</summary>
internal sealed class DelegationPowers
{
    private readonly DelegationListDefinition _definition;
    private readonly AuthorityList _list;
    private readonly AnalysisGround _ground;
    private readonly Dictionary<string, AuthorityDelegation> _byCode;

    internal DelegationPowers(DelegationListDefinition definition, AuthorityList list)
    {
        (_definition, _list, _ground) = (definition, list, new AnalysisGround(list));
        _byCode = definition.Delegations.ToDictionary(static delegation => delegation.Code, StringComparer.Ordinal);
    }

    /// <summary>Returns a warning for each action that is passed on without the power on some of its matters, or with one that hangs on a kind of unit that nobody names.</summary>
    internal IEnumerable<Finding> Doubts()
    {
        for (var i = 0; i < _definition.Delegations.Count; i++)
        {
            var delegation = _definition.Delegations[i];
            var root = RootOf(delegation);
            var seats = DelegationReach.SeatsOf(root, _list, null);
            for (var k = 0; k < delegation.Actions.Count; k++)
            {
                var action = delegation.Actions[k];
                var having = delegation.Matters.ToLookup(matter => seats.Count(seat => Has(seat, delegation, matter, action)));
                var (none, some) = (having[0], having.Where(group => group.Key > 0 && group.Key < seats.Length).SelectMany(static group => group));
                foreach (var (message, matters) in new[] { ("permissions.delegation-powerless", none), ("permissions.delegation-kind-open", some) })
                {
                    if (matters.Any())
                    {
                        yield return Finding.Warning(
                            PermissionMessages.Catalogue[message, delegation.Code, action, string.Join(", ", matters), root.From],
                            FindingPlace.At($"/delegations/{i}/actions/{k}") with { Subject = delegation.Code });
                    }
                }
            }
        }
    }

    // INVARIANT: the depth of what a delegation passes on is larger than its own, so the walk ends.
    private AuthorityDelegation RootOf(AuthorityDelegation delegation)
    {
        while (delegation.Under is { } under)
        {
            delegation = _byCode[under];
        }

        return delegation;
    }

    private bool Has(AuthorityActor seat, AuthorityDelegation delegation, string matter, string action)
    {
        var rules = _ground.RulesOn(matter, action);
        return (from place in DelegationReach.PlacesOf(delegation, seat.OwnArea, rules)
                from day in DelegationReach.DaysOf(delegation, rules, LocalDate.MinIsoValue, LocalDate.MaxIsoValue)
                from held in DelegationReach.ConditionsOf(rules)
                select Stance(seat.Ask(action, matter, place, day.AtMidnight()), held)).Any(static stance => stance != AuthorityStance.MustNot);
    }

    private AuthorityStance Stance(AuthorityRequest request, ulong conditions) =>
        _list.TryFindIds(request, out var ids) ? _list.Decide(ids, request.Place, AuthorityList.IsInOwnArea(request), conditions) : AuthorityStance.MustNot;
}
