using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases.Events;

/// <summary>A seat was given a part of joint handling.</summary>
/// <param name="Subtask">The code of the part.</param>
/// <param name="Seat">The seat.</param>
/// <param name="DueAt">The last instant that is in time.</param>
public sealed record SubtaskAssigned(string Subtask, Seat Seat, Instant DueAt) : CaseEvent;
