namespace GridGovernance.Sdk.Division;

/// <summary>All plans of a parent, each drawn as often as its spanning trees say.</summary>
internal sealed class WeightedPlans
{
    private readonly List<int[]> _plans = [];
    private readonly List<double> _upTo = [];

    /// <summary>Weighs plans.</summary>
    /// <param name="part">The parent.</param>
    /// <param name="plans">The plans, at least one.</param>
    /// <param name="count">The number of grids.</param>
    internal WeightedPlans(PartGraph part, IEnumerable<int[]> plans, int count)
    {
        var trees = new SpanningTrees(part);
        var sum = 0.0;
        foreach (var plan in plans)
        {
            var weight = 1.0;
            for (var grid = 0; grid < count; grid++)
            {
                weight *= trees.Count(plan, grid);
            }

            sum += weight;
            _plans.Add(plan);
            _upTo.Add(sum);
        }
    }

    /// <summary>Draws one.</summary>
    /// <param name="random">The random numbers.</param>
    internal int[] Next(SeededRandom random)
    {
        var at = random.NextDouble() * _upTo[^1];
        var (low, high) = (0, _upTo.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _upTo[middle] > at ? (low, middle) : (middle + 1, high);
        }

        return _plans[low];
    }
}
