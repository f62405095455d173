namespace GridGovernance.Sdk.Division;

/// <summary>Looks at every plan of a small parent within the bounds, each with the names that move least.</summary>
internal sealed class MoveLister
{
    private const int MostListed = 20_000;
    private const int ListSteps = 400_000;

    // A matching takes the third power of this.
    private const int MostGrids = 24;

    private readonly PartGraph _part;
    private readonly int[] _home;
    private readonly int _names;

    /// <summary>Begins.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="home">The old grid of each vertex, from 0; −1 where it had none.</param>
    /// <param name="names">The number of old grids.</param>
    internal MoveLister(PartGraph part, int[] home, int names) => (_part, _home, _names) = (part, home, names);

    /// <summary>Finds the plan that moves least, and among those the one of the smallest largest deviation.</summary>
    /// <param name="counts">The numbers of grids that are looked at.</param>
    /// <param name="low">The least size of a grid.</param>
    /// <param name="high">The largest size of a grid.</param>
    /// <returns>The plan, its number of grids and the old grid that each goes on from; null where there is none, or too many to be listed.</returns>
    internal (int[] GridOf, int Count, int[] Names, long Moved)? Run(IReadOnlyList<int> counts, long low, long high)
    {
        if (_part.Count > ExactGraph.MostVertices || _part.Extra.Length > 0 || Math.Max(_names, counts.DefaultIfEmpty(0).Max()) > MostGrids)
        {
            return null;
        }

        var graph = new ExactGraph(_part);
        var (steps, plans) = ((long)ListSteps, 0L);
        foreach (var count in counts)
        {
            var counter = new PlanCounter(graph, new SizeWindow(graph, count, low, high), steps);
            plans += (long)UInt128.Min((UInt128)counter.Run(count), MostListed + 1);
            steps -= counter.Steps;
            if (counter.IsExhausted || plans > MostListed || steps <= 0)
            {
                return null;
            }
        }

        (int[] GridOf, int Count, int[] Names, long Moved)? best = null;
        var bestDeviation = 0.0;
        foreach (var count in counts)
        {
            foreach (var sets in new PlanLister(graph, new SizeWindow(graph, count, low, high)).Run(count))
            {
                var gridOf = graph.GridOf(sets);
                var (moved, names) = NameMatching.Of(_part, _home, _names, gridOf, count);
                if (best is { } found && moved > found.Moved)
                {
                    continue;
                }

                var deviation = PartMeasure.Deviations(_part, gridOf, count).Max();
                if (best is not { } other || moved < other.Moved || deviation < bestDeviation)
                {
                    (best, bestDeviation) = ((gridOf, count, names, moved), deviation);
                }
            }
        }

        return best;
    }
}
