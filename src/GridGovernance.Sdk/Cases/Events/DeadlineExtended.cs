using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Cases.Events;

/// <summary>A deadline was extended.</summary>
/// <param name="Clock">The clock's code.</param>
/// <param name="Extension">How much longer.</param>
/// <param name="DueAt">The new last instant that is in time.</param>
/// <param name="DueOn">The new last day.</param>
/// <param name="Reason">Why.</param>
public sealed record DeadlineExtended(string Clock, TimeLimit Extension, Instant DueAt, LocalDate DueOn, string Reason) : CaseEvent;
