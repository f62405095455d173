namespace GridGovernance.Sdk.Cases.Commands;

/// <summary>A command that fires a trigger of the case's lifecycle.</summary>
/// <param name="CommandId">An id that the caller gives.</param>
/// <param name="Trigger">The trigger's code.</param>
/// <param name="Note">What was done or found, or on what ground; guards may ask for it. No personal data.</param>
public abstract record TriggerCommand(string CommandId, string Trigger, string? Note) : CaseCommand(CommandId);
