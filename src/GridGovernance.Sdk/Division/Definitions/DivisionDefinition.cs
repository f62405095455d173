using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Division;

/// <summary>Everything that a division starts from: where people live, what lies beside what, and the constraints.</summary>
/// <remarks>It may be wrong in any way; <see cref="DivisionProblem.Compile"/> finds everything that is. Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record DivisionDefinition
{
    /// <summary>Gets the units.</summary>
    public required EquatableArray<DivisionUnit> Units { get; init; }

    /// <summary>Gets what lies beside what. Edges between two parents are counted as cut and never used.</summary>
    public EquatableArray<DivisionEdge> Edges { get; init; }

    /// <summary>Gets the coordinate system of places and boundaries; null for metres.</summary>
    public CoordinateSystem? System { get; init; }

    /// <summary>Gets the sizes of grids; for each parent the first that fits its kind of settlement counts.</summary>
    public required EquatableArray<DivisionSizing> Sizing { get; init; }

    /// <summary>Gets the parents that have something of their own.</summary>
    public EquatableArray<DivisionParent> Parents { get; init; }

    /// <summary>Gets the measures that are balanced beside the size.</summary>
    public EquatableArray<DivisionMeasure> Measures { get; init; }

    /// <summary>Gets the units that stay together.</summary>
    public EquatableArray<DivisionGroup> Groups { get; init; }

    /// <summary>Gets the units that are locked into a named grid.</summary>
    public EquatableArray<DivisionLock> Locks { get; init; }

    /// <summary>Gets the ids of units that begin a grid each: no two of them share one, and none shares the grid of a lock.</summary>
    public EquatableArray<string> Seeds { get; init; }

    /// <summary>Gets what becomes of islands.</summary>
    public IslandPolicy Islands { get; init; }
}
