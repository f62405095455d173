using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>One row of a table of households (户).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Id">The opaque id.</param>
/// <param name="Lon">The longitude in degrees, or metres east.</param>
/// <param name="Lat">The latitude in degrees, or metres north.</param>
/// <param name="People">How many people live there; null where unknown.</param>
/// <param name="ValidFrom">The first day on which the row holds; null where unknown.</param>
/// <param name="ValidTo">The last day on which the row holds; null while it does.</param>
public sealed record HouseholdRow(string Id, double Lon, double Lat, int? People = null, LocalDate? ValidFrom = null, LocalDate? ValidTo = null);
