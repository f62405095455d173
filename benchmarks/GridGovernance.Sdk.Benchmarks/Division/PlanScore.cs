using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Benchmarks.Division;

/// <summary>How good a partition of units with areas and borders is, whoever made it: counted from the definition alone.</summary>
/// <param name="Grids">The number of grids that have a unit.</param>
/// <param name="Within">How many of them are within 5 % of their parent's mean.</param>
/// <param name="PolsbyPopper">The mean Polsby-Popper.</param>
/// <param name="Broken">How many are not connected, or reach over two parents.</param>
/// <param name="Worst">The largest deviation.</param>
internal sealed record PlanScore(int Grids, int Within, double PolsbyPopper, int Broken, double Worst)
{
    private const double Tolerance = 0.05;

    internal static PlanScore Of(DivisionProblem problem, int[] gridOf)
    {
        var count = gridOf.Max() + 1;
        var (people, area, border) = (new long[count], new double[count], new double[count]);
        var parent = new string?[count];
        var isBroken = new bool[count];
        var totals = new Dictionary<string, (long People, HashSet<int> Grids)>(StringComparer.Ordinal);
        for (var unit = 0; unit < gridOf.Length; unit++)
        {
            var (one, grid) = (problem.Units[unit], gridOf[unit]);
            people[grid] += one.People;
            area[grid] += one.AreaSquareMetres!.Value;
            border[grid] += one.PerimeterMetres!.Value;
            isBroken[grid] |= parent[grid] is not null && !string.Equals(parent[grid], one.Parent, StringComparison.Ordinal);
            parent[grid] = one.Parent;
            totals.TryAdd(one.Parent!, (0, []));
            totals[one.Parent!] = (totals[one.Parent!].People + one.People, totals[one.Parent!].Grids);
            totals[one.Parent!].Grids.Add(grid);
        }

        var root = Enumerable.Range(0, gridOf.Length).ToArray();
        foreach (var edge in problem.Definition.Edges)
        {
            _ = problem.TryIndexOf(edge.From, out var from) & problem.TryIndexOf(edge.To, out var to);
            if (gridOf[from] == gridOf[to])
            {
                border[gridOf[from]] -= 2 * edge.SharedMetres!.Value;
                root[Find(from)] = Find(to);
            }
        }

        var first = new Dictionary<int, int>();
        for (var unit = 0; unit < gridOf.Length; unit++)
        {
            isBroken[gridOf[unit]] |= !first.TryAdd(gridOf[unit], Find(unit)) && first[gridOf[unit]] != Find(unit);
        }

        var own = Enumerable.Range(0, count).Where(grid => parent[grid] is not null).ToArray();
        double DeviationOf(int grid) => totals[parent[grid]!] is var (total, grids) ? Math.Abs((people[grid] * (double)grids.Count / total) - 1) : 0;
        return new PlanScore(
            own.Length,
            own.Count(grid => DeviationOf(grid) <= Tolerance),
            own.Average(grid => Math.Min(1, 4 * Math.PI * area[grid] / (border[grid] * border[grid]))),
            own.Count(grid => isBroken[grid]),
            own.Max(DeviationOf));

        int Find(int unit)
        {
            while (root[unit] != unit)
            {
                unit = root[unit] = root[root[unit]];
            }

            return unit;
        }
    }
}
