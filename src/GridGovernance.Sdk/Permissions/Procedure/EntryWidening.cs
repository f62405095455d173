using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Says whether a new content of an item gives more than the old one: more matters, places, levels, posts, days or powers, or another part of the list.</summary>
internal static class EntryWidening
{
    internal static bool Widens(EntryListItem from, EntryListItem to) =>
        from.Category != to.Category
        || (from.Nature == TaskNature.Service && to.Nature == TaskNature.Administrative)
        || !to.Matters.All(code => Codes.Contain(from.Matters, code))
        || !to.Classes.All(code => Codes.Contain(from.Classes, code))
        || !Within(from.Levels, to.Levels, static (outer, inner) => string.Equals(outer, inner, StringComparison.Ordinal))
        || !Within(from.Posts, to.Posts, static (outer, inner) => string.Equals(outer, inner, StringComparison.Ordinal))
        || !Within(from.Places, to.Places, static (outer, inner) => inner.StartsWith(outer, StringComparison.Ordinal))
        || to.ValidFrom < from.ValidFrom
        || (from.ValidTo ?? LocalDate.MaxIsoValue) < (to.ValidTo ?? LocalDate.MaxIsoValue)
        || from.PowersAndDuties != to.PowersAndDuties;

    /// <summary>An empty list stands for everything.</summary>
    private static bool Within(EquatableArray<string> from, EquatableArray<string> to, Func<string, string, bool> covers) =>
        from.Count == 0 || (to.Count > 0 && to.All(inner => from.Any(outer => covers(outer, inner))));
}
