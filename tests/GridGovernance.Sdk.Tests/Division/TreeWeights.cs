using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Tests.Division;

/// <summary>The stated distribution of an ensemble by plain counting: every partition, every set of edges that makes a tree.</summary>
internal static class TreeWeights
{
    /// <summary>Returns the weight of every plan within the bounds of the first sizing, by the grids of its units as numbers in the order of the units.</summary>
    internal static Dictionary<string, double> Of(DivisionDefinition definition, int grids)
    {
        var ids = definition.Units.Select(static unit => unit.Id).ToList();
        var edges = definition.Edges.Where(static edge => edge.Barrier is null).Select(edge => (A: ids.IndexOf(edge.From), B: ids.IndexOf(edge.To))).ToArray();
        var sizing = definition.Sizing[0];
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var plan in Partitions(ids.Count, grids))
        {
            var weight = 1.0;
            for (var grid = 0; grid < grids && weight > 0; grid++)
            {
                var own = Enumerable.Range(0, ids.Count).Where(unit => plan[unit] == grid).ToArray();
                var size = own.Sum(unit => definition.Units[unit].People);
                weight *= size < (sizing.MinPeople ?? 0) || size > (sizing.MaxPeople ?? int.MaxValue) ? 0 : Trees(own, [.. edges.Where(edge => plan[edge.A] == grid && plan[edge.B] == grid)]);
            }

            if (weight > 0)
            {
                weights.Add(string.Join(' ', plan), weight);
            }
        }

        return weights;
    }

    /// <summary>Counts the sets of edges that join all units without a circle.</summary>
    internal static int Trees(int[] units, (int A, int B)[] edges)
    {
        return Count(0, units.Length - 1, units.ToDictionary(static unit => unit));

        int Count(int first, int missing, Dictionary<int, int> pieces)
        {
            if (missing == 0)
            {
                return 1;
            }

            if (edges.Length - first < missing)
            {
                return 0;
            }

            var without = Count(first + 1, missing, pieces);
            var (a, b) = (pieces[edges[first].A], pieces[edges[first].B]);
            return a == b ? without : without + Count(first + 1, missing - 1, pieces.ToDictionary(static pair => pair.Key, pair => pair.Value == a ? b : pair.Value));
        }
    }

    // Each unit in a grid that is begun, or in the next.
    private static IEnumerable<int[]> Partitions(int units, int grids)
    {
        var plan = new int[units];
        return From(0, 0);

        IEnumerable<int[]> From(int unit, int begun)
        {
            if (unit == units)
            {
                if (begun == grids)
                {
                    yield return plan;
                }

                yield break;
            }

            for (var grid = 0; grid <= Math.Min(begun, grids - 1); grid++)
            {
                plan[unit] = grid;
                foreach (var whole in From(unit + 1, Math.Max(begun, grid + 1)))
                {
                    yield return whole;
                }
            }
        }
    }
}
