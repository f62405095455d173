using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Interchange.Maps;

/// <summary>One outlined and named area of a map, such as a township.</summary>
/// <remarks>Equality is over the members, of the boundary by reference. This type is immutable and safe to share between threads.</remarks>
/// <param name="Boundary">The area, whose border is drawn.</param>
/// <param name="Name">The name, which is written inside.</param>
public sealed record MapLabel(GridBoundary Boundary, string Name);
