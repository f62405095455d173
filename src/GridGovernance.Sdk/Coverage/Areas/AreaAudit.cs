using System.Globalization;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Coverage;

/// <summary>The part of the audit that is about areas.</summary>
internal sealed class AreaAudit(AuditScope scope, CoverageSettings settings, List<CoverageFinding> findings)
{
    private static readonly LocalizedText NoOther = new("no other part", "无其他单元");

    private readonly GridMap _map = scope.Map;
    private readonly PartsCheck _tiling = new(scope.Map.Scheme);
    private double _gap;
    private double _overlap;
    private double _outside;
    private bool _exact;

    /// <summary>Audits every level, from the top.</summary>
    /// <returns>The levels under another.</returns>
    internal List<LevelCoverage> Run()
    {
        var amiss = _map.Scheme.Levels.Select(FindAmiss).ToList();
        var invalid = InvalidBoundaries.Find(_map, scope.IsUnderOneOutline && amiss.TrueForAll(static level => level.Count == 0));
        var levels = new List<LevelCoverage>();
        foreach (var level in _map.Scheme.Levels)
        {
            (_gap, _overlap, _outside, _exact) = (0, 0, 0, true);
            var units = _map.UnitsAt(level.Code);
            foreach (var unit in units)
            {
                CheckBoundary(unit, invalid);
            }

            foreach (var (parent, parts, defects) in amiss[level.Depth])
            {
                _exact = false;
                defects.ForEach(defect => Add(level, parent, parts, defect));
            }

            if (IsAudited(level))
            {
                levels.Add(new LevelCoverage(level, units.Count, _gap, _overlap, _outside, _exact));
            }
        }

        return levels;
    }

    // The units above a level that its units do not tile. Parts of a unit without a boundary are held against each other alone: overlaps and holes are found all the same.
    private List<(GridUnit Parent, List<GridUnit> Parts, List<TilingDefect> Defects)> FindAmiss(GridLevel level)
    {
        var amiss = new List<(GridUnit Parent, List<GridUnit> Parts, List<TilingDefect> Defects)>();
        if (!IsAudited(level))
        {
            return amiss;
        }

        foreach (var parent in _map.UnitsAt(_map.Scheme.Levels[level.Depth - 1].Code))
        {
            var children = _map.ChildrenOf(parent.Code);
            var parts = new List<GridUnit>(children.Count);
            foreach (var child in children)
            {
                if (child.Boundary is not null)
                {
                    parts.Add(child);
                }
            }

            if (_tiling.Find(parent.Boundary, parts) is { Count: > 0 } defects)
            {
                amiss.Add((parent, parts, defects));
            }
        }

        return amiss;
    }

    private void CheckBoundary(GridUnit unit, HashSet<GridUnit> invalid)
    {
        if (unit.Boundary is not null && !invalid.Contains(unit))
        {
            return;
        }

        var name = scope.NameOf(unit);
        if (unit.Boundary is null)
        {
            if (unit.Kind != GridKind.OffTerritory && !IsOpenTop(unit))
            {
                _exact = false;
                Add(Finding.Error(CoverageMessages.Catalogue["coverage.no-geometry", name], FindingPlace.Of(name)), [name], unit.Level, null);
            }

            return;
        }

        _exact = false;
        foreach (var defect in BoundaryCheck.FindAll(unit.Boundary))
        {
            var message = CoverageMessages.Catalogue["coverage.invalid-geometry", scope.IsFlat && unit.Level.Depth == 0 ? scope.WholeOf(unit) : name, Text(defect.Kind), defect.At];
            Add(Finding.Error(message, FindingPlace.Of(name)), name.Length == 0 ? [] : [name], unit.Level, defect.At);
        }
    }

    // A level without a unit is not in use; a list without a cell leaves its outline empty.
    private bool IsAudited(GridLevel level) =>
        level.Depth > 0 && (_map.UnitsAt(level.Code).Count > 0 || (scope.IsFlat && _map.Units[0].Boundary is not null));

    // A list of cells without a parent has nothing around it.
    private bool IsOpenTop(GridUnit unit) => scope.IsFlat && unit.Level.Depth == 0;

    private void Add(GridLevel level, GridUnit parent, List<GridUnit> parts, TilingDefect defect)
    {
        var grids = EquatableArray.From(defect.Cells.Select(c => scope.NameOf(parts[c])));
        var (names, area, whole) = (string.Join(", ", grids), defect.SquareMetres.ToString("0.####", CultureInfo.InvariantCulture), scope.WholeOf(parent));
        switch (defect.Kind)
        {
            case TilingDefectKind.Gap:
                _gap += defect.SquareMetres;
                Add("coverage.gap", level, parent, grids, defect, whole, area, defect.At, grids.Count > 0 ? names : NoOther);
                break;
            case TilingDefectKind.Overlap:
                _overlap += defect.SquareMetres;
                Add(AreSame(parts, defect) ? "coverage.duplicate-geometry" : "coverage.overlap", level, parent, grids, defect, names, area, defect.At);
                break;
            case TilingDefectKind.Outside:
                _outside += defect.SquareMetres;
                Add("coverage.outside", level, parent, grids, defect, names, whole, area, defect.At);
                break;
            default:
                Add("coverage.unmatched-edges", level, parent, grids, defect, names, whole, defect.At);
                break;
        }
    }

    private void Add(
        string code, GridLevel level, GridUnit parent, EquatableArray<string> grids, TilingDefect defect, params ReadOnlySpan<object?> values)
    {
        var message = CoverageMessages.Catalogue[code, values];
        var finding = new Finding(SeverityOf(defect), message)
        {
            Place = FindingPlace.Of(grids.Count > 0 ? grids[0] : scope.NameOf(parent)),
            Measure = (decimal)Math.Round(defect.SquareMetres, 6),
            MeasureUnit = "m²",
        };
        findings.Add(new CoverageFinding(finding, grids) { Level = level, At = defect.At, Geometry = defect.Geometry, SquareMetres = defect.SquareMetres });
    }

    // What is thinner than the quantum has no geometry of its own. An outline that is drawn with fewer points along the same line is worth knowing, no more.
    private FindingSeverity SeverityOf(TilingDefect defect)
    {
        if (defect.Kind == TilingDefectKind.Coarser)
        {
            return FindingSeverity.Info;
        }

        var isThin = settings.ToleranceMetres > 0 && (defect.Geometry is null || BoundaryThickness.IsWithin(defect.Geometry, settings.ToleranceMetres));
        return defect.Kind == TilingDefectKind.Unmatched || isThin ? FindingSeverity.Warning : FindingSeverity.Error;
    }

    private void Add(Finding finding, EquatableArray<string> grids, GridLevel level, GeoPoint? at) =>
        findings.Add(new CoverageFinding(finding, grids) { Level = level, At = at });

    // Two units of the same points have the same edges, whatever point each begins with.
    private static bool AreSame(List<GridUnit> parts, TilingDefect defect) =>
        defect.Cells.Count > 1 && defect.Cells.All(c => parts[defect.Cells[0]].Boundary!.HasSameEdges(parts[c].Boundary!));

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
