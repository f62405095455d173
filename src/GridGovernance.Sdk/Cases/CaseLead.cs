using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>A seat that was given a case to lead (主办), whatever became of it.</summary>
/// <remarks>Equality is by value. The default value names no seat. This type is immutable and safe to share between threads.</remarks>
/// <param name="Seat">The seat.</param>
/// <param name="Since">When it was given the case.</param>
public readonly record struct CaseLead(Seat Seat, Instant Since);
