namespace GridGovernance.Sdk.Staffing;

/// <summary>One tier of a party organisation, such as the grid's branch (网格党支部).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record PartyTier
{
    /// <summary>Gets the code, kebab-case, such as <c>grid-branch</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the level of the units to which its party units are attached; null for any.</summary>
    public string? Level { get; init; }

    /// <summary>Gets how its party units lie in the network.</summary>
    public PartyForm Form { get; init; }

    /// <summary>Gets the post whose holder heads a party unit of it; null where nobody is named. Who may hold it, the post's own rules say (S0-16).</summary>
    public string? Head { get; init; }
}
