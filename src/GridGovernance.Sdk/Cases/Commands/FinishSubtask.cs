namespace GridGovernance.Sdk.Cases.Commands;

/// <summary>Reports a part of joint handling as done. The seat that has it does.</summary>
/// <param name="CommandId">An id that the caller gives.</param>
/// <param name="Subtask">The code of the part.</param>
/// <param name="Note">What was done; it must not be empty. No personal data.</param>
public sealed record FinishSubtask(string CommandId, string Subtask, string Note) : CaseCommand(CommandId);
