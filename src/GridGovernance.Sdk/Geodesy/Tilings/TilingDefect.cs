namespace GridGovernance.Sdk.Geodesy;

/// <summary>One place where cells fail to tile their parent.</summary>
/// <param name="Kind">How.</param>
/// <param name="Cells">The positions of the cells concerned, ascending: those that overlap or stick out, those around a gap, those whose edges do not match.</param>
/// <param name="At">A place inside it.</param>
/// <param name="SquareMetres">The area, times the number of cells beyond the first where they overlap.</param>
/// <param name="Geometry">The place itself; null where it is thinner than the quantum.</param>
internal sealed record TilingDefect(TilingDefectKind Kind, EquatableArray<int> Cells, GeoPoint At, double SquareMetres, GridBoundary? Geometry);
