using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.TestKit;

namespace GridGovernance.Sdk.Tests.Assessment;

public sealed class WeightedMeanTests
{
    [Fact]
    public void Of_KnownMeans_ComeOut()
    {
        (decimal, decimal)[] halves = [(0.5m, 0.25m), (0.5m, 1)];

        Assert.Equal(0.625m, WeightedMean.Of(AggregateKind.Arithmetic, null, halves));
        Assert.Equal(0.5m, WeightedMean.Of(AggregateKind.Geometric, null, halves));
        Assert.Equal(0.4m, WeightedMean.Of(AggregateKind.Harmonic, null, halves));
        Assert.Equal(0.512m, WeightedMean.Of(AggregateKind.Geometric, null, [(0.75m, 0.4096m), (0.25m, 1)]));
    }

    [Fact]
    public void Of_AZero_MakesTheMeanZeroUnlessThereIsAFloor()
    {
        (decimal, decimal)[] children = [(0.5m, 0), (0.5m, 1)];

        Assert.Equal(0m, WeightedMean.Of(AggregateKind.Geometric, null, children));
        Assert.Equal(0m, WeightedMean.Of(AggregateKind.Harmonic, null, children));
        Assert.Equal(0.1m, WeightedMean.Of(AggregateKind.Geometric, 0.01m, children));
        Assert.Equal(0.019801980198020m, WeightedMean.Of(AggregateKind.Harmonic, 0.01m, children));
    }

    [Property]
    public void Of_AnyChildren_AgreesWithFloatingPointAndIsOrdered(byte[] values, byte seed)
    {
        if (values.Length is 0 or > 10)
        {
            return;
        }

        var children = values.Select((value, i) => (Weight: (((seed + i) % 7) + 1) / 10m, Value: (value + 1) / 256m)).ToArray();
        var total = (double)children.Sum(static child => child.Weight);
        var geometric = Math.Exp(children.Sum(static child => (double)child.Weight * Math.Log((double)child.Value)) / total);
        var harmonic = total / children.Sum(static child => (double)child.Weight / (double)child.Value);

        Assert.Equal(geometric, (double)WeightedMean.Of(AggregateKind.Geometric, null, children), 1e-12);
        Assert.Equal(harmonic, (double)WeightedMean.Of(AggregateKind.Harmonic, null, children), 1e-12);
        Assert.True(WeightedMean.Of(AggregateKind.Harmonic, null, children) <= WeightedMean.Of(AggregateKind.Geometric, null, children) + 1e-15m);
        Assert.True(WeightedMean.Of(AggregateKind.Geometric, null, children) <= WeightedMean.Of(AggregateKind.Arithmetic, null, children) + 1e-15m);
    }

    [Property(MaxTest = 200)]
    public void Shapley_FewChildren_IsTheMeanGainOverAllOrders(byte[] values, bool harmonic)
    {
        if (values.Length is 0 or > 5)
        {
            return;
        }

        var kind = harmonic ? AggregateKind.Harmonic : AggregateKind.Geometric;
        var children = values.Select(static (value, i) => (Weight: (i + 1) / 10m, Value: value / 255m)).ToArray();
        var naive = new decimal[children.Length];
        var orders = Orders(Enumerable.Range(0, children.Length)).ToArray();
        foreach (var order in orders)
        {
            var (before, worth) = (new List<(decimal, decimal)>(), 0m);
            foreach (var child in order)
            {
                before.Add(children[child]);
                var now = WeightedMean.Of(kind, null, before);
                naive[child] += (now - worth) / orders.Length;
                worth = now;
            }
        }

        var shares = WeightedMean.Shapley(kind, null, children);
        for (var i = 0; i < naive.Length; i++)
        {
            Assert.InRange(shares[i] - naive[i], -1e-14m, 1e-14m);
        }
    }

    private static IEnumerable<int[]> Orders(IEnumerable<int> items)
    {
        int[] all = [.. items];
        return all.Length == 0 ? [[]] : all.SelectMany(first => Orders(all.Where(item => item != first)).Select(rest => (int[])[first, .. rest]));
    }

    // Alone worth 0.25 and 1, together 0.5: a gives 0.25 first or −0.5 last, b 1 first or 0.25 last.
    [Fact]
    public void Shapley_KnownMeans_AreSplitAsTheyMust()
    {
        Assert.Equal([-0.125m, 0.625m], WeightedMean.Shapley(AggregateKind.Geometric, null, [(0.5m, 0.25m), (0.5m, 1)]));
        Assert.Equal([0.25m], WeightedMean.Shapley(AggregateKind.Harmonic, null, [(0.5m, 0.25m)]));
        Assert.Equal([-0.445m, 0.545m], WeightedMean.Shapley(AggregateKind.Geometric, 0.01m, [(0.5m, 0), (0.5m, 1)]));

        // All orders of three by hand, and of four by a program in fractions.
        Near([113m / 840, -13m / 105, 117m / 280], WeightedMean.Shapley(AggregateKind.Harmonic, null, [(0.5m, 0.5m), (0.5m, 0.25m), (0.5m, 1)]));
        Near([1m / 9, -17m / 36, 13m / 36], WeightedMean.Shapley(AggregateKind.Harmonic, null, [(0.5m, 0.5m), (0.5m, 0), (0.5m, 1)]));
        Near([862559m / 6683040, -17947m / 238680, 2575309m / 6683040, -4681m / 119340], WeightedMean.Shapley(AggregateKind.Harmonic, null, [(0.2m, 0.5m), (0.3m, 0.25m), (0.4m, 1), (0.1m, 0.2m)]));

        static void Near(decimal[] expected, decimal[] shares) => Assert.All(expected.Zip(shares), static pair => Assert.InRange(pair.First - pair.Second, -1e-14m, 1e-14m));
    }

    [Fact]
    public void Of_ManyChildrenOrFine_IsTheirMean()
    {
        Assert.Equal(Math.Round(1m / 3, 15), WeightedMean.Of(AggregateKind.Arithmetic, null, [(0.5m, 0), (0.25m, 1)]));
        Assert.Equal(1m / 3, WeightedMean.Of(AggregateKind.Arithmetic, null, [(0.5m, 0), (0.25m, 1)], fine: true));
        Assert.Equal(0.1234567890123456789m, WeightedMean.Of(AggregateKind.Arithmetic, null, [(1, 0.1234567890123456789m)]));
        Assert.Equal(0.123456789012346m, WeightedMean.Of(AggregateKind.Harmonic, null, [(1, 0.1234567890123456789m)]));
        Assert.Equal(0.5m, WeightedMean.Of(AggregateKind.Harmonic, 0.5m, [(1, 0.1m)]));
        Assert.Equal(0m, WeightedMean.Of(AggregateKind.Arithmetic, null, [(0.5m, 0), (0.5m, 0)]));
    }
}
