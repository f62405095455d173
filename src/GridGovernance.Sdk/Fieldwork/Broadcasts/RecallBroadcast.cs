namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Takes the notice back.</summary>
/// <param name="Reason">Why. No personal data.</param>
public sealed record RecallBroadcast(string Reason) : BroadcastCommand;
