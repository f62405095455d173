using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Cases.Commands;

/// <summary>Puts something on record in a case (催办、督办、通报、问责、阶段报告 …) without moving it.</summary>
/// <param name="CommandId">An id that the caller gives.</param>
/// <param name="Kind">What.</param>
/// <param name="Ground">Why.</param>
/// <param name="Note">In words; it must not be empty. No personal data.</param>
/// <param name="Target">The seat that it concerns: of a notice and of accountability it must be given.</param>
/// <param name="Reference">Another case's id, an address or a hash: of evidence, duplicates and parts it must be given.</param>
public sealed record RecordOnCase(
    string CommandId, CaseRecordKind Kind, CaseRecordGround Ground, string Note, Seat? Target = null, string? Reference = null) : CaseCommand(CommandId);
