namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Says that what was feared has happened.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record StrikeEmergency : EmergencyCommand;
