using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Benchmarks.References;

/// <summary>The dividing that comes to mind first: in each parent grids grow from random units, the smallest takes a neighbour next, and the most even of several tries stays.</summary>
public static class DistrictGrowth
{
    private const double Norm = 1_000;

    /// <summary>Divides.</summary>
    /// <param name="problem">The units, all with a parent.</param>
    /// <param name="tries">How many times each parent is tried.</param>
    /// <returns>The number of grids.</returns>
    public static long Run(DivisionProblem problem, int tries)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var units = problem.Units;
        var near = new List<int>[units.Count];
        for (var unit = 0; unit < near.Length; unit++)
        {
            near[unit] = [];
        }

        foreach (var edge in problem.Definition.Edges)
        {
            _ = problem.TryIndexOf(edge.From, out var from) & problem.TryIndexOf(edge.To, out var to);
            near[from].Add(to);
            near[to].Add(from);
        }

        var gridOf = new int[near.Length];
        Array.Fill(gridOf, -1);
        var grids = 0L;
        var random = SeededRandom.FromSeed(1);
        foreach (var parent in Enumerable.Range(0, units.Count).GroupBy(unit => units[unit].Parent, StringComparer.Ordinal))
        {
            var members = parent.ToArray();
            var total = members.Sum(unit => (long)units[unit].People);
            var count = Math.Max(1, (int)Math.Round(total / Norm));
            var best = double.PositiveInfinity;
            for (var attempt = 0; attempt < tries; attempt++)
            {
                best = Math.Min(best, Grow(units, near, members, count, random, gridOf, (double)total / count));
            }

            grids += best < double.PositiveInfinity ? count : 0;
        }

        return grids;
    }

    private static double Grow(EquatableArray<DivisionUnit> units, List<int>[] near, int[] members, int count, SeededRandom random, int[] gridOf, double mean)
    {
        foreach (var unit in members)
        {
            gridOf[unit] = -1;
        }

        var sizes = new long[count];
        var frontier = new Queue<int>[count];
        var queue = new PriorityQueue<int, long>();
        for (var grid = 0; grid < count; grid++)
        {
            var seed = members[random.NextInt32(members.Length)];
            while (gridOf[seed] >= 0)
            {
                seed = members[random.NextInt32(members.Length)];
            }

            frontier[grid] = new Queue<int>();
            Take(seed, grid);
        }

        while (queue.TryDequeue(out var grid, out _))
        {
            while (frontier[grid].TryDequeue(out var unit))
            {
                if (gridOf[unit] < 0)
                {
                    Take(unit, grid);
                    break;
                }
            }
        }

        return sizes.Max(size => Math.Abs(size - mean) / mean);

        void Take(int unit, int grid)
        {
            gridOf[unit] = grid;
            sizes[grid] += units[unit].People;
            foreach (var other in near[unit])
            {
                if (gridOf[other] < 0)
                {
                    frontier[grid].Enqueue(other);
                }
            }

            queue.Enqueue(grid, sizes[grid]);
        }
    }
}
