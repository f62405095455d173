namespace GridGovernance.Sdk.Division;

/// <summary>Units that are locked into a named grid; different locks are different grids.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Grid">The name of the grid.</param>
/// <param name="Units">The ids of its units: of one parent, and joined by open edges among themselves.</param>
public sealed record DivisionLock(string Grid, EquatableArray<string> Units)
{
    /// <summary>Gets a value indicating whether the grid holds these units alone, outside the bounds: a dedicated grid (专属网格) of a factory or a school.</summary>
    public bool IsClosed { get; init; }
}
