namespace GridGovernance.Sdk.Grids;

/// <summary>One step of lineage (沿革): a unit, or a share of it, went on as another.</summary>
/// <remarks>Equality is by value. The default value links nothing to nothing. This type is immutable and safe to share between threads.</remarks>
/// <param name="From">The code that was.</param>
/// <param name="To">The code that took its place.</param>
public readonly record struct GridSuccession(GridCode From, GridCode To);
