using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Hosting;

/// <summary>The files about powers and data beyond the two lists, with their places; null where a file is absent.</summary>
internal sealed class PermissionSources
{
    internal ReadResult<EntryProcedureDefinition>? EntryProcedure { get; init; }

    internal ReadResult<DelegationListDefinition>? Delegations { get; init; }

    internal ReadResult<ProportionalityDefinition>? Measures { get; init; }

    internal ReadResult<DataCatalogueDefinition>? DataCatalogue { get; init; }

    internal ReadResult<BurdenDefinition>? Burden { get; init; }

    /// <summary>Gets everything that is wrong with the form of the files.</summary>
    internal IEnumerable<FindingReport> Reports =>
        new[] { EntryProcedure?.Report, Delegations?.Report, Measures?.Report, DataCatalogue?.Report, Burden?.Report }.OfType<FindingReport>();

    internal static PermissionSources From(ModelFolder folder) => new()
    {
        EntryProcedure = folder.OptionalJson<EntryProcedureDefinition>("entry-procedure.json"),
        Delegations = folder.OptionalJson<DelegationListDefinition>("delegations.json"),
        Measures = folder.OptionalJson<ProportionalityDefinition>("measures.json"),
        DataCatalogue = folder.OptionalJson<DataCatalogueDefinition>("data-catalogue.json"),
        Burden = folder.OptionalJson<BurdenDefinition>("burden.json"),
    };

    internal static PermissionSources From(PermissionDefinitions definitions) => new()
    {
        EntryProcedure = Of("entry-procedure.json", definitions.EntryProcedure),
        Delegations = Of("delegations.json", definitions.Delegations),
        Measures = Of("measures.json", definitions.Measures),
        DataCatalogue = Of("data-catalogue.json", definitions.DataCatalogue),
        Burden = Of("burden.json", definitions.Burden),
    };

    /// <summary>Returns the definitions, when every file could be read.</summary>
    internal PermissionDefinitions ToDefinitions() => new()
    {
        EntryProcedure = EntryProcedure?.Value,
        Delegations = Delegations?.Value,
        Measures = Measures?.Value,
        DataCatalogue = DataCatalogue?.Value,
        Burden = Burden?.Value,
    };

    private static ReadResult<T>? Of<T>(string file, T? definition)
        where T : class => definition is null ? null : ReadResult<T>.Of(file, definition);
}
