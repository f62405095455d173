namespace GridGovernance.Sdk.Permissions;

/// <summary>The data catalogue of a county (数据目录) as its file <c>data-catalogue.json</c> has it: collected once, shared by many (一家采集、多家共享).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record DataCatalogueDefinition
{
    /// <summary>Gets the code of the catalogue.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the version.</summary>
    public required string Version { get; init; }

    /// <summary>Gets the title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Gets the purposes that items and grants name.</summary>
    public EquatableArray<DataPurpose> Purposes { get; init; }

    /// <summary>Gets the data items, each with its one collector.</summary>
    public EquatableArray<DataItem> Items { get; init; }

    /// <summary>Gets the forms by which somebody asks for items: what the detector of repeated collection looks at.</summary>
    public EquatableArray<DataForm> Forms { get; init; }

    /// <summary>Gets the grants, which say who may read what.</summary>
    public EquatableArray<DataGrant> Grants { get; init; }

    /// <summary>Gets the rules of emergency access (break-glass), which opens what no grant does, on the record.</summary>
    public EquatableArray<BreakGlassRule> BreakGlass { get; init; }
}
