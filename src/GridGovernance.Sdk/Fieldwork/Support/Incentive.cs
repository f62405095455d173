using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>An incentive given to somebody (激励, S0-26): one row of <c>incentives.csv</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Person">The opaque id of the person.</param>
/// <param name="Kind">What it is.</param>
/// <param name="On">When.</param>
/// <param name="Grade">The grade of the assessment that it follows; null where none does.</param>
public sealed record Incentive(string Person, IncentiveKind Kind, LocalDate On, string? Grade = null);
