using System.Collections.Frozen;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>The entry list of a county (准入清单), checked and indexed: what may be given to grids, and what may not.</summary>
/// <remarks>
/// <para>What is not listed is refused; the negative list wins over every other item; the scope guard wins over the list. The order of the items never matters.</para>
/// <para>A verdict takes time in the number of items of the matter and allocates nothing. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class EntryList
{
    private readonly FrozenDictionary<string, EntryListItem[]> _byMatter;
    private readonly FrozenDictionary<string, EntryListItem[]> _byClass;

    private EntryList(EntryListDefinition definition, ScopeGuard guard, MatterCatalogue catalogue)
    {
        Definition = definition;
        Guard = guard;
        Catalogue = catalogue;
        var items = definition.Items.Where(static item => item.Status != EntryStatus.Refused).OrderBy(static item => item.Code, StringComparer.Ordinal).ToArray();
        _byMatter = Index(items, static item => item.Matters);
        _byClass = Index(items, static item => item.Classes);
    }

    /// <summary>Gets the definition.</summary>
    public EntryListDefinition Definition { get; }

    /// <summary>Gets the scope guard.</summary>
    public ScopeGuard Guard { get; }

    /// <summary>Gets the matters that the list speaks of.</summary>
    public MatterCatalogue Catalogue { get; }

    /// <summary>Checks a definition and compiles it.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="catalogue">The matters.</param>
    /// <param name="establishment">The posts, departments and levels.</param>
    /// <param name="report">Every problem found, with JSON pointers into the definition.</param>
    /// <returns>The list; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static EntryList? Compile(EntryListDefinition definition, MatterCatalogue catalogue, Establishment establishment, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentNullException.ThrowIfNull(establishment);
        report = new EntryListCheck(definition, catalogue, establishment).Run();
        return !report.HasErrors && Permissions.ScopeGuard.TryFromCode(definition.ScopeGuard, out var guard) ? new EntryList(definition, guard, catalogue) : null;
    }

    /// <summary>Returns this list under another scope guard: a preset or a host's own.</summary>
    /// <param name="guard">The guard.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="guard"/> is null.</exception>
    public EntryList WithScopeGuard(ScopeGuard guard)
    {
        ArgumentNullException.ThrowIfNull(guard);
        return new EntryList(Definition, guard, Catalogue);
    }

    /// <summary>Decides whether a matter may be given to a unit of the grid system.</summary>
    /// <param name="request">The question.</param>
    /// <returns>The decision; its reasons are built when asked for.</returns>
    /// <exception cref="ArgumentException">The matter or the level of <paramref name="request"/> is null.</exception>
    public AdmissionDecision Admit(AdmissionRequest request)
    {
        if (request.Matter is null || request.Level is null)
        {
            throw new ArgumentException("A request for admission needs a matter and a level, but one of them is null.", nameof(request));
        }

        return new AdmissionDecision(this, request, Judge(request));
    }

    /// <summary>Says what the terms of the items bring within some days: what is over, ends, begins, rests or waits for its review.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, itself included.</param>
    /// <returns>A warning for each item that is over or whose review is, an information for each that ends, begins or is suspended.</returns>
    public FindingReport Terms(LocalDate from, LocalDate to) => EntryListTerms.Between(Definition, from, to);

    /// <summary>Returns the items that cover a matter, negative ones included.</summary>
    /// <param name="matter">The matter.</param>
    /// <returns>The items that name it, then those that name its class, each in the ordinal order of their codes.</returns>
    internal IEnumerable<EntryListItem> ItemsOf(Matter matter) => At(_byMatter, matter.Code)
        .Concat(At(_byClass, matter.Class).Where(item => !Codes.Contain(item.Matters, matter.Code)));

    internal EquatableArray<string> ItemsFor(AdmissionRequest request)
    {
        if (!Catalogue.TryFind(request.Matter, out var matter))
        {
            return [];
        }

        var verdict = Judge(request);
        var negative = verdict == AdmissionVerdict.OnNegativeList;
        return EquatableArray.From(ItemsOf(matter)
            .Where(item => negative ? Forbids(item, request) : item.Category != EntryCategory.Negative && JudgeItem(item, matter, request) == verdict)
            .Select(static item => item.Code).Order(StringComparer.Ordinal));
    }

    internal LocalDate? LastDayOf(AdmissionRequest request) => Catalogue.TryFind(request.Matter, out var matter)
        ? ItemsOf(matter).Where(item => item.Category != EntryCategory.Negative && JudgeItem(item, matter, request) == AdmissionVerdict.ListedTemporarily).Max(static item => item.ValidTo)
        : null;

    internal bool GuardRefuses(Matter matter) => !Guard.Admits(matter.Purpose, TaskNature.Service);

    /// <summary>Judges by the items alone: the furthest that any of them gets.</summary>
    internal AdmissionVerdict JudgeItems(Matter matter, AdmissionRequest request)
    {
        var byMatter = JudgeItems(At(_byMatter, matter.Code), matter, request);
        var byClass = JudgeItems(At(_byClass, matter.Class), matter, request);
        return byMatter > byClass ? byMatter : byClass;
    }

    internal AdmissionVerdict JudgeItem(EntryListItem item, Matter matter, AdmissionRequest request)
    {
        if (!Guard.Admits(matter.Purpose, item.Nature))
        {
            return AdmissionVerdict.OutsideGridPurpose;
        }

        return item.Status switch
        {
            EntryStatus.Withdrawn => AdmissionVerdict.Withdrawn,
            < EntryStatus.InForce => AdmissionVerdict.NotYetInForce,
            _ when request.On < item.ValidFrom => AdmissionVerdict.NotYetInForce,
            _ when request.On > item.ValidTo => AdmissionVerdict.Expired,
            EntryStatus.Suspended => AdmissionVerdict.Suspended,
            _ when !HoldsAt(item, request.Level, request.Place) => AdmissionVerdict.OutOfScope,
            _ when request.Post is { } post && item.Posts.Count > 0 && !Codes.Contain(item.Posts, post) => AdmissionVerdict.PostLacksAuthority,
            _ => item.Category == EntryCategory.Temporary ? AdmissionVerdict.ListedTemporarily : AdmissionVerdict.Listed,
        };
    }

    private static FrozenDictionary<string, EntryListItem[]> Index(EntryListItem[] items, Func<EntryListItem, EquatableArray<string>> keys) => items
        .SelectMany(item => keys(item).Distinct(StringComparer.Ordinal).Select(key => (Key: key, Item: item)))
        .GroupBy(static pair => pair.Key, static pair => pair.Item, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => group.ToArray(), StringComparer.Ordinal);

    private static EntryListItem[] At(FrozenDictionary<string, EntryListItem[]> index, string key) => index.TryGetValue(key, out var items) ? items : [];

    private static bool HoldsAt(EntryListItem item, string level, GridCode place) =>
        (item.Levels.Count == 0 || Codes.Contain(item.Levels, level)) && Codes.Cover(item.Places, place);

    private static bool Forbids(EntryListItem item, AdmissionRequest request) =>
        item is { Category: EntryCategory.Negative, Status: EntryStatus.InForce } && !(request.On < item.ValidFrom) && !(request.On > item.ValidTo)
        && HoldsAt(item, request.Level, request.Place);

    private static bool AnyForbids(EntryListItem[] items, AdmissionRequest request)
    {
        foreach (var item in items)
        {
            if (Forbids(item, request))
            {
                return true;
            }
        }

        return false;
    }

    private AdmissionVerdict Judge(AdmissionRequest request)
    {
        if (!Catalogue.TryFind(request.Matter, out var matter))
        {
            return AdmissionVerdict.NotListed;
        }

        if (AnyForbids(At(_byMatter, matter.Code), request) || AnyForbids(At(_byClass, matter.Class), request))
        {
            return AdmissionVerdict.OnNegativeList;
        }

        return GuardRefuses(matter) ? AdmissionVerdict.OutsideGridPurpose : JudgeItems(matter, request);
    }

    private AdmissionVerdict JudgeItems(EntryListItem[] items, Matter matter, AdmissionRequest request)
    {
        var furthest = AdmissionVerdict.NotListed;
        foreach (var item in items)
        {
            var verdict = item.Category == EntryCategory.Negative ? AdmissionVerdict.NotListed : JudgeItem(item, matter, request);
            furthest = verdict > furthest ? verdict : furthest;
        }

        return furthest;
    }
}
