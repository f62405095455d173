using System.Globalization;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Coverage;

/// <summary>The part of the audit that is about areas.</summary>
internal sealed class AreaAudit(GridMap map, List<CoverageFinding> findings)
{
    private readonly PartsCheck _tiling = new(map.Scheme);
    private double _gap;
    private double _overlap;
    private double _outside;
    private bool _exact;

    /// <summary>Audits every level, from the top.</summary>
    /// <returns>The levels under another.</returns>
    internal List<LevelCoverage> Run()
    {
        var levels = new List<LevelCoverage>();
        foreach (var level in map.Scheme.Levels)
        {
            (_gap, _overlap, _outside, _exact) = (0, 0, 0, true);
            var units = map.UnitsAt(level.Code);
            foreach (var unit in units)
            {
                CheckBoundary(unit);
            }

            if (level.Depth > 0 && units.Count > 0)
            {
                foreach (var parent in map.UnitsAt(map.Scheme.Levels[level.Depth - 1].Code))
                {
                    CheckTiling(level, parent);
                }

                levels.Add(new LevelCoverage(level, units.Count, _gap, _overlap, _outside, _exact));
            }
        }

        return levels;
    }

    private void CheckBoundary(GridUnit unit)
    {
        if (unit.Boundary is null)
        {
            if (unit.Kind != GridKind.OffTerritory)
            {
                _exact = false;
                Add(Finding.Error(CoverageMessages.Catalogue["coverage.no-geometry", unit.Code], FindingPlace.Of(unit.Code.ToString())), [unit.Code], unit.Level, null);
            }
        }
        else if (BoundaryCheck.Find(unit.Boundary) is { } defect)
        {
            _exact = false;
            var message = CoverageMessages.Catalogue["coverage.invalid-geometry", unit.Code, Text(defect.Kind), defect.At];
            Add(Finding.Error(message, FindingPlace.Of(unit.Code.ToString())), [unit.Code], unit.Level, defect.At);
        }
    }

    private void CheckTiling(GridLevel level, GridUnit parent)
    {
        if (parent.Boundary is null)
        {
            return;
        }

        var parts = new List<GridUnit>();
        foreach (var child in map.ChildrenOf(parent.Code))
        {
            if (child.Boundary is not null)
            {
                parts.Add(child);
            }
        }

        foreach (var defect in _tiling.Find(parent.Boundary, parts))
        {
            _exact = false;
            Add(level, parent, EquatableArray.From(defect.Cells.Select(c => parts[c].Code)), defect);
        }
    }

    private void Add(GridLevel level, GridUnit parent, EquatableArray<GridCode> grids, TilingDefect defect)
    {
        var (names, area) = (string.Join(", ", grids), defect.SquareMetres.ToString("0.####", CultureInfo.InvariantCulture));
        switch (defect.Kind)
        {
            case TilingDefectKind.Gap:
                _gap += defect.SquareMetres;
                Add("coverage.gap", level, parent, grids, defect, parent.Code, area, defect.At, names);
                break;
            case TilingDefectKind.Overlap:
                _overlap += defect.SquareMetres;
                var isDuplicate = grids.Count > 1 && defect.Cells.Count == grids.Count && AreSame(grids);
                Add(isDuplicate ? "coverage.duplicate-geometry" : "coverage.overlap", level, parent, grids, defect, names, area, defect.At);
                break;
            case TilingDefectKind.Outside:
                _outside += defect.SquareMetres;
                Add("coverage.outside", level, parent, grids, defect, names, parent.Code, area, defect.At);
                break;
            default:
                Add("coverage.unmatched-edges", level, parent, grids, defect, names, parent.Code, defect.At);
                break;
        }
    }

    private void Add(
        string code, GridLevel level, GridUnit parent, EquatableArray<GridCode> grids, TilingDefect defect, params ReadOnlySpan<object?> values)
    {
        var message = CoverageMessages.Catalogue[code, values];
        var severity = defect.Kind == TilingDefectKind.Unmatched ? FindingSeverity.Warning : FindingSeverity.Error;
        var subject = grids.Count > 0 ? grids[0] : parent.Code;
        var finding = new Finding(severity, message)
        {
            Place = FindingPlace.Of(subject.ToString()),
            Measure = (decimal)Math.Round(defect.SquareMetres, 6),
            MeasureUnit = "m²",
        };
        findings.Add(new CoverageFinding(finding, grids) { Level = level, At = defect.At, Geometry = defect.Geometry, SquareMetres = defect.SquareMetres });
    }

    private void Add(Finding finding, EquatableArray<GridCode> grids, GridLevel level, GeoPoint? at) =>
        findings.Add(new CoverageFinding(finding, grids) { Level = level, At = at });

    // Two units of the same points have the same edges, whatever point each begins with.
    private bool AreSame(EquatableArray<GridCode> grids)
    {
        var first = map.Unit(grids[0]).Boundary!;
        for (var i = 1; i < grids.Count; i++)
        {
            if (!first.HasSameEdges(map.Unit(grids[i]).Boundary!))
            {
                return false;
            }
        }

        return true;
    }

    private static LocalizedText Text(BoundaryDefectKind kind) => kind switch
    {
        BoundaryDefectKind.Crossing => new LocalizedText("lines cross", "边线相交"),
        BoundaryDefectKind.Overlap => new LocalizedText("a line runs along another or back on itself", "边线重叠或折返"),
        BoundaryDefectKind.SelfTouch => new LocalizedText("a closed line touches itself", "环自接触"),
        BoundaryDefectKind.HoleOutside => new LocalizedText("a hole lies outside", "洞位于外环之外"),
        BoundaryDefectKind.Nested => new LocalizedText("a hole or polygon lies inside another", "洞或多边形相互嵌套"),
        _ => new LocalizedText("holes cut the inside apart", "洞将内部割裂"),
    };
}
