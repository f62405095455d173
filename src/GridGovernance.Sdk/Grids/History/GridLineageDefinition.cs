namespace GridGovernance.Sdk.Grids;

/// <summary>One step of lineage as a file holds it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="From">The code that was.</param>
/// <param name="To">The code that took its place.</param>
public sealed record GridLineageDefinition(GridCode From, GridCode To);
