using NodaTime;

namespace GridGovernance.Sdk.Cases.Events;

/// <summary>The deadline of a part of joint handling passed with the part undone.</summary>
/// <param name="Subtask">The code of the part.</param>
/// <param name="DueAt">The instant that was missed.</param>
public sealed record SubtaskMissed(string Subtask, Instant DueAt) : CaseEvent;
