namespace GridGovernance.Sdk.Cases.Commands;

/// <summary>Fires a trigger of the case's lifecycle, such as accepting, signing in, finishing, verifying or sending back.</summary>
/// <param name="CommandId">An id that the caller gives.</param>
/// <param name="Trigger">The trigger's code.</param>
/// <param name="Note">What was done or found; guards may ask for it. No personal data.</param>
public sealed record MoveCase(string CommandId, string Trigger, string? Note = null) : TriggerCommand(CommandId, Trigger, Note);
