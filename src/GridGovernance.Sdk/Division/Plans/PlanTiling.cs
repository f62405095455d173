using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Division;

/// <summary>The polygons of a plan's grids (网格边界): they tile each parent exactly, or the report says by how much they do not.</summary>
/// <remarks>
/// <para>Where the units of a parent have polygons that tile it, a grid is their union, without rounding. Otherwise, where the parent's outline is known and
/// its units have places, the land is parted by the unit that lies nearest (Voronoi, 泰森多边形), so that empty land belongs to a grid too.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class PlanTiling
{
    private readonly GridBoundary?[] _boundaries;
    private readonly GridBoundary?[] _outlines;

    private PlanTiling(DivisionPlan plan, GridBoundary?[] boundaries, GridBoundary?[] outlines, FindingReport report)
    {
        Plan = plan;
        Boundaries = Array.AsReadOnly(_boundaries = boundaries);
        Outlines = Array.AsReadOnly(_outlines = outlines);
        Report = report;
    }

    /// <summary>Gets the plan.</summary>
    public DivisionPlan Plan { get; }

    /// <summary>Gets the polygon of each grid, in the plan's order; null where nothing is known that would give it one.</summary>
    public IReadOnlyList<GridBoundary?> Boundaries { get; }

    /// <summary>Gets the outline that the grids of each parent tile, in the problem's order of parents: the given one with the points where grids meet it, or the union of the units; null where the grids have no polygons, or do not tile it.</summary>
    public IReadOnlyList<GridBoundary?> Outlines { get; }

    /// <summary>Gets warnings for parents whose grids do not tile them, with the area in square metres, and for grids that have no polygon beside others that have.</summary>
    public FindingReport Report { get; }

    /// <summary>Gets whether every grid has a polygon and all parents are tiled exactly.</summary>
    public bool IsExact => Array.TrueForAll(_boundaries, static boundary => boundary is not null) && Array.TrueForAll(_outlines, static outline => outline is not null);

    /// <summary>Makes the polygons.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>The polygons.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> is null.</exception>
    public static PlanTiling Of(DivisionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var tiler = new PlanTiler(plan);
        tiler.Run();
        return new PlanTiling(plan, tiler.Boundaries, tiler.Outlines, new FindingReport(tiler.Findings));
    }
}
