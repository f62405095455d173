using GridGovernance.Sdk.Coverage;
using GridGovernance.Sdk.Grids;

namespace CountyQuickstart.Steps;

/// <summary>The audit over a map with a planted fault: one cell is taken off, and the audit must say so.</summary>
/// <param name="Cell">The cell that was taken off.</param>
/// <param name="Households">The households that are registered in it.</param>
/// <param name="Report">What the audit said.</param>
internal sealed record CoverageTrial(GridUnit Cell, int Households, CoverageReport Report)
{
    internal static CoverageTrial Run(GridMap map, HouseholdRegister households)
    {
        var cells = map.UnitsAt(map.Scheme.Leaf.Code);
        var cell = cells[cells.Count / 2];
        var without = GridMap.Create(map.Scheme, [.. map.Units.Where(unit => unit.Code != cell.Code)], out var report);
        report.EnsureNoErrors();
        var registered = Enumerable.Range(0, households.HouseholdCount).Count(i => households.AssignedCell(i) == cell.Code);
        return new CoverageTrial(cell, registered, CoverageAudit.Run(without!, households));
    }
}
