namespace GridGovernance.Sdk.Cases.Commands;

/// <summary>Gives a case to a command team (事件联动处置小组), in place of the one that it had. A seat above whoever must act does it, or the team's commander.</summary>
/// <param name="CommandId">An id that the caller gives.</param>
/// <param name="Team">The team: one commander, and every seat once.</param>
/// <param name="Note">Why; it must not be empty. No personal data.</param>
public sealed record AttachTeam(string CommandId, CommandTeam Team, string Note) : CaseCommand(CommandId);
