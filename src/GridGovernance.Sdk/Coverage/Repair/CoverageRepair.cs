using System.Globalization;
using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Coverage;

/// <summary>Repairs a map on request: near points snap, overlaps get one owner, gaps go to a neighbour, parts outside are cut off.</summary>
/// <remarks>
/// <para>All borders of all levels are cut where they meet and each face inside the top gets one unit at every level, so that the result tiles exactly:
/// an audit of the repaired map finds nothing. A gap goes to the unit of the same parent with the longest border to it, from its rim inwards.</para>
/// <para>A unit that would be left without area, such as the second of two equal ones, makes the repair refuse: which one to keep is not for it to say.
/// So do a unit without any part at a level that others have parts at and a code that several cells of a list bear. Units that may overlap each other by a rule of the hierarchy keep doing so.</para>
/// </remarks>
public static class CoverageRepair
{
    /// <summary>Repairs a map at all levels.</summary>
    /// <param name="map">The map; every unit but off-territory ones needs a boundary.</param>
    /// <param name="settings">How; <see cref="RepairSettings.Default"/> when null.</param>
    /// <returns>The repaired map, or why there is none. A map without a finding comes back as it is, unless points are to snap.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is negative or not a number.</exception>
    public static RepairResult Run(GridMap map, RepairSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(map);
        return Run(new AuditScope(map, IsFlat: false), null, settings ?? RepairSettings.Default, []);
    }

    /// <summary>Repairs a list of cells.</summary>
    /// <param name="cells">The cells; every cell needs a boundary.</param>
    /// <param name="parent">The outline that they must tile; null where there is none: then bounded holes of their union are filled.</param>
    /// <param name="settings">How; <see cref="RepairSettings.Default"/> when null.</param>
    /// <returns>The repaired cells, or why there are none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cells"/> is null.</exception>
    /// <exception cref="ArgumentException">Boundaries are in different coordinate systems.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A setting is negative or not a number.</exception>
    public static RepairResult Run(IReadOnlyList<CoverageCell> cells, GridBoundary? parent = null, RepairSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(cells);
        var scope = new AuditScope(CellList.ToMap(cells, parent, out var order), IsFlat: true);
        return Run(scope, order, settings ?? RepairSettings.Default, [.. CellList.RepeatedCodes(cells, order)]);
    }

    private static RepairResult Run(AuditScope scope, int[]? order, RepairSettings settings, List<Finding> findings)
    {
        if (!(settings.SnapMetres >= 0) || !(settings.MostMovedSquareMetres >= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(settings), settings, "Expected a distance and an area of at least 0.");
        }

        var hasParent = scope.Map.Units.Count > 0 && scope.Map.Units[0].Boundary is not null;
        foreach (var unit in scope.Map.Units)
        {
            if (unit.Boundary is null && unit.Kind != GridKind.OffTerritory && !(scope.IsFlat && unit.Level.Depth == 0))
            {
                findings.Add(Fault(scope, "coverage.no-geometry", unit));
            }
        }

        findings.AddRange(WithoutParts(scope));
        if (findings.Count > 0 || (settings.SnapMetres == 0 && IsExact(scope)))
        {
            return new RepairResult(scope, order, hasParent, new FindingReport(findings), [], 0);
        }

        var plan = new RepairPlan(scope.Map, settings);
        var boundaries = plan.Boundaries();
        var repaired = new List<GridUnit>(boundaries.Length);
        var changes = new List<RepairChange>();
        var moved = 0.0;
        for (var i = 0; i < boundaries.Length; i++)
        {
            var unit = scope.Map.Units[i];
            var kept = unit.Boundary is { } old && boundaries[i] is { } made && old.HasSameEdges(made) ? old : boundaries[i];
            if (unit.Boundary is not null && kept is null)
            {
                findings.Add(Fault(scope, "coverage.repair-empties", unit));
            }
            else if (unit.Boundary is not null && !ReferenceEquals(kept, unit.Boundary))
            {
                var change = Compare(scope.NameOf(unit), unit.Boundary, kept!);
                changes.Add(change);
                moved += unit.Level == scope.Map.Scheme.Leaf ? change.GainedSquareMetres + change.LostSquareMetres : 0;
            }

            repaired.Add(new GridUnit
            {
                Code = unit.Code, Name = unit.Name, Level = unit.Level, Kind = unit.Kind, Parent = unit.Parent, Settlement = unit.Settlement, Boundary = kept,
            });
        }

        if (moved > settings.MostMovedSquareMetres)
        {
            string Text(double squareMetres) => squareMetres.ToString("0.####", CultureInfo.InvariantCulture);
            findings.Add(Finding.Error(CoverageMessages.Catalogue["coverage.repair-moves-too-much", Text(settings.MostMovedSquareMetres), Text(moved)]) with
            {
                Measure = (decimal)Math.Round(moved, 6),
                MeasureUnit = "m²",
            });
        }

        var map = findings.Count > 0 ? scope.Map : GridMap.Create(scope.Map.Scheme, repaired, out _)!;
        return new RepairResult(scope with { Map = map }, order, hasParent, new FindingReport(findings), changes.AsReadOnly(), moved);
    }

    // Where a level is in use, an area that has no part at it could only be left empty.
    private static IEnumerable<Finding> WithoutParts(AuditScope scope)
    {
        var (map, levels) = (scope.Map, scope.Map.Scheme.Levels);
        return from unit in map.Units
               where unit.Boundary is not null && unit.Level != map.Scheme.Leaf && (scope.IsFlat || map.UnitsAt(levels[unit.Level.Depth + 1].Code).Count > 0)
               where !map.ChildrenOf(unit.Code).Any(static part => part.Boundary is not null)
               select Finding.Error(CoverageMessages.Catalogue["coverage.repair-without-parts", scope.WholeOf(unit)], FindingPlace.Of(scope.NameOf(unit)));
    }

    private static bool IsExact(AuditScope scope)
    {
        var found = new List<CoverageFinding>();
        return new AreaAudit(scope, CoverageSettings.Default, found).Run().TrueForAll(static level => level.IsExact) && found.Count == 0;
    }

    // What the old area has and the new one has not is a gap in the old one, and the other way round outside it.
    private static RepairChange Compare(string code, GridBoundary before, GridBoundary after)
    {
        var (gained, lost) = (0.0, 0.0);
        foreach (var defect in new TilingCheck().Find(before, [after]))
        {
            gained += defect.Kind == TilingDefectKind.Outside ? defect.SquareMetres : 0;
            lost += defect.Kind == TilingDefectKind.Gap ? defect.SquareMetres : 0;
        }

        return new RepairChange(code, gained, lost);
    }

    private static Finding Fault(AuditScope scope, string code, GridUnit unit) =>
        Finding.Error(CoverageMessages.Catalogue[code, scope.NameOf(unit)], FindingPlace.Of(scope.NameOf(unit)));
}
