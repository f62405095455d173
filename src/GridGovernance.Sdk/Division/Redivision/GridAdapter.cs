namespace GridGovernance.Sdk.Division;

/// <summary>Makes more or fewer grids of the old ones: the largest is split, the smallest goes to the lightest neighbour.</summary>
internal static class GridAdapter
{
    private const int Tries = 3;

    /// <summary>Makes another number of grids.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="home">The old grid of each vertex; −1 where it had none.</param>
    /// <param name="start">A plan of as many grids as before, each of them connected.</param>
    /// <param name="old">How many grids there were.</param>
    /// <param name="count">How many there are to be.</param>
    /// <param name="random">The random numbers.</param>
    /// <returns>The grid of each vertex, and its old grid by the new number, −1 where that ends; null where no grid can be split or given away.</returns>
    internal static (int[] GridOf, int[] Home)? Adapt(PartGraph part, int[] home, int[] start, int old, int count, SeededRandom random)
    {
        var (gridOf, homes) = ((int[])start.Clone(), (int[])home.Clone());
        var splitter = new TreeSplitter(part, random);
        for (var grids = old; grids < count; grids++)
        {
            if (!Split(part, splitter, gridOf, grids))
            {
                return null;
            }
        }

        for (var grids = old; grids > count; grids--)
        {
            if (!GiveAway(part, gridOf, homes, grids))
            {
                return null;
            }
        }

        return (gridOf, homes);
    }

    // The lighter side gets the new number: it is what moves.
    private static bool Split(PartGraph part, TreeSplitter splitter, int[] gridOf, int grids)
    {
        var sizes = PartMeasure.Sums(part.Size, gridOf, grids);
        foreach (var grid in Enumerable.Range(0, grids).OrderByDescending(grid => sizes[grid]).ThenBy(static grid => grid))
        {
            int[] set = [.. Enumerable.Range(0, gridOf.Length).Where(v => gridOf[v] == grid)];
            if (set.Length < 2 || splitter.Split(set, 2, Tries) is not { Vertices: > 0 and var first })
            {
                continue;
            }

            var (one, other) = (set[..first], set[first..]);
            foreach (var v in one.Sum(v => part.Size[v]) < other.Sum(v => part.Size[v]) ? one : other)
            {
                gridOf[v] = grids;
            }

            return true;
        }

        return false;
    }

    private static bool GiveAway(PartGraph part, int[] gridOf, int[] homes, int grids)
    {
        var sizes = PartMeasure.Sums(part.Size, gridOf, grids);
        foreach (var grid in Enumerable.Range(0, grids).OrderBy(grid => sizes[grid]).ThenBy(static grid => grid))
        {
            var taker = -1;
            for (var v = 0; v < gridOf.Length; v++)
            {
                foreach (var w in gridOf[v] == grid ? part.NeighboursOf(v) : [])
                {
                    taker = gridOf[w] != grid && (taker < 0 || (sizes[gridOf[w]], gridOf[w]).CompareTo((sizes[taker], taker)) < 0) ? gridOf[w] : taker;
                }
            }

            if (taker < 0)
            {
                continue;
            }

            // The last number takes the place of the one that ends.
            var last = grids - 1;
            for (var v = 0; v < gridOf.Length; v++)
            {
                gridOf[v] = gridOf[v] == grid ? taker : gridOf[v];
                homes[v] = homes[v] == grid ? -1 : homes[v];
                gridOf[v] = gridOf[v] == last ? grid : gridOf[v];
                homes[v] = homes[v] == last ? grid : homes[v];
            }

            return true;
        }

        return false;
    }
}
