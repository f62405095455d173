using System.Numerics;

namespace GridGovernance.Sdk.Division;

/// <summary>All connected plans of a problem: unlabelled partitions of each parent into connected grids within the hard bounds.</summary>
public static class ConnectedPlans
{
    /// <summary>Counts them.</summary>
    /// <param name="problem">The problem, each of whose parents has at most 60 units, groups counted once. Where the number of grids is free, plans of every number count.</param>
    /// <param name="steps">How many steps the count of one parent may take.</param>
    /// <returns>The number of plans: the product over the parents; null where a parent is too large, or the steps did not suffice.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="problem"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is below 1.</exception>
    public static BigInteger? Count(DivisionProblem problem, long steps = 50_000_000)
    {
        ArgumentNullException.ThrowIfNull(problem);
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        var product = BigInteger.One;
        foreach (var part in problem.Parts)
        {
            if (part.Count == 0)
            {
                continue;
            }

            if (part.Count > ExactGraph.MostVertices)
            {
                return null;
            }

            var (graph, left, plans) = (new ExactGraph(part), steps, BigInteger.Zero);
            foreach (var count in GridCounts.Candidates(part))
            {
                var counter = new PlanCounter(graph, new SizeWindow(graph, count, double.PositiveInfinity, false), left);
                plans += (BigInteger)counter.Run(count);
                left -= counter.Steps;
                if (left <= 0)
                {
                    return null;
                }
            }

            product *= plans;
        }

        return product;
    }

    /// <summary>Lists the plans of a problem with one parent, in a fixed order.</summary>
    /// <param name="problem">The problem, of one parent with at most 60 units, groups counted once.</param>
    /// <returns>Each plan as the number of the grid, from 0, of each unit in the problem's order; found one by one as they are asked for.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="problem"/> is null.</exception>
    /// <exception cref="ArgumentException">The problem has several parents, a settled grid, or too many units.</exception>
    public static IEnumerable<EquatableArray<int>> List(DivisionProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var part = problem.Parts[0];
        if (problem.Parts.Length > 1 || part.Count is 0 or > ExactGraph.MostVertices || part.Settled.Count > 0)
        {
            throw new ArgumentException($"Expected one parent of 1 to {ExactGraph.MostVertices} units and no settled grid, but found {problem}.", nameof(problem));
        }

        return Listed(part);
    }

    private static IEnumerable<EquatableArray<int>> Listed(PartGraph part)
    {
        var graph = new ExactGraph(part);
        foreach (var count in GridCounts.Candidates(part))
        {
            foreach (var sets in new PlanLister(graph, new SizeWindow(graph, count, double.PositiveInfinity, false)).Run(count))
            {
                var gridOf = graph.GridOf(sets);
                var units = new int[part.Units.Length];
                for (var v = 0; v < gridOf.Length; v++)
                {
                    foreach (var unit in part.UnitsOf(v))
                    {
                        units[unit] = gridOf[v];
                    }
                }

                yield return EquatableArray.Create<int>(units);
            }
        }
    }
}
