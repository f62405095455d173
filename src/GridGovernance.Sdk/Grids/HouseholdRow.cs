namespace GridGovernance.Sdk.Grids;

/// <summary>One row of a table of households (户).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Id">The opaque id.</param>
/// <param name="Lon">The longitude in degrees, or metres east.</param>
/// <param name="Lat">The latitude in degrees, or metres north.</param>
/// <param name="People">How many people live there; null where unknown.</param>
public sealed record HouseholdRow(string Id, double Lon, double Lat, int? People = null);
