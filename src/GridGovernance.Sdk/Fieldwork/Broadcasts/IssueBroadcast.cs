namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Issues the notice (发布): the issuer alone may.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record IssueBroadcast : BroadcastCommand;
