using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>The places, days and conditions that rules tell apart within a delegation: whatever it can ever bring about, it brings about at one of these.</summary>
internal static class DelegationReach
{
    /// <summary>Returns the units in which the delegation holds, and those inside that rules name.</summary>
    /// <param name="delegation">The delegation.</param>
    /// <param name="area">The own area of the seat whose power it is; null for a department.</param>
    /// <param name="rules">The rules.</param>
    internal static GridCode[] PlacesOf(AuthorityDelegation delegation, GridCode? area, IEnumerable<CompiledRule> rules)
    {
        GridCode[] bounds = delegation.Places.Count > 0 ? [.. delegation.Places.Select(static unit => GridCode.Parse(unit))] : [area ?? GridCode.None];
        var named = rules.SelectMany(static rule => rule.Source.Places).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(static unit => GridCode.Parse(unit));

        // Where the delegation names no units, a rule may reach beyond the own area.
        return [.. bounds.Concat(delegation.Places.Count == 0 ? named : named.Where(unit => bounds.Any(bound => unit.StartsWith(bound)))).Distinct()];
    }

    /// <summary>Returns the seat whose power a delegation passes on: once where the kind of its unit is known or there is none, else once for each kind that rules tell apart.</summary>
    internal static AuthorityActor[] SeatsOf(AuthorityDelegation delegation, AuthorityList list, GridMap? map)
    {
        _ = AuthorityActor.TryResolve(delegation.From.ToString(), list.Establishment, out var seat, out _);
        if (seat.Department is not null)
        {
            return [seat];
        }

        var kind = seat.OwnArea is { } area && map?.TryFind(area, out var unit) == true ? unit.Kind : delegation.FromKind;
        return kind is not null ? [seat with { Kind = kind }] : [seat, .. list.Kinds.Select(one => seat with { Kind = one })];
    }

    /// <summary>Returns the first day of each stretch in which the rules stay the same, within the term of a delegation and some days.</summary>
    internal static LocalDate[] DaysOf(AuthorityDelegation delegation, IEnumerable<CompiledRule> rules, LocalDate from, LocalDate to)
    {
        var (first, last) = (LocalDate.Max(delegation.ValidFrom, from), LocalDate.Min(delegation.ValidTo, to));
        var changes = rules.SelectMany(static rule => rule.To < LocalDate.MaxIsoValue ? new[] { rule.From, rule.To.PlusDays(1) } : [rule.From]);
        return first > last ? [] : [.. changes.Where(day => day > first && day <= last).Append(first).Distinct().Order()];
    }

    /// <summary>Returns sets of conditions of which one is enough wherever any would be: conditions beyond those of one permission can only add prohibitions.</summary>
    internal static ulong[] ConditionsOf(IEnumerable<CompiledRule> rules) =>
        [.. rules.Where(static rule => rule.Permits).Select(static rule => rule.Conditions).Distinct().OrderBy(ulong.PopCount).ThenBy(static held => held)];
}
