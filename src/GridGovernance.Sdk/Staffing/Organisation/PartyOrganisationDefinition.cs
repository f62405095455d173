namespace GridGovernance.Sdk.Staffing;

/// <summary>A party organisation as data (党组织架构): <c>party.json</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record PartyOrganisationDefinition
{
    /// <summary>Gets the code, kebab-case.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the title.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets the source; null where nobody says.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the tiers, the widest first.</summary>
    public required EquatableArray<PartyTier> Tiers { get; init; }

    /// <summary>Gets the party units.</summary>
    public EquatableArray<PartyUnit> Units { get; init; }
}
