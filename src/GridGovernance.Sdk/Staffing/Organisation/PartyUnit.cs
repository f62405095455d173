using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Staffing;

/// <summary>A party unit, such as one branch, and the units of the grid network that it is attached to.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record PartyUnit
{
    /// <summary>Gets the code, kebab-case.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name.</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>Gets the code of its tier.</summary>
    public required string Tier { get; init; }

    /// <summary>Gets the code of the party unit above it, of the next wider tier; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>Gets the codes of the units that it is attached to; several where grids share a branch.</summary>
    public EquatableArray<GridCode> Units { get; init; }

    /// <summary>Gets how it came to be.</summary>
    public PartyFormation Formation { get; init; }
}
