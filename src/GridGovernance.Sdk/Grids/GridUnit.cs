using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Grids;

/// <summary>One area of the hierarchy: a county, a township, a village or community, a grid (网格) or a cell (单元格).</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class GridUnit
{
    /// <summary>Gets the code.</summary>
    public required GridCode Code { get; init; }

    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the level that it stands on.</summary>
    public required GridLevel Level { get; init; }

    /// <summary>Gets the kind of area.</summary>
    public required GridKind Kind { get; init; }

    /// <summary>Gets the code of the area that it is part of; null at the top.</summary>
    public GridCode? Parent { get; init; }

    /// <summary>Gets the kind of settlement; null where unknown.</summary>
    public SettlementKind? Settlement { get; init; }

    /// <summary>Gets the boundary; null where it has none, such as off its territory.</summary>
    public GridBoundary? Boundary { get; init; }

    /// <summary>Returns code and name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Code} {Name}";
}
