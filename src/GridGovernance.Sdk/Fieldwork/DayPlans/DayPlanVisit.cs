using GridGovernance.Sdk.Geodesy;
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

    /// <summary>Returns the visits that are owed on a day in the order of the way: those past their interval first, each part by <see cref="VisitRoute"/>.</summary>
    /// <param name="files">The files of the worker's subjects.</param>
    /// <param name="on">The day.</param>
    /// <param name="placeOf">Says where a subject is; null where nobody knows, and it comes last.</param>
    /// <param name="start">Where the way begins.</param>
    /// <param name="system">The coordinate system of all places.</param>
    /// <returns>The visits.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="files"/>, <paramref name="placeOf"/> or <paramref name="system"/> is null.</exception>
    public static EquatableArray<DayPlanVisit> OnTheWay(IEnumerable<VisitFile> files, LocalDate on, Func<VisitSubject, GeoPoint?> placeOf, GeoPoint start, CoordinateSystem system)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(placeOf);
        ArgumentNullException.ThrowIfNull(system);
        var all = files.ToArray();
        var places = new Dictionary<(string, string), GeoPoint>();
        foreach (var subject in all.Select(static file => file.Subject))
        {
            if (placeOf(subject) is { } place)
            {
                places[(subject.Id, subject.Category)] = place;
            }
        }

        // A subject with several duties is one stop.
        var visits = Of(all, on);
        var stops = visits.Where(visit => places.ContainsKey((visit.Subject, visit.Category))).GroupBy(static visit => visit.Subject, StringComparer.Ordinal)
            .Select(group => new VisitStop(group.Key, places[(group.Key, group.First().Category)], group.Any(static visit => visit.State is VisitState.Grace or VisitState.Overdue)));
        var rank = VisitRoute.Order(stops, start, system).Select(static (stop, i) => (stop.Subject, i)).ToDictionary(static one => one.Subject, static one => one.i, StringComparer.Ordinal);
        return EquatableArray.From(visits.OrderBy(visit => rank.GetValueOrDefault(visit.Subject, int.MaxValue)));
    }
}
