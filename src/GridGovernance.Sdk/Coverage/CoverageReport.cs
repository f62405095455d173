namespace GridGovernance.Sdk.Coverage;

/// <summary>The answer to "no gap between grids, no household outside a grid, no person outside a household" (网不漏格、格不漏户、户不漏人).</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class CoverageReport
{
    internal CoverageReport(IReadOnlyList<CoverageFinding> findings, IReadOnlyList<LevelCoverage> levels, HouseholdCounts counts)
    {
        Findings = findings;
        Levels = levels;
        Counts = counts;
        foreach (var level in levels)
        {
            GapSquareMetres += level.GapSquareMetres;
            OverlapSquareMetres += level.OverlapSquareMetres;
            OutsideSquareMetres += level.OutsideSquareMetres;
        }
    }

    /// <summary>Gets all findings: level after level from the top, then households, then people.</summary>
    public IReadOnlyList<CoverageFinding> Findings { get; }

    /// <summary>Gets the levels that lie under another, from the top.</summary>
    public IReadOnlyList<LevelCoverage> Levels { get; }

    /// <summary>Gets the counts of households and people; all 0 when no register was given.</summary>
    public HouseholdCounts Counts { get; }

    /// <summary>Gets a value indicating whether nothing is an error.</summary>
    public bool IsComplete => !Findings.Any(static f => f.Finding.Severity == FindingSeverity.Error);

    /// <summary>Gets the area that lies in no unit, summed over all levels.</summary>
    public double GapSquareMetres { get; }

    /// <summary>Gets the area that lies in several units, once for each unit beyond the first, summed over all levels.</summary>
    public double OverlapSquareMetres { get; }

    /// <summary>Gets the area of units that lies outside their parent, summed over all levels.</summary>
    public double OutsideSquareMetres { get; }

    /// <summary>Gets the households that lie in no cell.</summary>
    public int UncoveredHouseholds => Counts.Uncovered;

    /// <summary>Gets the households that lie in several cells.</summary>
    public int DoublyCoveredHouseholds => Counts.DoublyCovered;

    /// <summary>Gets the people who are listed in no household.</summary>
    public int UnassignedPeople => Counts.UnassignedPeople;

    /// <summary>Gets the people who are listed more than once.</summary>
    public int DoublyAssignedPeople => Counts.DoublyAssignedPeople;

    /// <summary>Returns the findings without their geometry.</summary>
    /// <returns>The report.</returns>
    public FindingReport ToFindingReport() => new(Findings.Select(static f => f.Finding));
}
