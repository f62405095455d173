using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Places and days sorted into classes within which both lists answer alike, each by its first member.</summary>
internal sealed class AnalysisClasses
{
    internal AnalysisClasses(AuthorityListDefinition? list, EntryListDefinition? entryList, IReadOnlyList<GridCode> places, LocalDate from, LocalDate to)
    {
        var (rules, items) = (list?.Rules ?? [], entryList?.Items ?? []);
        Places = PlacesOf(places, rules.SelectMany(static rule => rule.Places).Concat(items.SelectMany(static item => item.Places)));
        Days = DaysOf(from, to, TermsOf(rules, items));
    }

    /// <summary>Gets the first place of every class.</summary>
    internal EquatableArray<GridCode> Places { get; }

    /// <summary>Gets the first day of every class, in order.</summary>
    internal EquatableArray<LocalDate> Days { get; }

    /// <summary>Returns the first day that a list's terms name and the day after the last; without any term all days are alike, and any will do.</summary>
    internal static (LocalDate From, LocalDate To) SpanOf(AuthorityListDefinition? list, EntryListDefinition? entryList)
    {
        var days = NamedDays(list, entryList).DefaultIfEmpty(NodaConstants.UnixEpoch.InUtc().Date).ToArray();
        return (days.Min(), days.Max());
    }

    /// <summary>Sorts the places, and all days: the day before the first term stands for all before it, the day after the last for all after.</summary>
    internal static AnalysisClasses OfAllDays(AuthorityListDefinition? list, EntryListDefinition? entryList, IReadOnlyList<GridCode> places)
    {
        var (from, to) = SpanOf(list, entryList);
        return new AnalysisClasses(list, entryList, places, NamedDays(list, entryList).Any() ? from.PlusDays(-1) : from, to);
    }

    private static IEnumerable<LocalDate> NamedDays(AuthorityListDefinition? list, EntryListDefinition? entryList) =>
        TermsOf(list?.Rules ?? [], entryList?.Items ?? []).SelectMany(static term => new[] { term.From, term.To, term.To?.PlusDays(1) }).OfType<LocalDate>();

    private static IEnumerable<(LocalDate? From, LocalDate? To)> TermsOf(EquatableArray<AuthorityRule> rules, EquatableArray<EntryListItem> items) =>
        rules.Select(static rule => (rule.ValidFrom, rule.ValidTo)).Concat(items.Select(static item => (item.ValidFrom, item.ValidTo)));

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
