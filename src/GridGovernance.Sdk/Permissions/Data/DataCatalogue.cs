using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>The data catalogue of a county (数据目录), checked and indexed: who collects what, who may read it, how long it is kept.</summary>
/// <remarks>
/// <para>What no grant opens stays hidden; the order of the grants never matters. Of several grants that fit, the one that shows the most counts.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class DataCatalogue
{
    private readonly FrozenDictionary<string, DataItem> _items;
    private readonly FrozenDictionary<string, DataGrant[]> _grants;
    private readonly FrozenDictionary<string, BreakGlassRule> _breakGlass;

    private DataCatalogue(DataCatalogueDefinition definition, Establishment establishment)
    {
        Definition = definition;
        Establishment = establishment;
        _items = definition.Items.ToFrozenDictionary(static item => item.Code, StringComparer.Ordinal);
        _breakGlass = definition.BreakGlass.ToFrozenDictionary(static rule => rule.Code, StringComparer.Ordinal);
        _grants = definition.Items.ToFrozenDictionary(
            static item => item.Code,
            item => definition.Grants.Where(grant => Opens(grant, item)).OrderBy(static grant => grant.Code, StringComparer.Ordinal).ToArray(),
            StringComparer.Ordinal);
    }

    /// <summary>Gets the definition.</summary>
    public DataCatalogueDefinition Definition { get; }

    /// <summary>Gets the posts, departments and levels that the catalogue speaks of.</summary>
    public Establishment Establishment { get; }

    /// <summary>Checks a definition and compiles it.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="establishment">The posts, departments and levels.</param>
    /// <param name="report">Every problem found, with JSON Pointers into the definition.</param>
    /// <returns>The catalogue; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static DataCatalogue? Compile(DataCatalogueDefinition definition, Establishment establishment, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(establishment);
        report = DataCatalogueCheck.Run(definition, establishment);
        return report.HasErrors ? null : new DataCatalogue(definition, establishment);
    }

    /// <summary>Looks an item up.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="item">The item, or null.</param>
    /// <returns>True when there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public bool TryFindItem(string code, [NotNullWhen(true)] out DataItem? item)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _items.TryGetValue(code, out item);
    }

    /// <summary>Returns the items of a record.</summary>
    /// <param name="record">The code of the record, such as <c>resident</c>.</param>
    /// <returns>The items, in the order of the definition.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="record"/> is null.</exception>
    public EquatableArray<DataItem> ItemsOf(string record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return EquatableArray.From(Definition.Items.Where(item => string.Equals(item.Record, record, StringComparison.Ordinal)));
    }

    /// <summary>Returns who collects an item.</summary>
    /// <param name="item">The code of the item.</param>
    /// <returns>The collector; null for an unknown item.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is null.</exception>
    public AuthorityHolder? CollectorOf(string item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return TryFindItem(item, out var found) ? new AuthorityHolder(found.CollectingPost, found.CollectingDepartment, null) : null;
    }

    /// <summary>Says why somebody may not collect an item: whoever is not its one collector reads instead of asking people again.</summary>
    /// <param name="actor">Who is about to collect.</param>
    /// <param name="item">The code of the item.</param>
    /// <returns>The refusal, with the collector as the nearest thing that works; null when the actor is the collector.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is null.</exception>
    public Refusal? RefuseCollection(AuthorityActor actor, string item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (!TryFindItem(item, out var found))
        {
            return new Refusal(RefusalKind.OutsideListOrTime, PermissionMessages.Catalogue["permissions.data-unknown", item]);
        }

        var isCollector = (found.CollectingPost is null || string.Equals(found.CollectingPost, actor.Post, StringComparison.Ordinal))
            && (found.CollectingDepartment is null || string.Equals(found.CollectingDepartment, actor.Department, StringComparison.Ordinal));
        var collector = CollectorOf(item).ToString();
        return isCollector ? null : new Refusal(RefusalKind.NotYourRole, PermissionMessages.Catalogue["permissions.not-the-collector", DataAccess.NameOf(actor), found.Name, collector])
        {
            Nearest = PermissionMessages.Catalogue["permissions.nearest-holder", collector],
        };
    }

    /// <summary>Returns the last day on which a value may be kept (个人信息保护法 art 19).</summary>
    /// <param name="item">The code of the item.</param>
    /// <param name="collectedOn">The day on which it was collected.</param>
    /// <returns>The day; null for an item without a term, and for an unknown one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="item"/> is null.</exception>
    public LocalDate? KeepUntil(string item, LocalDate collectedOn)
    {
        ArgumentNullException.ThrowIfNull(item);
        return !TryFindItem(item, out var found) || found.Retention is not { } term ? null : term.Unit switch
    {
        LimitUnit.Years => collectedOn.PlusYears(term.Amount),
        LimitUnit.Months => collectedOn.PlusMonths(term.Amount),
        _ => collectedOn.PlusDays(term.Amount),
    };
    }

    /// <summary>Decides what of some items somebody gets to see.</summary>
    /// <param name="request">The question. An item, post, department or level that the catalogue does not know stays hidden, with that as the reason.</param>
    /// <returns>The answer for each item.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public DataAccessDecision Decide(DataAccessRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var access = new DataAccess(this, request);
        return new DataAccessDecision(this, request, EquatableArray.From(request.Items.Distinct(StringComparer.Ordinal).Select(access.FieldOf)));
    }

    internal DataGrant[] GrantsOn(string item) => _grants.TryGetValue(item, out var grants) ? grants : [];

    internal bool TryFindReason(string code, [NotNullWhen(true)] out BreakGlassRule? rule) => _breakGlass.TryGetValue(code, out rule);

    internal int ReviewHoursOf(string reason) => _breakGlass[reason].ReviewWithinHours;

    private static bool Opens(DataGrant grant, DataItem item) =>
        Codes.Contain(grant.Items, item.Code) || (item.Record is not null && Codes.Contain(grant.Records, item.Record));
}
