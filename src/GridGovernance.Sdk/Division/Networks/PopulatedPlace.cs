using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Division;

/// <summary>A place where people live, such as a building.</summary>
/// <remarks>Equality is by value. The default value is an empty place at the origin. This type is immutable and safe to share between threads.</remarks>
/// <param name="Place">Where, in the networks' coordinate system.</param>
/// <param name="Households">The households, from 0.</param>
/// <param name="People">The people, from 0.</param>
public readonly record struct PopulatedPlace(GeoPoint Place, int Households, int People);
