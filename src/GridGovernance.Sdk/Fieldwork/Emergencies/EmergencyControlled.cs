namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The danger was brought under control (控制), such as people led away from a slope.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record EmergencyControlled : EmergencyEvent;
