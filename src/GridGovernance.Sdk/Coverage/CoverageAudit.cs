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
    /// <returns>Everything that was found.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    /// <exception cref="ArgumentException">The households' places are in another coordinate system than the map.</exception>
    public static CoverageReport Run(GridMap map, HouseholdRegister? households = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        if (households is not null && map.System is not null && !ReferenceEquals(households.System, map.System))
        {
            throw new ArgumentException($"Expected households in \"{map.System}\" like the map, but found \"{households.System}\".", nameof(households));
        }

        var findings = new List<CoverageFinding>();
        var levels = map.System is null ? [] : new AreaAudit(map, findings).Run();
        var counts = households is null ? new HouseholdCounts() : new HouseholdAudit(map, households, findings).Run();
        return new CoverageReport(findings.AsReadOnly(), levels.AsReadOnly(), counts);
    }
}
