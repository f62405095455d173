using System.Numerics;
using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Finds the nearest thing that would work after a denial: every answer has been asked of the list, and works.</summary>
internal sealed class NearestSearch
{
    private const int OtherPlace = 1;
    private const int OtherTime = 2;
    private const int MoreConditions = 4;

    private readonly AuthorityList _list;
    private readonly AuthorityRequest _request;
    private readonly CompiledRule[] _rules;
    private readonly CompiledRule[] _own;

    /// <summary>Creates the search.</summary>
    /// <param name="list">The list.</param>
    /// <param name="request">What was denied.</param>
    /// <param name="rules">The rules on its matter and action.</param>
    /// <param name="actor">Who asked.</param>
    internal NearestSearch(AuthorityList list, in AuthorityRequest request, CompiledRule[] rules, in ActorIds actor)
    {
        (_list, _request, _rules) = (list, request, rules);
        var self = actor;
        _own = [.. rules.Where(rule => rule.IsFor(self))];
    }

    internal static string Join(IEnumerable<string> texts) => string.Join(", ", texts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>Names what the one who asks would have to change: as little as possible, and what the denial was about first.</summary>
    /// <param name="reach">How far the nearest rules got.</param>
    /// <returns>The change; null where none works.</returns>
    internal Message? Change(RuleReach reach)
    {
        var about = reach switch
        {
            RuleReach.Who => OtherPlace,
            RuleReach.Place => OtherTime,
            _ => MoreConditions,
        };
        return Enumerable.Range(1, OtherPlace | OtherTime | MoreConditions).OrderBy(static what => BitOperations.PopCount((uint)what)).ThenBy(what => (what & about) != 0 ? 0 : 1)
            .Select(TryChange).FirstOrDefault(static message => message is not null);
    }

    /// <summary>Names who else may do it here and now, each in their own area: the leads, or whoever may; where nobody may as things are, under which further conditions.</summary>
    internal Message? Holder()
    {
        foreach (var conditions in MoreConditionSets(_rules).Prepend(_request.Conditions))
        {
            var able = AuthorityAnalysis.ActorsOf(_list.Establishment).SelectMany(actor => Able(actor.Post.Code, actor.Department, actor.Level, conditions)).Where(pair => !IsSelf(pair.Holder)).ToArray();
            var leads = able.Where(static pair => pair.Stance == AuthorityStance.Lead).ToArray();
            if (able.Length > 0)
            {
                var names = Join((leads.Length > 0 ? leads : able).Select(static pair => pair.Holder.ToString()));
                return conditions.Count == _request.Conditions.Count
                    ? PermissionMessages.Catalogue["permissions.nearest-holder", names]
                    : PermissionMessages.Catalogue["permissions.nearest-holder-if", names, Missing(conditions)];
            }
        }

        return null;
    }

    /// <summary>Names the other actions that the one who asks may do on the matter here and now.</summary>
    internal Message? Action()
    {
        var names = Join(_list.Definition.Actions.Select(static action => action.Code).Where(action => _list.Decide(_request with { Action = action }).IsAllowed));
        return names.Length == 0 ? null : PermissionMessages.Catalogue["permissions.nearest-actions", names];
    }

    private Message? TryChange(int what)
    {
        var today = _request.At.Date;
        foreach (var day in (what & OtherTime) != 0 ? Days() : [today])
        {
            foreach (var conditions in (what & MoreConditions) != 0 ? MoreConditionSets(_own) : [_request.Conditions])
            {
                var places = ((what & OtherPlace) != 0 ? Places() : [_request.Place])
                    .Where(place => _list.Decide(_request with { Place = place, At = day.At(_request.At.TimeOfDay), Conditions = conditions }).IsAllowed).Select(static place => place.ToString()).ToArray();
                if (places.Length == 0)
                {
                    continue;
                }

                var parts = new List<Message>();
                if ((what & OtherPlace) != 0)
                {
                    parts.Add(PermissionMessages.Catalogue["permissions.nearest-places", Join(places)]);
                }

                if ((what & OtherTime) != 0)
                {
                    parts.Add(PermissionMessages.Catalogue[day > today ? "permissions.nearest-from" : "permissions.nearest-until", day]);
                }

                if ((what & MoreConditions) != 0)
                {
                    parts.Add(PermissionMessages.Catalogue["permissions.nearest-conditions", Missing(conditions)]);
                }

                return parts.Aggregate(static (one, other) => PermissionMessages.Catalogue["permissions.nearest-together", one, other]);
            }
        }

        return null;
    }

    /// <summary>Returns the widest units in which one of the rules for who asks holds, within the own area where it must be.</summary>
    private IEnumerable<GridCode> Places()
    {
        foreach (var rule in _own.Where(static rule => rule.Permits))
        {
            var units = rule.Source.Places.Select(static unit => GridCode.Parse(unit));
            if (_request.OwnArea is not { } area || rule.Source.BeyondOwnArea)
            {
                foreach (var unit in units)
                {
                    yield return unit;
                }

                continue;
            }

            foreach (var unit in units.DefaultIfEmpty(area).Where(unit => unit.StartsWith(area) || area.StartsWith(unit)))
            {
                yield return unit.StartsWith(area) ? unit : area;
            }
        }
    }

    /// <summary>Returns the days on which something changes for who asks: those to come, the first first, then those that are over, the last first.</summary>
    private IEnumerable<LocalDate> Days()
    {
        var today = _request.At.Date;
        var first = _own.Select(static rule => rule.Permits ? rule.From : rule.To < LocalDate.MaxIsoValue ? rule.To.PlusDays(1) : rule.To).Where(day => day > today && day < LocalDate.MaxIsoValue);
        var last = _own.Select(static rule => rule.Permits ? rule.To : rule.From > LocalDate.MinIsoValue ? rule.From.PlusDays(-1) : rule.From).Where(day => day < today && day > LocalDate.MinIsoValue);
        return first.Distinct().Order().Concat(last.Distinct().OrderDescending());
    }

    /// <summary>Returns the conditions that hold and those of one permission besides, the fewest first.</summary>
    private IEnumerable<EquatableArray<string>> MoreConditionSets(CompiledRule[] rules) => rules.Where(static rule => rule.Permits)
        .Select(rule => EquatableArray.From(_request.Conditions.Union(rule.Source.Conditions, StringComparer.Ordinal)))
        .Where(conditions => conditions.Count > _request.Conditions.Distinct(StringComparer.Ordinal).Count()).OrderBy(static conditions => conditions.Count);

    private string Missing(EquatableArray<string> conditions) => Join(conditions.Except(_request.Conditions, StringComparer.Ordinal));

    private bool IsSelf(AuthorityHolder holder) =>
        holder with { Kind = null } == new AuthorityHolder(_request.Post, _request.Department, null) && (holder.Kind is null || holder.Kind == _request.Kind);

    /// <summary>Asks as somebody in units of every kind; they are told apart only where the answers differ.</summary>
    private IEnumerable<(AuthorityHolder Holder, AuthorityStance Stance)> Able(string post, string? department, string level, EquatableArray<string> conditions)
    {
        AuthorityStance Ask(GridKind? kind) =>
            _list.Decide(_request with { Post = post, Department = department, Level = level, Kind = kind, OwnArea = null, Conditions = conditions }).Stance;

        var any = Ask(null);
        if (department is not null || _list.Kinds.All(kind => Ask(kind) == any))
        {
            return any == AuthorityStance.MustNot ? [] : [(new AuthorityHolder(post, department, null), any)];
        }

        return Enum.GetValues<GridKind>().Select(kind => (new AuthorityHolder(post, null, null, kind), Ask(kind))).Where(static pair => pair.Item2 != AuthorityStance.MustNot);
    }
}
