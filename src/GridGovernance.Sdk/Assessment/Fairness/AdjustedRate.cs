using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Assessment;

/// <summary>A unit's rate beside what anybody would have had with the same mix of cases.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Unit">The unit.</param>
/// <param name="Observed">The unit's own rate.</param>
/// <param name="Expected">The rate that all units together have on such a mix, as a share of 1; null when the unit has no cases.</param>
/// <param name="Adjusted">The rate of all units, moved by how far the unit's own exceeds what was expected of it; null when the unit has no cases.</param>
public sealed record AdjustedRate(string Unit, Rate Observed, decimal? Expected, decimal? Adjusted);
