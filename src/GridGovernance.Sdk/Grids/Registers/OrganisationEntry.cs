using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>An organisation (组织) in a register: a firm, a school, a shop, a social organisation. A row of <c>organisations.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Id">The opaque id.</param>
/// <param name="Class">What kind of organisation it is, in the county's own words; null where it is not said.</param>
/// <param name="Lon">The longitude in degrees, or metres east; null where unknown.</param>
/// <param name="Lat">The latitude in degrees, or metres north; null where unknown.</param>
/// <param name="Grid">The grid or cell that it is assigned to; null where the place alone decides.</param>
/// <param name="ValidFrom">The first day; null where unknown.</param>
/// <param name="ValidTo">The last day; null while it holds.</param>
public sealed record OrganisationEntry(
    string Id,
    string? Class = null,
    double? Lon = null,
    double? Lat = null,
    GridCode? Grid = null,
    LocalDate? ValidFrom = null,
    LocalDate? ValidTo = null) : IGridSubject;
