namespace GridGovernance.Sdk.Division;

/// <summary>Sizes and deviations of the grids of one parent.</summary>
internal static class PartMeasure
{
    /// <summary>Returns the deviation of one amount: |amount − mean| ÷ mean, 0 where nobody is there.</summary>
    /// <param name="amount">The grid's amount.</param>
    /// <param name="total">The parent's amount.</param>
    /// <param name="count">The number of grids.</param>
    internal static double Deviation(long amount, long total, int count) => total == 0 ? 0 : (double)Math.Abs((amount * count) - total) / total;

    /// <summary>Sums an amount by grid.</summary>
    /// <param name="amounts">The amount of each vertex.</param>
    /// <param name="gridOf">The grid of each vertex.</param>
    /// <param name="count">The number of grids.</param>
    internal static long[] Sums(long[] amounts, int[] gridOf, int count)
    {
        var sums = new long[count];
        for (var v = 0; v < amounts.Length; v++)
        {
            sums[gridOf[v]] += amounts[v];
        }

        return sums;
    }

    /// <summary>Returns the deviation of each grid over all measures.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="gridOf">The grid of each vertex.</param>
    /// <param name="count">The number of grids.</param>
    internal static double[] Deviations(PartGraph part, int[] gridOf, int count)
    {
        var deviations = new double[count];
        Raise(part.Size, 1);
        for (var m = 0; m < part.Extra.Length; m++)
        {
            Raise(part.Extra[m], part.ExtraWeight[m]);
        }

        return deviations;

        void Raise(long[] amounts, double weight)
        {
            var sums = Sums(amounts, gridOf, count);
            var total = sums.Sum();
            for (var grid = 0; grid < count; grid++)
            {
                deviations[grid] = Math.Max(deviations[grid], weight * Deviation(sums[grid], total, count));
            }
        }
    }

    /// <summary>Says whether every grid keeps the hard bounds and no two labels share one.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="gridOf">The grid of each vertex.</param>
    /// <param name="count">The number of grids.</param>
    internal static bool IsLegal(PartGraph part, int[] gridOf, int count)
    {
        var sizes = Sums(part.Size, gridOf, count);
        var others = Sums(part.Other, gridOf, count);
        for (var grid = 0; grid < count; grid++)
        {
            if (!part.Settings.Allows(sizes[grid], others[grid]))
            {
                return false;
            }
        }

        var labelled = new bool[count];
        for (var v = 0; v < gridOf.Length; v++)
        {
            if (part.Label[v] >= 0)
            {
                if (labelled[gridOf[v]])
                {
                    return false;
                }

                labelled[gridOf[v]] = true;
            }
        }

        return true;
    }

    /// <summary>Says whether every grid is connected.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="gridOf">The grid of each vertex.</param>
    /// <param name="count">The number of grids, each of which has a vertex.</param>
    internal static bool IsConnected(PartGraph part, int[] gridOf, int count)
    {
        Pieces(part, gridOf, out var pieces);
        return pieces == count;
    }

    /// <summary>Finds the connected pieces of all grids.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="gridOf">The grid of each vertex; those of −1 make pieces too.</param>
    /// <param name="count">The number of pieces.</param>
    /// <returns>The piece of each vertex.</returns>
    internal static int[] Pieces(PartGraph part, int[] gridOf, out int count)
    {
        var pieces = new int[part.Count];
        Array.Fill(pieces, -1);
        var stack = new int[part.Count];
        count = 0;
        for (var start = 0; start < part.Count; start++)
        {
            if (pieces[start] >= 0)
            {
                continue;
            }

            var top = 0;
            stack[top++] = start;
            pieces[start] = count;
            while (top > 0)
            {
                foreach (var w in part.NeighboursOf(stack[--top]))
                {
                    if (pieces[w] < 0 && gridOf[w] == gridOf[start])
                    {
                        pieces[w] = count;
                        stack[top++] = w;
                    }
                }
            }

            count++;
        }

        return pieces;
    }
}
