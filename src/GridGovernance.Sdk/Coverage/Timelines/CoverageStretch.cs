using NodaTime;

namespace GridGovernance.Sdk.Coverage;

/// <summary>Days that follow each other and on which nothing changes, with what an audit says of each of them.</summary>
/// <remarks>Equality is by reference of the report. This type is immutable and safe to share between threads.</remarks>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Report">The report of each day; null where the units of these days form no map.</param>
public sealed record CoverageStretch(LocalDate From, LocalDate To, CoverageReport? Report);
