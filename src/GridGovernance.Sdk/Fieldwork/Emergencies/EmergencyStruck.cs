namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What was feared happened (险情发生), such as the slide of a slope.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record EmergencyStruck : EmergencyEvent;
