namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Tells the person the answer.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record DeliverService : ProxyServiceCommand;
