using GridGovernance.Sdk.Cases.Events;

namespace GridGovernance.Sdk.Interchange;

/// <summary>A line of an event file: an event, and the case that it happened to.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="CaseId">The case's id.</param>
/// <param name="Event">The event.</param>
public sealed record CaseEventRow(string CaseId, CaseEvent Event);
