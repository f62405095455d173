using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>A facility (部件) in a register: a lamp, a manhole cover, a bench. A row of <c>facilities.csv</c>.</summary>
/// <remarks>
/// <para>A facility carries three different departments, as the systems for digital city management (数字化城市管理) keep it.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Id">The opaque id (标识码).</param>
/// <param name="Class">The class, such as <c>0101</c>: two digits of the major class (01 公用设施, 02 道路交通, 03 市容环境, 04 园林绿化, 05 其他) and what the county adds.</param>
/// <param name="Supervisor">The department in charge (主管部门), by code.</param>
/// <param name="Owner">The owning unit (权属单位), by code.</param>
/// <param name="Maintainer">The maintaining unit (养护单位), by code.</param>
/// <param name="Lon">The longitude in degrees, or metres east; null where unknown.</param>
/// <param name="Lat">The latitude in degrees, or metres north; null where unknown.</param>
/// <param name="Grid">The grid or cell that it is assigned to; null where the place alone decides.</param>
/// <param name="ValidFrom">The first day; null where unknown.</param>
/// <param name="ValidTo">The last day; null while it holds.</param>
public sealed record FacilityEntry(
    string Id,
    string Class,
    string Supervisor,
    string Owner,
    string Maintainer,
    double? Lon = null,
    double? Lat = null,
    GridCode? Grid = null,
    LocalDate? ValidFrom = null,
    LocalDate? ValidTo = null) : IGridSubject;
