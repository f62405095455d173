namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Reports a change.</summary>
/// <param name="Note">What changed. No personal data.</param>
public sealed record ChangeEmergency(string Note) : EmergencyCommand;
