using NodaTime;

namespace GridGovernance.Sdk.Hosting;

/// <summary>Knows which cases need a clock, and when.</summary>
/// <remarks>Implementations are safe to call from many threads at once.</remarks>
public interface IDueIndex
{
    /// <summary>Notes the next deadline of a case.</summary>
    /// <param name="caseId">The case's id.</param>
    /// <param name="version">The version of the case that has this deadline; a note about an older version than the last one is ignored.</param>
    /// <param name="dueAt">The deadline; null when the case needs no clock any more.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <returns>A task that ends when it is noted.</returns>
    ValueTask NoteAsync(string caseId, int version, Instant? dueAt, CancellationToken cancellation = default);

    /// <summary>Returns the cases whose deadline lies before an instant.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <returns>The cases, the earliest deadline first, of equal ones the ordinally smaller id.</returns>
    ValueTask<EquatableArray<DueCase>> DueBeforeAsync(Instant instant, CancellationToken cancellation = default);
}
