using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Places and days sorted into classes within which both lists answer alike, each by its first member.</summary>
internal sealed class AnalysisClasses
{
    internal AnalysisClasses(AuthorityList list, EntryList? entryList, IEnumerable<GridCode> places, LocalDate from, LocalDate to)
    {
        var items = entryList?.Definition.Items ?? [];
        Places = PlacesOf(places, list.Definition.Rules.SelectMany(static rule => rule.Places).Concat(items.SelectMany(static item => item.Places)));
        Days = DaysOf(
            from,
            to,
            list.Definition.Rules.Select(static rule => (rule.ValidFrom, rule.ValidTo)).Concat(items.Select(static item => (item.ValidFrom, item.ValidTo))));
    }

    /// <summary>Gets the first place of every class.</summary>
    internal EquatableArray<GridCode> Places { get; }

    /// <summary>Gets the first day of every class, in order.</summary>
    internal EquatableArray<LocalDate> Days { get; }

    /// <summary>Two places in the same listed units are answered alike; every listed unit stands for what in it no given place does.</summary>
    private static EquatableArray<GridCode> PlacesOf(IEnumerable<GridCode> places, IEnumerable<string> listed)
    {
        var units = listed.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
        var given = places.ToArray();
        var within = units.Where(unit => given.Any(place => unit.StartsWith(place.ToString(), StringComparison.Ordinal))).Select(static unit => GridCode.Parse(unit));
        return EquatableArray.From(given.Concat(within).DistinctBy(
            place => string.Join(' ', units.Where(unit => place.ToString().StartsWith(unit, StringComparison.Ordinal))),
            StringComparer.Ordinal));
    }

    /// <summary>Answers change on a first day, and on the day after a last one.</summary>
    private static EquatableArray<LocalDate> DaysOf(LocalDate from, LocalDate to, IEnumerable<(LocalDate? From, LocalDate? To)> terms)
    {
        var changes = new SortedSet<LocalDate> { from };
        foreach (var (first, last) in terms)
        {
            AddWithin(changes, first, from, to);
            AddWithin(changes, last < to ? last.Value.PlusDays(1) : null, from, to);
        }

        return EquatableArray.From(changes);
    }

    private static void AddWithin(SortedSet<LocalDate> changes, LocalDate? day, LocalDate from, LocalDate to)
    {
        if (day is { } change && change > from && change <= to)
        {
            changes.Add(change);
        }
    }
}
