using GridGovernance.Sdk.Geodesy;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>What is known of a matter when it is reported: what it is about, where and when.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="CaseId">The case's id.</param>
/// <param name="Category">The category, or the matter's code.</param>
/// <param name="Place">Where, in the system of <see cref="SimilarCases"/>.</param>
/// <param name="At">When it was reported.</param>
public sealed record CaseSighting(string CaseId, string Category, GeoPoint Place, Instant At);
