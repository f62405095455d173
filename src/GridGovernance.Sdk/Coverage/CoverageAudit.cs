using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Coverage;

/// <summary>Audits a map at all levels in one call (不重不漏): do the parts of each unit tile it, is each household in exactly one cell, each person in exactly one household?</summary>
/// <remarks>
/// The answer about areas is a proof, not a sample: when all boundaries are valid and the edges of the parts less those of the whole cancel, every place
/// of the whole lies in exactly one part. Where they do not cancel, the report names each gap, overlap and part outside with its place and area.
/// </remarks>
public static class CoverageAudit
{
    /// <summary>Audits a map.</summary>
    /// <param name="map">The map.</param>
    /// <param name="households">Households and people; null to audit areas alone.</param>
    /// <param name="settings">How strictly; <see cref="CoverageSettings.Default"/> when null.</param>
    /// <returns>Everything that was found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    /// <exception cref="ArgumentException">The households' places are in another coordinate system than the map.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or not a number.</exception>
    public static CoverageReport Run(GridMap map, HouseholdRegister? households = null, CoverageSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Run(new AuditScope(map, IsFlat: false), households, settings, []);
    }

    /// <summary>Audits a list of cells, whatever they are called, against an outline or against each other alone.</summary>
    /// <remarks>The report does not depend on the order of the list, unless two cells have one code.</remarks>
    /// <param name="cells">The cells.</param>
    /// <param name="parent">The outline that they must tile; null where there is none, and the bounded holes of their union are the gaps.</param>
    /// <param name="households">Households and people, registered anywhere; null to audit areas alone.</param>
    /// <param name="settings">How strictly; <see cref="CoverageSettings.Default"/> when null.</param>
    /// <returns>Everything that was found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cells"/> is null.</exception>
    /// <exception cref="ArgumentException">Boundaries or households are in different coordinate systems.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or not a number.</exception>
    public static CoverageReport Run(
        IReadOnlyList<CoverageCell> cells, GridBoundary? parent = null, HouseholdRegister? households = null, CoverageSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var map = CellList.ToMap(cells, parent, out var order);
        var findings = CellList.RepeatedCodes(cells, order).Select(static finding => new CoverageFinding(finding, [finding.Place.Subject!])).ToList();
        return Run(new AuditScope(map, IsFlat: true), households, settings, findings);
    }

    private static CoverageReport Run(AuditScope scope, HouseholdRegister? households, CoverageSettings? settings, List<CoverageFinding> findings)
    {
        var map = scope.Map;
        if (households is not null && map.System is not null && !ReferenceEquals(households.System, map.System))
        {
            throw new ArgumentException($"Expected households in \"{map.System}\" like the map, but found \"{households.System}\".", nameof(households));
        }

        settings ??= CoverageSettings.Default;
        if (!(settings.ToleranceMetres >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(settings), settings.ToleranceMetres, "Expected a tolerance of at least 0 metres.");
        }

        var levels = map.System is null && !scope.IsFlat ? [] : new AreaAudit(scope, settings, findings).Run();
        var counts = households is null ? new HouseholdCounts() : new HouseholdAudit(scope, households, IsProved(scope, levels), findings).Run();
        return new CoverageReport(findings.AsReadOnly(), levels.AsReadOnly(), counts);
    }

    // Each place lies in at most one cell: every level tiles the one above, down from a single outline.
    private static bool IsProved(AuditScope scope, List<LevelCoverage> levels) =>
        scope.IsUnderOneOutline && levels.Count == scope.Map.Scheme.Levels.Count - 1 && levels.TrueForAll(static level => level.IsExact);
}
