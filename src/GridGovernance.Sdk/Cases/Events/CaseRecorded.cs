using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Cases.Events;

/// <summary>Something was put on record.</summary>
/// <param name="Kind">What.</param>
/// <param name="Ground">Why.</param>
/// <param name="Note">In words.</param>
/// <param name="Target">The seat that it concerns, or null.</param>
/// <param name="Reference">Another case's id, an address or a hash, or null.</param>
public sealed record CaseRecorded(CaseRecordKind Kind, CaseRecordGround Ground, string Note, Seat? Target, string? Reference) : CaseEvent;
