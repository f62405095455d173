namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The person was told the answer, or given what was asked for.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ServiceDelivered : ProxyServiceEvent;
