namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>Random weights of the children of a node.</summary>
internal static class RandomWeights
{
    // Distinct cuts of a thousand give positive weights that sum to exactly 1.
    internal static List<decimal> Of(Random random, int count)
    {
        var cuts = new SortedSet<int> { 0, 1000 };
        while (cuts.Count <= count)
        {
            cuts.Add(random.Next(1, 1000));
        }

        return [.. cuts.Zip(cuts.Skip(1), static (from, to) => (to - from) / 1000m)];
    }
}
