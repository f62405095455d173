namespace GridGovernance.Sdk.Division;

/// <summary>A natural unit (自然单元), as a file holds it for a division.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record DivisionUnitRow
{
    /// <summary>Gets the id, used once.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the area that its grid must stay in; null where all have one parent.</summary>
    public string? Parent { get; init; }

    /// <summary>Gets the people; null where unknown.</summary>
    public int? People { get; init; }

    /// <summary>Gets the households; null where unknown.</summary>
    public int? Households { get; init; }
}
