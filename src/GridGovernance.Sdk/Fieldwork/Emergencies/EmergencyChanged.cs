namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Something changed that must be reported again (补报).</summary>
/// <param name="Note">What changed, such as how many were hurt. No personal data.</param>
public sealed record EmergencyChanged(string Note) : EmergencyEvent;
