using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Places and days sorted into classes within which both lists answer alike, each by its first member.</summary>
internal sealed class AnalysisClasses
{
    internal AnalysisClasses(AuthorityListDefinition list, EntryListDefinition? entryList, IReadOnlyList<GridCode> places, LocalDate from, LocalDate to)
    {
        var items = entryList?.Items ?? [];
        Places = PlacesOf(places, list.Rules.SelectMany(static rule => rule.Places).Concat(items.SelectMany(static item => item.Places)));
        Days = DaysOf(from, to, TermsOf(list, items));
    }

    /// <summary>Gets the first place of every class.</summary>
    internal EquatableArray<GridCode> Places { get; }

    /// <summary>Gets the first day of every class, in order.</summary>
    internal EquatableArray<LocalDate> Days { get; }

    /// <summary>Returns the first and the last day that a list's terms tell apart, the day after the last term included; null where there is no term.</summary>
    internal static (LocalDate From, LocalDate To)? SpanOf(AuthorityListDefinition list, EntryListDefinition? entryList)
    {
        var days = TermsOf(list, entryList?.Items ?? []).SelectMany(static term => new[] { term.From, term.To?.PlusDays(1) }).OfType<LocalDate>().ToArray();
        return days.Length == 0 ? null : (days.Min(), days.Max());
    }

    private static IEnumerable<(LocalDate? From, LocalDate? To)> TermsOf(AuthorityListDefinition list, EquatableArray<EntryListItem> items) =>
        list.Rules.Select(static rule => (rule.ValidFrom, rule.ValidTo)).Concat(items.Select(static item => (item.ValidFrom, item.ValidTo)));

    /// <summary>Two places in the same listed units are answered alike; every listed unit stands for what in it no given place does.</summary>
    private static EquatableArray<GridCode> PlacesOf(IReadOnlyList<GridCode> given, IEnumerable<string> listed)
    {
        var units = listed.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
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
