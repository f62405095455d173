namespace GridGovernance.Sdk.Cases.Commands;

/// <summary>Tells a case that its next deadline has passed: what was missed is recorded, and the case climbs a rung of its escalation ladder.</summary>
/// <remarks>A host sends it for every case that is due before an instant. One that comes late, after closure or twice, changes nothing that it should not.</remarks>
/// <param name="CommandId">An id that the caller gives.</param>
public sealed record PassDeadline(string CommandId) : CaseCommand(CommandId);
