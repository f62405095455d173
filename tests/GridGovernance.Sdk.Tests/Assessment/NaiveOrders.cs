using GridGovernance.Sdk.Assessment;

namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>What each leaf adds to a tree of means, by walking through every order in which leaves can come while those of one component stay together.</summary>
internal sealed class NaiveOrders
{
    private readonly Dictionary<string, double> _sums = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lowering = new(StringComparer.Ordinal);
    private readonly int _orders;

    internal NaiveOrders(AssessmentSchemeDefinition scheme, IReadOnlyDictionary<string, decimal?> values)
    {
        foreach (var order in Orders(scheme.Children))
        {
            _orders++;
            var came = new HashSet<string>(StringComparer.Ordinal);
            var before = 0.0;
            foreach (var leaf in order.Where(leaf => values[leaf] is not null))
            {
                came.Add(leaf);
                var now = Mean(scheme.Aggregate, scheme.ZeroFloor, scheme.Children, values, came)!.Value;
                _sums[leaf] = _sums.GetValueOrDefault(leaf) + now - before;
                if (now < before - 1e-15)
                {
                    _lowering.Add(leaf);
                }

                before = now;
            }
        }
    }

    internal double Mean(string leaf) => _sums.GetValueOrDefault(leaf) / _orders;

    internal bool NeverLowers(string leaf) => !_lowering.Contains(leaf);

    private static double? Mean(AggregateKind kind, decimal? floor, IEnumerable<AssessmentNodeDefinition> nodes, IReadOnlyDictionary<string, decimal?> values, HashSet<string> came)
    {
        var present = nodes
            .Select(node => (Weight: (double)node.Weight!.Value, Value: node.Children.Count > 0 ? Mean(node.Aggregate!.Value, node.ZeroFloor, node.Children, values, came) : came.Contains(node.Code) ? (double?)values[node.Code] : null))
            .Where(static node => node.Value is not null)
            .Select(node => (node.Weight, Value: kind == AggregateKind.Arithmetic ? node.Value!.Value : Math.Max(node.Value!.Value, (double)(floor ?? 0))))
            .ToArray();
        var total = present.Sum(static node => node.Weight);
        return present.Length == 0 ? null
            : kind == AggregateKind.Arithmetic ? present.Sum(static node => node.Weight * node.Value) / total
            : present.Any(static node => node.Value == 0) ? 0
            : kind == AggregateKind.Geometric ? Math.Exp(present.Sum(static node => node.Weight * Math.Log(node.Value)) / total)
            : total / present.Sum(static node => node.Weight / node.Value);
    }

    private static IEnumerable<List<string>> Orders(IEnumerable<AssessmentNodeDefinition> nodes)
    {
        AssessmentNodeDefinition[] all = [.. nodes];
        if (all.Length == 0)
        {
            yield return [];
        }

        foreach (var first in all)
        {
            foreach (var own in first.Children.Count > 0 ? Orders(first.Children) : [[first.Code]])
            {
                foreach (var rest in Orders(all.Where(other => !ReferenceEquals(other, first))))
                {
                    yield return [.. own, .. rest];
                }
            }
        }
    }
}
