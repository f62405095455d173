using GridGovernance.Sdk.Cases.Events;

namespace GridGovernance.Sdk.Hosting;

/// <summary>Keeps the events of cases: a host implements it over its database.</summary>
/// <remarks>Implementations are safe to call from many threads at once.</remarks>
public interface IEventStore
{
    /// <summary>Returns the events of a case.</summary>
    /// <param name="caseId">The case's id.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <returns>The events in order; empty for a case that the store does not know.</returns>
    ValueTask<EquatableArray<CaseEvent>> LoadAsync(string caseId, CancellationToken cancellation = default);

    /// <summary>Appends events to a case, all or none, if it still is at the version on which they were decided.</summary>
    /// <param name="caseId">The case's id.</param>
    /// <param name="expectedVersion">The number of events that the case had when the decision was made; 0 for a new case.</param>
    /// <param name="events">The events, in order; at least one.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <returns>Whether they were appended, and the version that the case has now. A conflict is an answer, not an exception.</returns>
    ValueTask<AppendResult> AppendAsync(
        string caseId, int expectedVersion, EquatableArray<CaseEvent> events, CancellationToken cancellation = default);
}
