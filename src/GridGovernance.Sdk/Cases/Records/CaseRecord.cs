using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Something that was put on record in a case: assessment counts it, nothing moves by it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Kind">What.</param>
/// <param name="Ground">Why.</param>
/// <param name="By">The seat that put it on record.</param>
/// <param name="At">When.</param>
/// <param name="Target">The seat that it concerns; null where it concerns the case alone.</param>
/// <param name="Reference">Another case's id, an address or a hash; null where there is none.</param>
public sealed record CaseRecord(CaseRecordKind Kind, CaseRecordGround Ground, Seat By, Instant At, Seat? Target, string? Reference);
