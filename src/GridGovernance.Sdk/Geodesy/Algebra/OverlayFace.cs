namespace GridGovernance.Sdk.Geodesy;

/// <summary>One face of an <see cref="AreaOverlay"/>: a piece of land that the same areas cover everywhere.</summary>
/// <param name="Areas">The areas that cover it, ascending, as positions among all areas.</param>
/// <param name="SquareMetres">Its area.</param>
/// <param name="PerimeterMetres">The length of its border, holes included.</param>
/// <param name="Boundary">Its polygon.</param>
internal sealed record OverlayFace(int[] Areas, double SquareMetres, double PerimeterMetres, GridBoundary Boundary);
