using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Division;

/// <summary>A natural unit (自然单元) that stays whole: a building, a compound, a villager group.</summary>
/// <remarks>
/// <para>Where a unit has a boundary or a place, all units of a problem speak of one coordinate system.</para>
/// <para>Equality is by value, but by reference for the boundary. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record DivisionUnit
{
    /// <summary>Gets the id, used once.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the area that its grid must stay in, such as a village's code; null where the problem has one parent.</summary>
    public string? Parent { get; init; }

    /// <summary>Gets the households, from 0.</summary>
    public int Households { get; init; }

    /// <summary>Gets the people, from 0.</summary>
    public int People { get; init; }

    /// <summary>Gets the kind of settlement; null where unknown.</summary>
    public SettlementKind? Settlement { get; init; }

    /// <summary>Gets the amounts of further measures, such as work orders a year.</summary>
    public EquatableArray<DivisionAmount> Amounts { get; init; }

    /// <summary>Gets where it is; null where unknown. Grids are numbered, and islands bridged, by it.</summary>
    public GeoPoint? Place { get; init; }

    /// <summary>Gets the area in square metres; null where unknown.</summary>
    public double? AreaSquareMetres { get; init; }

    /// <summary>Gets the length of the whole border in metres; null where unknown.</summary>
    public double? PerimeterMetres { get; init; }

    /// <summary>Gets the polygon; null where it has none.</summary>
    public GridBoundary? Boundary { get; init; }
}
