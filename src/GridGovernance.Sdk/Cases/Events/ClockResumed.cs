using NodaTime;

namespace GridGovernance.Sdk.Cases.Events;

/// <summary>A paused clock, or one that had stopped and goes on, runs again.</summary>
/// <param name="Clock">The clock's code.</param>
/// <param name="DueAt">The last instant that is in time.</param>
/// <param name="DueOn">The last day.</param>
public sealed record ClockResumed(string Clock, Instant DueAt, LocalDate DueOn) : CaseEvent;
