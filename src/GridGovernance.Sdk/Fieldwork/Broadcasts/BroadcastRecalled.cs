namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The notice was taken back (撤回); whoever it reached must be told.</summary>
/// <param name="Reason">Why. No personal data.</param>
public sealed record BroadcastRecalled(string Reason) : BroadcastEvent;
