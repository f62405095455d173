namespace GridGovernance.Sdk.Cases.Events;

/// <summary>A clock stopped: its obligation is done with.</summary>
/// <param name="Clock">The clock's code.</param>
/// <param name="InTime">Whether the obligation was met in time.</param>
public sealed record ClockStopped(string Clock, bool InTime) : CaseEvent;
