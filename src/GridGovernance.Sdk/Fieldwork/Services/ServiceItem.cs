using GridGovernance.Sdk.Calendars;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A service that grid workers do for people at a station (代办事项): one row of <c>service-items.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code.</param>
/// <param name="NameEn">The name in English.</param>
/// <param name="NameZh">The name in Chinese.</param>
/// <param name="Category">What it belongs to.</param>
/// <param name="Station">The kind of station that does it.</param>
/// <param name="Limit">How long the station has.</param>
/// <param name="Matter">The matter that the lists know it by; null where it is on no list.</param>
public sealed record ServiceItem(string Code, string NameEn, string NameZh, ServiceCategory Category, ServiceStationKind Station, TimeLimit Limit, string? Matter = null);
