namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Hands a service in at the station of the place.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record HandInService : ProxyServiceCommand;
