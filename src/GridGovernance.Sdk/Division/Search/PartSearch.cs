namespace GridGovernance.Sdk.Division;

/// <summary>Searches a good plan of one parent.</summary>
internal static class PartSearch
{
    private const int Tries = 3;
    private const int MendingRounds = 8;

    // A handful of vertices needs more moves each: a temperature must be held for a while.
    private const int FewestVertices = 40;

    /// <summary>Searches.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="count">The number of grids.</param>
    /// <param name="shares">The number for each component.</param>
    /// <param name="random">The random numbers.</param>
    /// <param name="moves">How many moves are tried for each vertex.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The plan and its cost; null where no tree could be cut.</returns>
    internal static (int[] GridOf, double Cost)? Run(PartGraph part, int count, int[] shares, SeededRandom random, int moves, CancellationToken cancellation)
    {
        if (Draw(part, count, shares, random) is not { } gridOf)
        {
            return null;
        }

        var state = new SearchState(part, count, gridOf);
        if (count > 1)
        {
            var annealer = new Annealer(part, state, random);
            annealer.Run((long)moves * Math.Max(part.Count, FewestVertices), 1, cancellation);
            new Recombination(part, state, random).Mend(annealer, MendingRounds, cancellation);
        }

        return (gridOf, state.TotalCost());
    }

    /// <summary>Draws a first plan by recursive bisection over random spanning trees.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="count">The number of grids.</param>
    /// <param name="shares">The number for each component.</param>
    /// <param name="random">The random numbers.</param>
    /// <returns>The grid of each vertex; null where no tree could be cut.</returns>
    internal static int[]? Draw(PartGraph part, int count, int[] shares, SeededRandom random)
    {
        var gridOf = new int[part.Count];
        var splitter = new TreeSplitter(part, random);
        var next = 0;
        for (var c = 0; c < part.ComponentCount; c++)
        {
            var set = new List<int>();
            for (var v = 0; v < part.Count; v++)
            {
                if (part.Component[v] == c)
                {
                    set.Add(v);
                }
            }

            if (!Divide([.. set], shares[c]))
            {
                return null;
            }
        }

        return next == count ? gridOf : null;

        bool Divide(Span<int> set, int grids)
        {
            if (grids == 1)
            {
                foreach (var v in set)
                {
                    gridOf[v] = next;
                }

                next++;
                return true;
            }

            var (vertices, first) = splitter.Split(set, grids, Tries);
            return vertices > 0 && Divide(set[..vertices], first) && Divide(set[vertices..], grids - first);
        }
    }
}
