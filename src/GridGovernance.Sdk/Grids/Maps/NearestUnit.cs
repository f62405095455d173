using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Grids;

/// <summary>The unit that lies nearest to a place.</summary>
/// <remarks>Equality is by the unit's reference and the exact place and distance. This type is immutable and safe to share between threads.</remarks>
/// <param name="Unit">The unit; the first by code among equally near ones.</param>
/// <param name="At">The nearest place of it: the place itself when it lies inside, else one on the border.</param>
/// <param name="DistanceMetres">How far that is; 0 inside.</param>
public sealed record NearestUnit(GridUnit Unit, GeoPoint At, double DistanceMetres);
