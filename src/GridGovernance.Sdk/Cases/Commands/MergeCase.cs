namespace GridGovernance.Sdk.Cases.Commands;

/// <summary>Closes a case as a duplicate (重复件) of an earlier one, to which it then points: the earlier case goes on, with its clocks.</summary>
/// <param name="CommandId">An id that the caller gives.</param>
/// <param name="Into">The case that goes on: open, of the same matter, reported no later, and no duplicate itself.</param>
/// <param name="Trigger">The trigger's code.</param>
/// <param name="Note">Why. No personal data.</param>
public sealed record MergeCase(string CommandId, GridCase Into, string Trigger = "merge", string? Note = null) : TriggerCommand(CommandId, Trigger, Note);
