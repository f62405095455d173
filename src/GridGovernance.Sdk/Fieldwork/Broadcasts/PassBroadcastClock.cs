namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Raises the warnings that are due.</summary>
/// <remarks>The host's clock gives it, and nothing else comes of it. Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record PassBroadcastClock : BroadcastCommand;
