namespace GridGovernance.Sdk.Division;

/// <summary>Lower bounds of the largest deviation that hold for every connected plan of a parent.</summary>
internal static class PartBound
{
    /// <summary>Returns the best of the bounds that are known: whole sizes, the largest unit, the parts that nothing joins, branches behind one unit.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="count">The number of grids.</param>
    /// <returns>A share of the mean, from 0.</returns>
    internal static double Deviation(PartGraph part, int count)
    {
        if (part.Total == 0 || part.Count == 0)
        {
            return 0;
        }

        var rest = part.Total % count;
        var bound = rest == 0 ? 0 : (double)Math.Max(rest, count - rest) / part.Total;
        bound = Math.Max(bound, PartMeasure.Deviation(Math.Max(part.Size.Max(), (part.Total + count - 1) / count), part.Total, count));
        if (part.ComponentCount > 1)
        {
            bound = Math.Max(bound, OfComponents(part, count));
        }

        return Math.Max(bound, OfBranches(part, count));
    }

    // A component makes a whole number of grids, and one of them is at least as far off as its own mean.
    private static double OfComponents(PartGraph part, int count)
    {
        var sizes = new long[part.ComponentCount];
        for (var v = 0; v < part.Count; v++)
        {
            sizes[part.Component[v]] += part.Size[v];
        }

        var bound = 0.0;
        foreach (var size in sizes)
        {
            var below = Math.Max(1, (long)((double)size * count / part.Total));
            bound = Math.Max(bound, Math.Min(Off(below), Off(below + 1)));

            // Rounded towards 0, so that the bound stays one.
            double Off(long grids) => (double)(Int128.Abs(((Int128)size * count) - ((Int128)part.Total * grids)) / grids) / part.Total;
        }

        return bound;
    }

    // Branches too light to be grids fall to the unit they hang on; where those together are too heavy, no plan is that even.
    private static double OfBranches(PartGraph part, int count)
    {
        var branches = CutVertices.Of(part);
        if (branches.Count == 0)
        {
            return 0;
        }

        long low = 0, high = part.Total * count;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (Fits(middle))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return (double)low / part.Total;

        bool Fits(long reach)
        {
            foreach (var branch in branches)
            {
                var held = part.Size[branch.Vertex];
                foreach (var size in branch.Sizes)
                {
                    held += (size * count) - part.Total < -reach ? size : 0;
                }

                if ((held * count) - part.Total > reach)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
