using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Finds everything that is wrong with delegations.</summary>
internal sealed class DelegationCheck
{
    private readonly DelegationListDefinition _definition;
    private readonly AuthorityList _list;
    private readonly ListCheck _check = new();
    private readonly Dictionary<string, AuthorityDelegation> _byCode = new(StringComparer.Ordinal);

    internal DelegationCheck(DelegationListDefinition definition, AuthorityList list)
    {
        _definition = definition;
        _list = list;
        foreach (var delegation in definition.Delegations)
        {
            _byCode.TryAdd(delegation.Code ?? "", delegation);
        }
    }

    internal static AuthorityActor? ActorOf(Seat seat, Establishment establishment) =>
        AuthorityActor.TryResolve(seat.ToString(), establishment, out var actor, out _) ? actor : null;

    /// <summary>Finds every problem and, where there is none, doubts whether the powers are there to be passed on.</summary>
    internal FindingReport Run()
    {
        _check.Code("/code", _definition.Code);
        _check.Codes("/delegations", _definition.Delegations.Select(static delegation => delegation.Code));
        _check.Known("permissions.unknown-action-in", "/undelegable", _definition.Code, _definition.Undelegable, _list.KnowsAction);
        if (_definition.MostDepth < 0)
        {
            _check.Error("permissions.delegation-depth", "/mostDepth", _definition.Code, _definition.Code, _definition.MostDepth, "0");
        }

        if (_definition.LongestTerm is { } term && !TermLength.IsTerm(term))
        {
            _check.Error("permissions.delegation-term-unit", "/longestTerm", _definition.Code, _definition.Code, term);
        }

        for (var i = 0; i < _definition.Delegations.Count; i++)
        {
            Check($"/delegations/{i}", _definition.Delegations[i]);
        }

        var report = _check.ToReport();
        return report.HasErrors ? report : new FindingReport(report.Concat(new DelegationPowers(_definition, _list).Doubts()));
    }

    private void Check(string path, AuthorityDelegation delegation)
    {
        var code = delegation.Code;
        _check.Text(path + "/source", code, delegation.Source);
        Seat(path + "/from", code, delegation.From);
        Seat(path + "/to", code, delegation.To);
        if (delegation.From == delegation.To)
        {
            _check.Error("permissions.delegation-to-itself", path + "/to", code, code, delegation.To);
        }

        _check.Known("permissions.unknown-action-in", path + "/actions", code, delegation.Actions, _list.KnowsAction);
        _check.Known("permissions.unknown-matter-in", path + "/matters", code, delegation.Matters, matter => _list.Catalogue.TryFind(matter, out _));
        _check.Known("permissions.bad-place", path + "/places", code, delegation.Places, unit => Codes.IsUnit(unit, _list.Establishment.Scheme));
        Filled(path + "/actions", code, delegation.Actions);
        Filled(path + "/matters", code, delegation.Matters);
        for (var i = 0; i < delegation.Actions.Count; i++)
        {
            if (Codes.Contain(_definition.Undelegable, delegation.Actions[i]))
            {
                _check.Error("permissions.undelegable", $"{path}/actions/{i}", code, code, delegation.Actions[i]);
            }
        }

        if (delegation.ValidTo < delegation.ValidFrom)
        {
            _check.Error("permissions.ends-before-start", path + "/validTo", code, code, delegation.ValidFrom, delegation.ValidTo);
        }
        else if (_definition.LongestTerm is { } term && TermLength.LastDay(delegation.ValidFrom, term) < delegation.ValidTo)
        {
            _check.Error("permissions.delegation-too-long", path + "/validTo", code, code, delegation.ValidTo, term);
        }

        if (delegation.FromKind is not null && ActorOf(delegation.From, _list.Establishment) is { Department: not null })
        {
            _check.Error("permissions.delegation-kind", path + "/fromKind", code, code, delegation.From);
        }

        if (delegation.Under is not null)
        {
            CheckLink(path, delegation, delegation.Under);
        }
        else if (delegation.Depth < 0 || delegation.Depth > _definition.MostDepth)
        {
            _check.Error("permissions.delegation-depth", path + "/depth", code, code, delegation.Depth, $"0–{_definition.MostDepth}");
        }
    }

    /// <summary>What is passed on is no wider than what was received: in depth, term, actions, matters and places.</summary>
    private void CheckLink(string path, AuthorityDelegation delegation, string under)
    {
        var code = delegation.Code;
        if (!_byCode.TryGetValue(under, out var parent) || parent.To != delegation.From)
        {
            _check.Error("permissions.delegation-not-received", path + "/under", code, code, delegation.From, under);
            return;
        }

        if (delegation.Depth < 0 || delegation.Depth >= parent.Depth)
        {
            _check.Error("permissions.delegation-depth", path + "/depth", code, code, delegation.Depth, parent.Depth == 0 ? "–" : $"0–{parent.Depth - 1}");
        }

        Within(path + "/actions", code, under, delegation.Actions.All(action => Codes.Contain(parent.Actions, action)), "actions");
        Within(path + "/matters", code, under, delegation.Matters.All(matter => Codes.Contain(parent.Matters, matter)), "matters");
        Within(path + "/validFrom", code, under, delegation.ValidFrom >= parent.ValidFrom, "validFrom");
        Within(path + "/validTo", code, under, delegation.ValidTo <= parent.ValidTo, "validTo");
        var inside = parent.Places.Count == 0
            || (delegation.Places.Count > 0 && delegation.Places.All(unit => unit is not null && parent.Places.Any(outer => unit.StartsWith(outer, StringComparison.Ordinal))));
        Within(path + "/places", code, under, inside, "places");
    }

    private void Within(string path, string code, string under, bool isWithin, string member)
    {
        if (!isWithin)
        {
            _check.Error("permissions.delegation-wider", path, code, code, member, under);
        }
    }

    private void Filled(string path, string code, EquatableArray<string> codes)
    {
        if (codes.Count == 0)
        {
            _check.Error("permissions.missing-field", path, code, code, path[(path.LastIndexOf('/') + 1)..]);
        }
    }

    private void Seat(string path, string code, Seat seat)
    {
        if (ActorOf(seat, _list.Establishment) is null)
        {
            _check.Error("permissions.delegation-seat", path, code, code, seat);
        }
    }
}
