namespace GridGovernance.Sdk.Cases.Events;

/// <summary>A part of joint handling was done.</summary>
/// <param name="Subtask">The code of the part.</param>
/// <param name="InTime">Whether it was done in time.</param>
/// <param name="Note">What was done.</param>
public sealed record SubtaskFinished(string Subtask, bool InTime, string Note) : CaseEvent;
