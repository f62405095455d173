namespace GridGovernance.Sdk.Division;

/// <summary>Measures the grids of one plan.</summary>
internal sealed class QualityMeasurer
{
    private readonly DivisionPlan _plan;
    private readonly DivisionProblem _problem;
    private readonly PlanTiling _tiling;
    private readonly int[] _cut;
    private readonly double[] _inner;
    private readonly PlaceFrame _places;

    /// <summary>Begins.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="tiling">The polygons of its grids.</param>
    internal QualityMeasurer(DivisionPlan plan, PlanTiling tiling)
    {
        (_plan, _problem, _tiling) = (plan, plan.Problem, tiling);
        _cut = new int[plan.Grids.Count];
        _inner = new double[plan.Grids.Count];
        _places = new PlaceFrame(_problem.Definition);
        for (var e = 0; e < _problem.EdgeFrom.Length; e++)
        {
            var (a, b) = (plan.Assignment[_problem.EdgeFrom[e]], plan.Assignment[_problem.EdgeTo[e]]);
            if (a != b)
            {
                _cut[a]++;
                _cut[b]++;
            }
            else
            {
                _inner[a] += _problem.EdgeLength[e] / 1000.0;
            }
        }
    }

    /// <summary>Measures.</summary>
    /// <param name="groups">Groups beside those of the problem.</param>
    internal DivisionQuality Run(EquatableArray<DivisionGroup> groups)
    {
        var grids = new GridQuality[_plan.Grids.Count];
        var (distance, weight, within) = (0.0, 0L, 0);
        for (var grid = 0; grid < grids.Length; grid++)
        {
            var (sum, size) = Distances(grid);
            grids[grid] = Measure(grid, sum is { } metres && size > 0 ? metres / size : null);
            (distance, weight) = sum is null ? (distance, weight) : (distance + sum.Value, weight + size);
            within += Math.Abs(_plan.Grids[grid].DeviationFromMean) <= PartOf(grid).Settings.Tolerance ? 1 : 0;
        }

        var split = _problem.Definition.Groups.Concat(groups).Where(IsSplit).Select(static group => group.Name).ToArray();
        return new DivisionQuality(_plan, grids, split, weight > 0 ? distance / weight : null, grids.Length == 0 ? 1 : (double)within / grids.Length);
    }

    private PartGraph PartOf(int grid) => _problem.Parts[_problem.ParentOf[_plan.UnitsOf(grid)[0]]];

    private GridQuality Measure(int grid, double? distance)
    {
        var divided = _plan.Grids[grid];
        var quality = new GridQuality(divided.Code)
        {
            DeviationFromMean = divided.DeviationFromMean,
            DeviationFromNorm = divided.DeviationFromNorm,
            CutEdges = _cut[grid],
            MeanDistanceMetres = distance,
        };
        if (_tiling.Boundaries[grid] is { } boundary)
        {
            var shape = ShapeMeasure.Of(boundary);
            return quality with
            {
                AreaSquareMetres = shape.AreaSquareMetres,
                PerimeterMetres = shape.PerimeterMetres,
                PolsbyPopper = shape.PolsbyPopper,
                Reock = shape.Reock,
                MomentOfInertia = shape.MomentOfInertia,
            };
        }

        // Without polygons: areas add up, and of borders what two units of the grid share is inside.
        double? area = 0, border = -2 * _inner[grid];
        foreach (var unit in _plan.UnitsOf(grid))
        {
            area += _problem.Units[unit].AreaSquareMetres;
            border += _problem.Units[unit].PerimeterMetres;
        }

        return quality with
        {
            AreaSquareMetres = area,
            PerimeterMetres = border,
            PolsbyPopper = area is { } squareMetres && border is > 0 and var metres ? Math.Min(1, 4 * Math.PI * squareMetres / (metres * metres)) : null,
        };
    }

    private (double? Sum, long Size) Distances(int grid)
    {
        var countsPeople = PartOf(grid).Settings.CountsPeople;
        var units = _plan.UnitsOf(grid);
        double east = 0, north = 0;
        var size = 0L;
        foreach (var unit in units)
        {
            var weight = Weight(unit);
            if (weight > 0 && !_places.IsKnown(unit))
            {
                return (null, 0);
            }

            if (weight > 0)
            {
                var (x, y) = _places.At(unit);
                (east, north, size) = (east + (weight * x), north + (weight * y), size + weight);
            }
        }

        var sum = 0.0;
        foreach (var unit in units)
        {
            if (Weight(unit) is > 0 and var weight)
            {
                var (x, y) = _places.At(unit);
                var (dx, dy) = (x - (east / size), y - (north / size));
                sum += weight * Math.Sqrt((dx * dx) + (dy * dy));
            }
        }

        return (sum, size);

        int Weight(int unit) => countsPeople ? _problem.Units[unit].People : _problem.Units[unit].Households;
    }

    private bool IsSplit(DivisionGroup group)
    {
        var first = -1;
        foreach (var id in group.Units)
        {
            if (_problem.TryIndexOf(id, out var unit))
            {
                if (first >= 0 && _plan.Assignment[unit] != first)
                {
                    return true;
                }

                first = _plan.Assignment[unit];
            }
        }

        return false;
    }
}
