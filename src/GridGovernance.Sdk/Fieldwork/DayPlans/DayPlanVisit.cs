using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A visit of a worker's day.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Subject">The opaque id of the subject.</param>
/// <param name="Category">The code of the category.</param>
/// <param name="Cell">The cell.</param>
/// <param name="State">How the subject stands.</param>
/// <param name="DueOn">The last day by which the visit is owed.</param>
public sealed record DayPlanVisit(string Subject, string Category, GridCode Cell, VisitState State, LocalDate DueOn)
{
    /// <summary>Returns the visits that are owed on a day, those past their interval first, then by the day on which they are due.</summary>
    /// <param name="files">The files of the worker's subjects.</param>
    /// <param name="on">The day.</param>
    /// <returns>The visits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="files"/> is null.</exception>
    public static EquatableArray<DayPlanVisit> Of(IEnumerable<VisitFile> files, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(files);
        return EquatableArray.From(files
            .Select(file => new DayPlanVisit(file.Subject.Id, file.Subject.Category, file.Subject.Cell, file.StateOn(on), file.DueOn))
            .Where(static visit => visit.State is VisitState.Due or VisitState.Refused or VisitState.Grace or VisitState.Overdue)
            .OrderBy(static visit => visit.DueOn).ThenBy(static visit => visit.Cell).ThenBy(static visit => visit.Subject, StringComparer.Ordinal));
    }
}
