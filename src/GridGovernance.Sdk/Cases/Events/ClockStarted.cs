using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Cases.Events;

/// <summary>A clock started, for the first time or anew.</summary>
/// <param name="Clock">The clock's code.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Policy">How it is counted.</param>
/// <param name="DueAt">The last instant that is in time.</param>
/// <param name="DueOn">The last day.</param>
public sealed record ClockStarted(string Clock, TimeLimit Limit, CountingPolicy Policy, Instant DueAt, LocalDate DueOn) : CaseEvent;
