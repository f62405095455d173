namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The person no longer wants the service.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ServiceWithdrawn : ProxyServiceEvent;
