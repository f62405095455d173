using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Hosting;

/// <summary>What a model may say of powers and data beyond its two lists, as its files hold it; every file may be absent.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record PermissionDefinitions
{
    /// <summary>Gets the definitions of a model without any of the files.</summary>
    public static PermissionDefinitions None { get; } = new();

    /// <summary>Gets how items come onto the entry list and leave it: <c>entry-procedure.json</c>; null where there is none.</summary>
    public EntryProcedureDefinition? EntryProcedure { get; init; }

    /// <summary>Gets which seat acts for which: <c>delegations.json</c>; null where there is none.</summary>
    public DelegationListDefinition? Delegations { get; init; }

    /// <summary>Gets what restrictive measures take: <c>measures.json</c>; null where there is none.</summary>
    public ProportionalityDefinition? Measures { get; init; }

    /// <summary>Gets who collects which data and who may read them: <c>data-catalogue.json</c>; null where there is none.</summary>
    public DataCatalogueDefinition? DataCatalogue { get; init; }

    /// <summary>Gets what matters take and posts can give: <c>burden.json</c>; null where there is none.</summary>
    public BurdenDefinition? Burden { get; init; }

    // The canonical form, in which absent files leave no trace.
    internal IEnumerable<byte> ToBytes() =>
    [
        .. Bytes(EntryProcedure), .. Bytes(Delegations), .. Bytes(Measures), .. Bytes(DataCatalogue), .. Bytes(Burden),
    ];

    private static IEnumerable<byte> Bytes<T>(T? definition)
        where T : class => definition is null ? [] : GovernanceJson.Write(definition);
}
