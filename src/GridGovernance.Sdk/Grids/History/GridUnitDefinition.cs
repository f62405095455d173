namespace GridGovernance.Sdk.Grids;

/// <summary>A unit with its boundary as a file holds it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record GridUnitDefinition
{
    /// <summary>Gets the code; its length says the level.</summary>
    public required GridCode Code { get; init; }

    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the kind of area.</summary>
    public required GridKind Kind { get; init; }

    /// <summary>Gets the code of the unit that it is part of; null at the top.</summary>
    public GridCode? Parent { get; init; }

    /// <summary>Gets the kind of settlement; null where unknown.</summary>
    public SettlementKind? Settlement { get; init; }

    /// <summary>Gets the polygons of its boundary; empty where it has none.</summary>
    public EquatableArray<GridPolygonDefinition> Boundary { get; init; }
}
