using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>The notice was issued: the first event of every broadcast.</summary>
/// <param name="DueAt">When every household must have been reached.</param>
public sealed record BroadcastIssued(Instant DueAt) : BroadcastEvent;
