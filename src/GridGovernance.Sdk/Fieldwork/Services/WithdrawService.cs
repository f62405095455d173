namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Takes the request back.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record WithdrawService : ProxyServiceCommand;
