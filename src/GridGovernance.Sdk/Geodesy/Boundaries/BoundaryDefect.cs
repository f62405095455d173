namespace GridGovernance.Sdk.Geodesy;

/// <summary>The first thing that is wrong with a boundary, and where.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Kind">What is wrong.</param>
/// <param name="At">A place where it can be seen, in the boundary's system.</param>
public sealed record BoundaryDefect(BoundaryDefectKind Kind, GeoPoint At);
