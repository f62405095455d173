using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A place where services are done: one row of <c>service-stations.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code.</param>
/// <param name="NameEn">The name in English.</param>
/// <param name="NameZh">The name in Chinese.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Unit">The unit that it serves.</param>
public sealed record ServiceStation(string Code, string NameEn, string NameZh, ServiceStationKind Kind, GridCode Unit);
