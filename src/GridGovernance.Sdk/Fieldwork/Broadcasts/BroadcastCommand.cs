namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Something that somebody wants done to a notice.</summary>
/// <remarks>What is done already is accepted without events. Equality is by value. This type is immutable and safe to share between threads.</remarks>
public abstract record BroadcastCommand;
