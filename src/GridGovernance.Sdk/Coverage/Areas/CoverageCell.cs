using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Coverage;

/// <summary>One cell of a list that is audited or repaired without a hierarchy around it.</summary>
/// <remarks>Equality is over the members, of the boundary by reference. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">What it is called; any text.</param>
/// <param name="Boundary">Its area; null where it has none.</param>
public sealed record CoverageCell(string Code, GridBoundary? Boundary);
