namespace GridGovernance.Sdk.Division;

/// <summary>Gives the names of old grids to new ones so that most stays under its name: an assignment of greatest sum, by shortest augmenting paths.</summary>
/// <remarks>After Jonker and Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems" (Computing 38, 1987).</remarks>
internal static class NameMatching
{
    /// <summary>Gives the names.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="home">The old grid of each vertex, from 0; −1 where it had none.</param>
    /// <param name="names">The number of old grids.</param>
    /// <param name="gridOf">The new grid of each vertex.</param>
    /// <param name="count">The number of new grids.</param>
    /// <returns>What does not stay under its name, and the old grid that each new one goes on from: one that it has vertices of, or −1.</returns>
    internal static (long Moved, int[] Names) Of(PartGraph part, int[] home, int names, int[] gridOf, int count)
    {
        var size = Math.Max(names, count);
        var kept = new long[size, size];
        var shares = new bool[size, size];
        var total = 0L;
        for (var v = 0; v < gridOf.Length; v++)
        {
            if (home[v] >= 0)
            {
                kept[gridOf[v], home[v]] += part.Size[v];
                shares[gridOf[v], home[v]] = true;
                total += part.Size[v];
            }
        }

        // Twice the sum, and one more for having anything at all: among equals a name goes on where something of it is.
        for (var grid = 0; grid < size; grid++)
        {
            for (var name = 0; name < size; name++)
            {
                kept[grid, name] = (kept[grid, name] * (size + 1)) + (shares[grid, name] ? 1 : 0);
            }
        }

        var pick = Assign(kept, size);
        var result = new int[count];
        for (var grid = 0; grid < count; grid++)
        {
            result[grid] = pick[grid] < names && shares[grid, pick[grid]] ? pick[grid] : -1;
            total -= kept[grid, pick[grid]] / (size + 1);
        }

        return (total, result);
    }

    // One row after the other, each along the path of least loss to a column that is free.
    private static int[] Assign(long[,] worth, int size)
    {
        var (rowPrice, columnPrice) = (new long[size + 1], new long[size + 1]);
        var (rowOf, before) = (new int[size + 1], new int[size + 1]);
        for (var row = 1; row <= size; row++)
        {
            rowOf[0] = row;
            var least = new long[size + 1];
            var isDone = new bool[size + 1];
            Array.Fill(least, long.MaxValue);
            var column = 0;
            do
            {
                isDone[column] = true;
                var (from, delta, next) = (rowOf[column], long.MaxValue, 0);
                for (var other = 1; other <= size; other++)
                {
                    if (isDone[other])
                    {
                        continue;
                    }

                    var loss = -worth[from - 1, other - 1] - rowPrice[from] - columnPrice[other];
                    (least[other], before[other]) = loss < least[other] ? (loss, column) : (least[other], before[other]);
                    (delta, next) = least[other] < delta ? (least[other], other) : (delta, next);
                }

                for (var other = 0; other <= size; other++)
                {
                    if (isDone[other])
                    {
                        rowPrice[rowOf[other]] += delta;
                        columnPrice[other] -= delta;
                    }
                    else
                    {
                        least[other] -= delta;
                    }
                }

                column = next;
            }
            while (rowOf[column] != 0);

            while (column != 0)
            {
                rowOf[column] = rowOf[before[column]];
                column = before[column];
            }
        }

        var pick = new int[size];
        for (var column = 1; column <= size; column++)
        {
            pick[rowOf[column] - 1] = column - 1;
        }

        return pick;
    }
}
