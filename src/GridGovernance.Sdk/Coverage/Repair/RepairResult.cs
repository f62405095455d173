using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Coverage;

/// <summary>What came of repairing a map: the repaired map, or why there is none.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class RepairResult
{
    private readonly AuditScope _scope;

    internal RepairResult(AuditScope scope, int[]? order, bool hasParent, FindingReport report, IReadOnlyList<RepairChange> changes, double moved)
    {
        _scope = scope;
        Report = report;
        Changes = changes;
        MovedSquareMetres = moved;
        Parent = report.HasErrors || !scope.IsFlat || !hasParent ? null : scope.Map.Units[0].Boundary;
        Cells = report.HasErrors ? [] : Array.AsReadOnly(CellsOf(scope, order));
    }

    /// <summary>Gets the repaired map; null when the repair was refused, and when a list of cells was repaired.</summary>
    public GridMap? Map => IsAccepted && !_scope.IsFlat ? _scope.Map : null;

    /// <summary>Gets the repaired units of the lowest level, by code, or in the order of the list that was repaired; empty when the repair was refused.</summary>
    public IReadOnlyList<CoverageCell> Cells { get; }

    /// <summary>Gets the outline that a list of cells was repaired against, as it is now; null where there was none, when the repair was refused, and when a map was repaired.</summary>
    /// <remarks>It has got the points where borders of cells meet it. One that does not fall on the quantum bends it by half a quantum at most.</remarks>
    public GridBoundary? Parent { get; }

    /// <summary>Gets why the repair was refused; empty when it was not.</summary>
    public FindingReport Report { get; }

    /// <summary>Gets a value indicating whether the map was repaired.</summary>
    public bool IsAccepted => !Report.HasErrors;

    /// <summary>Gets the units whose borders changed, by level, then by code; also where the repair was refused for it. One that only got a point more gained and lost nothing.</summary>
    public IReadOnlyList<RepairChange> Changes { get; }

    /// <summary>Gets the area that units of the lowest level gained and lost together.</summary>
    public double MovedSquareMetres { get; }

    private static CoverageCell[] CellsOf(AuditScope scope, int[]? order)
    {
        var units = scope.Map.UnitsAt(scope.Map.Scheme.Leaf.Code);
        var cells = new CoverageCell[units.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[order is null ? i : order[i]] = new CoverageCell(scope.NameOf(units[i]), units[i].Boundary);
        }

        return cells;
    }
}
