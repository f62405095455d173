using GridGovernance.Sdk.Division;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Division;

public sealed class EnsemblePartsTests
{
    [Theory]
    [InlineData(0.5, 0.5, 0.3173105078629141)]
    [InlineData(5, 2, 0.9473469826562889)]
    [InlineData(5, 12, 0.00760039)]
    public void ChiSquared_Upper_IsThePublishedFunction(double a, double x, double expected) => Assert.Equal(expected, ChiSquared.Upper(a, x), 1e-7);

    [Property(Arbitrary = [typeof(PlanarProblems)], MaxTest = 200)]
    public void SpanningTrees_OfAnyConnectedGrid_AreCounted(DivisionDefinition definition)
    {
        var part = Maps.Compile(definition with { Sizing = [new DivisionSizing { Grids = 1 }] }).Parts[0];
        if (part.ComponentCount > 1)
        {
            return;
        }

        var edges = Enumerable.Range(0, part.Count).SelectMany(v => part.NeighboursOf(v).ToArray().Where(w => w > v).Select(w => (v, w))).ToArray();
        if (edges.Length <= 16)
        {
            Assert.Equal(TreeWeights.Trees([.. Enumerable.Range(0, part.Count)], edges), new SpanningTrees(part).Count(new int[part.Count], 0), 1e-6);
        }
    }

    [Fact]
    public void UniformTree_OfASmallGraph_IsEachTreeEquallyOften()
    {
        // A square with a diagonal and a tail: eight trees.
        var part = Maps.Compile(Maps.Parse("a:1 b:1 c:1 d:1 e:1 | a-b b-c c-d d-a a-c d-e", grids: 1)).Parts[0];
        var tree = new UniformTree(part, SeededRandom.FromSeed(1));
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var draw = 0; draw < 8000; draw++)
        {
            tree.Draw([(draw + 3) % 5, (draw + 1) % 5, draw % 5, (draw + 4) % 5, (draw + 2) % 5]);
            Assert.All(Enumerable.Range(1, 4), i => Assert.Contains(tree.Above[tree.Order[i]], tree.Order[..i]));
            var edges = Enumerable.Range(0, 5).Where(v => tree.Above[v] >= 0).Select(v => (Math.Min(v, tree.Above[v]), Math.Max(v, tree.Above[v]))).Order();
            var key = string.Join(' ', edges);
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        Assert.Equal(8, counts.Count);
        Assert.True(ChiSquared.PValue(counts.ToDictionary(static pair => pair.Key, static _ => 1.0), counts) > 0.01);
    }

    [Property(MaxTest = 300)]
    public void MostCuts_AnyTree_IsNeverExceeded(int seed)
    {
        var random = new Random(seed);
        var count = random.Next(2, 14);
        var sizes = Enumerable.Range(0, count).Select(_ => (long)random.Next(0, 12)).ToArray();
        var above = Enumerable.Range(0, count).Select(v => v == 0 ? -1 : random.Next(3) == 0 ? random.Next(v) : v - 1).ToArray();
        var sums = sizes.ToArray();
        for (var v = count - 1; v > 0; v--)
        {
            sums[above[v]] += sums[v];
        }

        var least = random.Next(0, 20);
        var cuts = Enumerable.Range(1, count - 1).Count(v => sums[v] >= least && sums[0] - sums[v] >= least);

        Assert.InRange(cuts, 0, RecombinationChain.MostCuts([.. sizes.Order()], sizes.Sum(), least));
    }

    // Along a path of twenty tens: the places where both sides are large enough.
    [Theory]
    [InlineData(100, 1)]
    [InlineData(90, 3)]
    [InlineData(80, 5)]
    [InlineData(0, 19)]
    public void MostCuts_OfTwentyTens_IsAsManyAsAPathHas(int least, int expected) =>
        Assert.Equal(expected, RecombinationChain.MostCuts([.. Enumerable.Repeat(10L, 20)], 200, least));
}
