using NodaTime;

namespace GridGovernance.Sdk.Cases.Events;

/// <summary>A deadline passed with its obligation open.</summary>
/// <param name="Clock">The clock's code.</param>
/// <param name="DueAt">The instant that was missed.</param>
public sealed record DeadlineMissed(string Clock, Instant DueAt) : CaseEvent;
