using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Coverage;

/// <summary>What the audit found at one level: whether its units tile the units above.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Level">The level.</param>
/// <param name="Units">The number of units.</param>
/// <param name="GapSquareMetres">The area of the level above that lies in no unit.</param>
/// <param name="OverlapSquareMetres">The area that lies in several units, once for each unit beyond the first.</param>
/// <param name="OutsideSquareMetres">The area of units that lies outside their parent.</param>
/// <param name="IsExact">Whether the tiling is proved: all edges cancel and all boundaries are valid.</param>
public sealed record LevelCoverage(
    GridLevel Level,
    int Units,
    double GapSquareMetres,
    double OverlapSquareMetres,
    double OutsideSquareMetres,
    bool IsExact);
