using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>A person (人) in a register: a row of <c>people.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Id">The opaque id: never a name or an identity number.</param>
/// <param name="Kind">How the person belongs to the county.</param>
/// <param name="Lon">The longitude in degrees, or metres east; null where unknown.</param>
/// <param name="Lat">The latitude in degrees, or metres north; null where unknown.</param>
/// <param name="Grid">The grid or cell that the person is assigned to; null where the place alone decides.</param>
/// <param name="Household">The opaque id of the household; null where there is none.</param>
/// <param name="Dwelling">The opaque id of the dwelling; null where there is none.</param>
/// <param name="ValidFrom">The first day; null where unknown.</param>
/// <param name="ValidTo">The last day; null while it holds.</param>
public sealed record PersonEntry(
    string Id,
    PersonKind Kind,
    double? Lon = null,
    double? Lat = null,
    GridCode? Grid = null,
    string? Household = null,
    string? Dwelling = null,
    LocalDate? ValidFrom = null,
    LocalDate? ValidTo = null) : IGridSubject;
