using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Division;

/// <summary>Finds units whose areas almost touch, and so count as apart though on the ground they lie side by side.</summary>
public static class UnitGaps
{
    /// <summary>Finds them.</summary>
    /// <param name="units">The units; those without a boundary are passed over.</param>
    /// <param name="withinMetres">What counts as almost, from 0.</param>
    /// <returns>A warning for each pair of one parent, by id.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="units"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="withinMetres"/> is negative or not finite.</exception>
    /// <exception cref="ArgumentException">The coordinate systems of boundaries differ.</exception>
    public static FindingReport Find(IReadOnlyList<DivisionUnit> units, double withinMetres = 1)
    {
        ArgumentNullException.ThrowIfNull(units);
        DivisionUnit[] areas = [.. units.Where(static unit => unit.Boundary is not null).OrderBy(static unit => unit.Id, StringComparer.Ordinal)];
        var findings = new List<Finding>();
        foreach (var (first, second, metres) in BoundaryProximity.Find(Array.ConvertAll(areas, static unit => unit.Boundary!), withinMetres))
        {
            if (string.Equals(areas[first].Parent, areas[second].Parent, StringComparison.Ordinal))
            {
                var measure = (decimal)Math.Round(metres, 3);
                var message = DivisionMessages.Catalogue["division.almost-touching", areas[first].Id, areas[second].Id, measure];
                findings.Add(Finding.Warning(message, FindingPlace.Of(areas[first].Id)) with { Measure = measure, MeasureUnit = "m" });
            }
        }

        return findings.Count == 0 ? FindingReport.Empty : new FindingReport(findings);
    }
}
