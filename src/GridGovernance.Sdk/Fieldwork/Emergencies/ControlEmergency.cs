namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Says that the danger is under control.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ControlEmergency : EmergencyCommand;
