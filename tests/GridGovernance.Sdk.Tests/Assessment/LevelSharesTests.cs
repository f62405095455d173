using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>Contributions below means that stand inside means.</summary>
public sealed class LevelSharesTests
{
    [Fact]
    public void Points_AHarmonicMeanInsideAGeometricOne_HaveTheirOwnSigns()
    {
        // All four orders by hand: a, b, c; b, a, c; c, a, b; c, b, a, with g = a alone, b alone, or their harmonic mean.
        var definition = Schemes.Of(Node("g", 0.5m, AggregateKind.Harmonic, Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)), Schemes.Leaf("c", 0.5m)) with { Aggregate = AggregateKind.Geometric };
        var card = Schemes.Compile(definition).Score(Schemes.Table(["a", "b", "c"], ("x", [1, 0.01m, 1])))[0];
        double both = 1 / 50.5, root = Math.Sqrt(both);
        double a = (1 + (both - 0.01) + 0 + (root - 0.1)) / 4, b = (0.01 + (both - 1) + (root - 1) + (0.1 - 1)) / 4, c = (root - both + 1) / 2;

        Assert.Equal([a, b, c], card.Contributions.Select(static leaf => (double)leaf.Points! / 100), static (left, right) => Math.Abs(left - right) < 1e-12);
        Assert.Equal(card.Score, card.Contributions.Sum(static leaf => leaf.Points));
        Assert.True(card.Contributions.First().Points > 0);
    }

    [Fact]
    public void Points_AWeightedSumInsideAGeometricMean_AreNotSplitByWeight()
    {
        var definition = Schemes.Of(Node("g", 0.5m, AggregateKind.Arithmetic, Schemes.Leaf("a", 0.5m), Schemes.Leaf("b", 0.5m)), Schemes.Leaf("c", 0.5m)) with { Aggregate = AggregateKind.Geometric };
        var card = Schemes.Compile(definition).Score(Schemes.Table(["a", "b", "c"], ("x", [0.2m, 0, 1])))[0];
        double both = Math.Sqrt(0.1), alone = Math.Sqrt(0.2);
        double a = (0.2 + 0.1 + (alone - 1) + both) / 4, b = (0 - 0.1 + (both - alone) - 1) / 4;

        Assert.Equal([a, b], card.Contributions.Take(2).Select(static leaf => (double)leaf.Points! / 100), static (left, right) => Math.Abs(left - right) < 1e-12);
        Assert.True(card.Contributions.First().Points > 0);
    }

    [Property(MaxTest = 60)]
    public void Points_TreesOfMeans_AreMeanGainsOverAllOrders(int seed)
    {
        var random = new Random(seed);
        var codes = new List<string>();
        var definition = Schemes.Of() with { Aggregate = (AggregateKind)(1 + random.Next(2)), Children = Children(2), Scale = 1 };
        var scheme = AssessmentScheme.Compile(definition, IndicatorCatalogue.Declare(EquatableArray.From(codes)), out _)!;
        var values = codes.ToDictionary(static code => code, _ => random.Next(8) switch { 0 => (decimal?)0, 1 => null, 2 => 1, _ => random.Next(1, 100) / 100m }, StringComparer.Ordinal);
        var card = scheme.Score(Schemes.Table([.. codes], ("x", [.. codes.Select(code => values[code])])))[0];
        if (card.Score is null)
        {
            return;
        }

        var naive = new NaiveOrders(definition, values);
        foreach (var leaf in card.Contributions)
        {
            Assert.Equal(naive.Mean(leaf.Node.Code), (double)leaf.Points!, 1e-9);
            Assert.False(naive.NeverLowers(leaf.Node.Code) && leaf.Points < -1e-12m, $"{leaf.Node.Code} lowers nothing, but has {leaf.Points}.");
        }

        Assert.Equal(card.Score, card.Contributions.Sum(static leaf => leaf.Points));
        Assert.All(card.Root.SelfAndDescendants().Where(static node => !node.Node.IsLeaf), static node => Assert.Equal(node.Points, node.Children.Sum(static child => child.Points)));

        EquatableArray<AssessmentNodeDefinition> Children(int depth)
        {
            var count = 1 + random.Next(depth == 2 ? 3 : 2);
            decimal[] weights = count == 1 ? [1] : count == 2 ? [0.3m, 0.7m] : [0.2m, 0.3m, 0.5m];
            return EquatableArray.From(weights.Select(weight =>
            {
                var code = $"n{codes.Count}-{depth}-{random.Next()}";
                if (depth > 0 && random.Next(2) == 0)
                {
                    var kind = (AggregateKind)random.Next(3);
                    return Node(code, weight, kind, []) with { Children = Children(depth - 1), ZeroFloor = kind != AggregateKind.Arithmetic && random.Next(2) == 0 ? 0.05m : null };
                }

                codes.Add(code);
                return Schemes.Leaf(code, weight);
            }).ToArray());
        }
    }

    [Fact]
    public void Points_TooManyGroupsToLookAtAll_SumAndStayBounded()
    {
        // Eighteen leaves in each of two sums below a geometric mean: orders are drawn, the same every time and everywhere.
        string[] codes = [.. Enumerable.Range(0, 36).Select(static leaf => $"l{leaf:00}")];
        var definition = Schemes.Of() with
        {
            Aggregate = AggregateKind.Geometric,
            Children = EquatableArray.From(Enumerable.Range(0, 2).Select(group => Node($"g{group}", 0.5m, AggregateKind.Arithmetic, [.. codes[(group * 18)..((group * 18) + 18)].Select((code, i) => Schemes.Leaf(code, i < 16 ? 0.05m : 0.1m))]))),
        };
        var scheme = AssessmentScheme.Compile(definition, IndicatorCatalogue.Declare(EquatableArray.Create<string>(codes)), out _)!;
        var table = Schemes.Table(codes, ("x", [.. codes.Select(static (_, i) => (decimal?)(i % 10) / 10m)]), ("y", [.. codes.Select(static _ => (decimal?)0.5m)]));
        var (card, again) = (scheme.Score(table)[0], scheme.Score(table)[0]);

        Assert.Equal(card.Score, card.Contributions.Sum(static leaf => leaf.Points));
        Assert.Equal(card.Contributions.Select(static leaf => leaf.Points), again.Contributions.Select(static leaf => leaf.Points));
        Assert.Equal("-5.483799 -3.375475 -1.992336 -0.176793", string.Join(' ', card.Contributions.Take(4).Select(static leaf => Math.Round(leaf.Points!.Value, 6).ToString(System.Globalization.CultureInfo.InvariantCulture))));
        Assert.All(card.Contributions, static leaf => Assert.InRange(leaf.Points!.Value, -100, 100));
        Assert.True(card.Contributions.Where((_, i) => i % 10 == 9).Min(static leaf => leaf.Points) > card.Contributions.Where((_, i) => i % 10 == 0).Max(static leaf => leaf.Points));

        // Where all are equal only those who come first add anything, each as often as the other: the drawn orders come near that.
        Assert.All(scheme.Score(table)[1].Contributions, static leaf => Assert.InRange(leaf.Points!.Value, 0m, 6m));
    }

    // Fourteen leaves in each of two sums are few enough to look at every group: what weighs and is worth the same has the same points.
    [Fact]
    public void Points_AsManyGroupsAsThereIsWorkFor_AreExact()
    {
        string[] codes = [.. Enumerable.Range(0, 28).Select(static leaf => $"l{leaf:00}")];
        var definition = Schemes.Of() with
        {
            Aggregate = AggregateKind.Geometric,
            Children = EquatableArray.From(Enumerable.Range(0, 2).Select(group => Node($"g{group}", 0.5m, AggregateKind.Arithmetic, [.. codes[(group * 14)..((group * 14) + 14)].Select((code, i) => Schemes.Leaf(code, i < 8 ? 0.05m : 0.1m))]))),
        };
        var scheme = AssessmentScheme.Compile(definition, IndicatorCatalogue.Declare(EquatableArray.Create<string>(codes)), out _)!;
        var points = scheme.Score(Schemes.Table(codes, ("x", [.. codes.Select(static (_, i) => (decimal?)(i < 14 ? 0.5m : 0.8m))])))[0].Contributions.Select(static leaf => leaf.Points!.Value).ToArray();

        Assert.All(Enumerable.Range(0, 28), leaf => Assert.InRange(points[leaf] - points[leaf - (leaf % 14) + (leaf % 14 < 8 ? 0 : 8)], -1e-9m, 1e-9m));
    }

    private static AssessmentNodeDefinition Node(string code, decimal weight, AggregateKind kind, params AssessmentNodeDefinition[] children) =>
        new() { Code = code, Weight = weight, Aggregate = kind, Children = EquatableArray.Create<AssessmentNodeDefinition>(children) };
}
