using System.Globalization;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A campaign over its cells, checked against the data catalogue: what each cell collects.</summary>
/// <remarks>Cells and items are numbered; events name them by position. Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class CampaignPlan
{
    /// <summary>The most items that a campaign may collect.</summary>
    public const int MostItems = 64;

    private readonly Dictionary<GridCode, int> _positions;

    private CampaignPlan(string id, CampaignDefinition definition, EquatableArray<GridCode> cells, DataCatalogue? catalogue)
    {
        (Id, Definition, Cells, Catalogue) = (id, definition, cells, catalogue);
        _positions = [];
        for (var i = 0; i < cells.Count; i++)
        {
            _positions.Add(cells[i], i);
        }
    }

    /// <summary>Gets the id of the campaign.</summary>
    public string Id { get; }

    /// <summary>Gets what is collected, and by when.</summary>
    public CampaignDefinition Definition { get; }

    /// <summary>Gets the cells.</summary>
    public EquatableArray<GridCode> Cells { get; }

    /// <summary>Gets the data catalogue that says who collects and who reads; null where the host does not ask it.</summary>
    public DataCatalogue? Catalogue { get; }

    /// <summary>Gets the bits of all items; one bit stands for a campaign without items.</summary>
    internal ulong AllItems => Definition.Items.Count == 0 ? 1 : ulong.MaxValue >> (64 - Definition.Items.Count);

    /// <summary>Compiles a plan.</summary>
    /// <param name="id">The id of the campaign.</param>
    /// <param name="definition">What is collected, and by when.</param>
    /// <param name="cells">The cells that take part, each once.</param>
    /// <param name="catalogue">The data catalogue; null where it is not asked.</param>
    /// <param name="report">Everything that is wrong, with JSON Pointers into the definition or <c>/cells/0</c>: a cell or an item that stands twice, an item that
    /// the catalogue lacks or that is not collected for the purpose; no cell at all is a warning.</param>
    /// <returns>The plan; null when the report has errors.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is null or white space.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public static CampaignPlan? Create(string id, CampaignDefinition definition, EquatableArray<GridCode> cells, DataCatalogue? catalogue, out FindingReport report)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(definition);
        var findings = new List<Finding>();
        if (!FieldworkCode.IsOne(definition.Code))
        {
            findings.Add(FieldworkMessages.Fault("/code", FieldworkMessages.Texts["fieldwork.bad-code", definition.Code]));
        }

        if (definition.Limit.Amount == 0)
        {
            findings.Add(FieldworkMessages.Fault("/limit", FieldworkMessages.Texts["fieldwork.no-time", definition.Limit.ToString()]));
        }

        if (definition.Items.Count > MostItems)
        {
            findings.Add(FieldworkMessages.Fault("/items", FieldworkMessages.Texts["fieldwork.item-count", MostItems, definition.Items.Count]));
        }

        FieldworkCode.Check(definition.Items, "/items/{0}", findings);
        for (var i = 0; catalogue is not null && i < definition.Items.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/items/{i}");
            if (!catalogue.TryFindItem(definition.Items[i], out var item))
            {
                findings.Add(FieldworkMessages.Fault(path, FieldworkMessages.Texts["fieldwork.unknown-item", definition.Items[i]]));
            }
            else if (definition.Purpose is null || !item.Purposes.Contains(definition.Purpose))
            {
                findings.Add(FieldworkMessages.Fault(path, FieldworkMessages.Texts["fieldwork.other-purpose", item.Code, definition.Purpose, string.Join(", ", item.Purposes)]));
            }
        }

        if (cells.Count == 0)
        {
            findings.Add(Finding.Warning(FieldworkMessages.Texts["fieldwork.no-cells", id], FindingPlace.At("/cells")));
        }

        var seen = new HashSet<GridCode>();
        for (var i = 0; i < cells.Count; i++)
        {
            if (!seen.Add(cells[i]))
            {
                findings.Add(FieldworkMessages.Fault(string.Create(CultureInfo.InvariantCulture, $"/cells/{i}"), FieldworkMessages.Texts["fieldwork.campaign-cell-twice", cells[i].ToString()]));
            }
        }

        report = new FindingReport(findings);
        return report.HasErrors ? null : new CampaignPlan(id, definition, cells, catalogue);
    }

    /// <summary>Looks a cell up.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="cell">The position, or −1.</param>
    /// <returns>True when it takes part.</returns>
    public bool TryFindCell(GridCode code, out int cell)
    {
        var found = _positions.TryGetValue(code, out cell);
        cell = found ? cell : -1;
        return found;
    }
}
