namespace GridGovernance.Sdk.Cases.Events;

/// <summary>A clock was paused.</summary>
/// <param name="Clock">The clock's code.</param>
/// <param name="Cause">The state that pauses it.</param>
public sealed record ClockPaused(string Clock, string Cause) : CaseEvent;
