namespace GridGovernance.Sdk.Grids;

/// <summary>One row of a table of places, each of which is to be located in a cell.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Id">What it is called.</param>
/// <param name="Lon">The longitude in degrees, or metres east.</param>
/// <param name="Lat">The latitude in degrees, or metres north.</param>
public sealed record PointRow(string Id, double Lon, double Lat);
