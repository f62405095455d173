using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Grids;

/// <summary>One of the units that another is split into.</summary>
/// <remarks>Boundaries are compared by reference. This type is immutable and safe to share between threads.</remarks>
/// <param name="Name">The name.</param>
/// <param name="Boundary">The boundary; null where the unit that is split has none.</param>
/// <param name="Code">The code; null for the next that was never given.</param>
/// <param name="Kind">The kind; null for that of the unit that is split.</param>
public sealed record GridPart(string Name, GridBoundary? Boundary, GridCode? Code = null, GridKind? Kind = null);
