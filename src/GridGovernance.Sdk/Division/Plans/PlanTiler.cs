using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Division;

/// <summary>Makes the polygons of a plan's grids, parent by parent.</summary>
internal sealed class PlanTiler
{
    private readonly DivisionPlan _plan;
    private readonly DivisionProblem _problem;

    /// <summary>Begins.</summary>
    /// <param name="plan">The plan.</param>
    internal PlanTiler(DivisionPlan plan)
    {
        (_plan, _problem) = (plan, plan.Problem);
        Boundaries = new GridBoundary?[plan.Grids.Count];
        Outlines = new GridBoundary?[plan.Problem.Parents.Count];
    }

    /// <summary>Gets the polygon of each grid.</summary>
    internal GridBoundary?[] Boundaries { get; }

    /// <summary>Gets the outline that each parent's grids tile.</summary>
    internal GridBoundary?[] Outlines { get; }

    /// <summary>Gets what is to be said.</summary>
    internal List<Finding> Findings { get; } = [];

    /// <summary>Makes them.</summary>
    internal void Run()
    {
        var grids = new List<int>[Outlines.Length];
        for (var grid = 0; grid < Boundaries.Length; grid++)
        {
            (grids[_problem.ParentOf[_plan.UnitsOf(grid)[0]]] ??= []).Add(grid);
        }

        var outlines = _problem.Definition.Parents.Where(static parent => parent.Outline is not null)
            .ToDictionary(static parent => parent.Code, static parent => parent.Outline!, StringComparer.Ordinal);
        for (var parent = 0; parent < grids.Length; parent++)
        {
            Tile(parent, grids[parent], _problem.Parents[parent] is { } code ? outlines.GetValueOrDefault(code) : null);
        }
    }

    private void Tile(int parent, List<int> grids, GridBoundary? outline)
    {
        var hasPolygons = grids.TrueForAll(grid => Array.TrueForAll(_plan.UnitsOf(grid).ToArray(), unit => _problem.Units[unit].Boundary is not null));
        if (hasPolygons && Unite(parent, grids, outline) is { } amiss)
        {
            if (outline is not null && PartByNearest(parent, grids, outline))
            {
                return;
            }

            var name = _problem.Parents[parent] ?? "";
            Findings.Add(Finding.Warning(DivisionMessages.Catalogue["division.not-tiled", name], FindingPlace.Nowhere with { Subject = name }) with
            {
                Measure = (decimal)Math.Round(amiss, 3),
                MeasureUnit = "m²",
            });
        }
        else if (!hasPolygons && outline is not null)
        {
            PartByNearest(parent, grids, outline);
        }
    }

    // Null where the grids tile the parent; otherwise the area that is amiss.
    private double? Unite(int parent, List<int> grids, GridBoundary? outline)
    {
        var cells = new List<GridBoundary>(grids.Count);
        var isSound = true;
        foreach (var grid in grids)
        {
            var units = Array.ConvertAll(_plan.UnitsOf(grid).ToArray(), unit => _problem.Units[unit].Boundary!);
            if (TryDissolve(units) is { } cell)
            {
                Boundaries[grid] = cell;
                cells.Add(cell);
            }
            else
            {
                isSound = false;
                cells.AddRange(units);
            }
        }

        // Without an outline a hole is a lake and not a gap; an outline may lack corners that the units have on its straight lines.
        var defects = new TilingCheck().Find(outline, cells)
            .FindAll(defect => defect.Kind != TilingDefectKind.Coarser && (outline is not null || defect.Kind != TilingDefectKind.Gap));
        if (isSound && defects.Count == 0)
        {
            Outlines[parent] = TryDissolve(cells);
            return null;
        }

        return defects.Sum(static defect => defect.SquareMetres);
    }

    private bool PartByNearest(int parent, List<int> grids, GridBoundary outline)
    {
        var sites = new List<GeoPoint>();
        var gridOf = new List<int>();
        var taken = new HashSet<GeoPoint>();
        foreach (var grid in grids)
        {
            foreach (var unit in _plan.UnitsOf(grid))
            {
                if ((_problem.Units[unit].Place ?? _problem.Units[unit].Boundary?.LabelPoint) is { } place && outline.Contains(place) && taken.Add(outline.System.Round(place)))
                {
                    sites.Add(place);
                    gridOf.Add(grid);
                }
            }
        }

        if (sites.Count == 0 || Voronoi(outline, sites) is not { } tiling)
        {
            return false;
        }

        Outlines[parent] = tiling.Outline;
        foreach (var grid in grids)
        {
            var faces = Enumerable.Range(0, sites.Count).Where(site => gridOf[site] == grid).Select(site => tiling.Faces[site]).ToArray();
            Boundaries[grid] = faces.Length == 0 ? null : GridBoundary.Dissolve(faces);
            if (faces.Length == 0)
            {
                var code = _plan.Grids[grid].Code;
                Findings.Add(Finding.Warning(DivisionMessages.Catalogue["division.no-land", code], FindingPlace.Of(code)));
            }
        }

        return true;
    }

    private static VoronoiTiling? Voronoi(GridBoundary outline, List<GeoPoint> sites)
    {
        try
        {
            return VoronoiTiling.Create(outline, sites);
        }
        catch (ArgumentException)
        {
            // Places too close to each other to be told apart.
            return null;
        }
    }

    private static GridBoundary? TryDissolve(IReadOnlyList<GridBoundary> parts)
    {
        try
        {
            return GridBoundary.Dissolve(parts);
        }
        catch (ArgumentException)
        {
            // They overlap.
            return null;
        }
    }
}
