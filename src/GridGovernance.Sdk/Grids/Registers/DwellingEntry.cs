using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>A dwelling (房) in a register: a row of <c>dwellings.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Id">The opaque id.</param>
/// <param name="Use">Who lives in it.</param>
/// <param name="Lon">The longitude in degrees, or metres east; null where unknown.</param>
/// <param name="Lat">The latitude in degrees, or metres north; null where unknown.</param>
/// <param name="Grid">The grid or cell that it is assigned to; null where the place alone decides.</param>
/// <param name="ValidFrom">The first day; null where unknown.</param>
/// <param name="ValidTo">The last day; null while it holds.</param>
public sealed record DwellingEntry(
    string Id,
    DwellingUse Use,
    double? Lon = null,
    double? Lat = null,
    GridCode? Grid = null,
    LocalDate? ValidFrom = null,
    LocalDate? ValidTo = null) : IGridSubject;
