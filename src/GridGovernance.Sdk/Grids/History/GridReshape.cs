using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Grids;

/// <summary>The new boundary of a unit.</summary>
/// <remarks>Boundaries are compared by reference. This type is immutable and safe to share between threads.</remarks>
/// <param name="Unit">The unit.</param>
/// <param name="Boundary">The boundary.</param>
public sealed record GridReshape(GridCode Unit, GridBoundary Boundary);
