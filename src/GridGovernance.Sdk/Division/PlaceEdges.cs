using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Division;

/// <summary>Says what lies beside what where units are places (点位) and nobody says so: the neighbours by nearness within each parent.</summary>
public static class PlaceEdges
{
    /// <summary>Finds the edges between the units of each parent, as <see cref="PlaceAdjacency"/> has them.</summary>
    /// <remarks>
    /// The neighbours of a parent join all its units that have a place, whatever lies between them: what a river or a road parts is to be said as a <see cref="DivisionEdge.Barrier"/>.
    /// Units at one place are neighbours in the order of their ids. Every edge counts alike. The order of the units leaves no trace.
    /// </remarks>
    /// <param name="units">The units; one with a boundary and no place stands at the boundary's <see cref="GridBoundary.LabelPoint"/>, one with neither has no neighbours.</param>
    /// <param name="system">The coordinate system of the places; null for metres.</param>
    /// <param name="report">Says, for each parent, how many of its units share their place with another.</param>
    /// <returns>The edges, parent by parent in the order of the units, then by id.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    /// <exception cref="ArgumentException">A place is not finite or out of the range of its system.</exception>
    public static EquatableArray<DivisionEdge> Find(IReadOnlyList<DivisionUnit> units, CoordinateSystem? system, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(units);
        var edges = new List<DivisionEdge>();
        var findings = new List<Finding>();
        system ??= CoordinateSystem.Metric;
        foreach (var parent in units.GroupBy(static unit => unit.Parent, StringComparer.Ordinal))
        {
            var places = parent.Select(static unit => (unit.Id, Place: unit.Place ?? unit.Boundary?.LabelPoint)).Where(static unit => unit.Place is not null).OrderBy(static unit => unit.Id, StringComparer.Ordinal).ToArray();
            foreach (var (first, second) in PlaceAdjacency.Find(system, Array.ConvertAll(places, static unit => unit.Place!.Value)))
            {
                edges.Add(new DivisionEdge(places[first].Id, places[second].Id));
            }

            var shared = places.GroupBy(unit => system.Round(unit.Place!.Value)).Where(static place => place.Count() > 1).Select(static place => place.ToArray()).ToArray();
            if (shared.Length > 0)
            {
                var name = parent.Key ?? "";
                var count = shared.Sum(static place => place.Length);
                var message = DivisionMessages.Catalogue["division.same-place", count, name, shared[0][0].Id, shared[0][1].Id];
                findings.Add(Finding.Info(message, FindingPlace.Of(shared[0][0].Id)) with { Measure = count });
            }
        }

        report = findings.Count == 0 ? FindingReport.Empty : new FindingReport(findings);
        return EquatableArray.From(edges);
    }
}
