namespace GridGovernance.Sdk.Assessment;

/// <summary>A scheme's tree over fixed leaf values, scored again and again with other weights, in floating point.</summary>
internal sealed class WeightedTree
{
    // INVARIANT: children stand before their parent; the root is the last.
    private readonly AssessmentNode[] _nodes;
    private readonly int[][] _children;
    private readonly double[] _weights;

    // INVARIANT: by unit and node, the value of a leaf; NaN where it is absent, and for inner nodes.
    private readonly double[][] _values;
    private readonly WeighedAdjustments[] _adjustments;
    private readonly int[][] _siblings;
    private readonly double _scale;

    internal WeightedTree(WeighedScheme scheme)
    {
        var cards = scheme.Cards;
        _scale = (double)scheme.Scale;
        _nodes = [.. PostOrder(scheme.Root)];
        var positions = _nodes.Select(static (node, position) => (node, position)).ToDictionary(static pair => pair.node, static pair => pair.position);
        _children = [.. _nodes.Select(node => node.Children.Select(child => positions[child]).ToArray())];
        _weights = [.. _nodes.Select(static node => (double)node.Weight)];
        _values = new double[cards.Length][];
        _adjustments = [.. cards.Select(static card => new WeighedAdjustments(card))];
        for (var unit = 0; unit < _values.Length; unit++)
        {
            _values[unit] = new double[_nodes.Length];
            _values[unit].AsSpan().Fill(double.NaN);
            for (var leaf = 0; leaf < scheme.Leaves.Length; leaf++)
            {
                _values[unit][positions[scheme.Leaves[leaf]]] = (double?)cards[unit].Leaves[leaf].Value ?? double.NaN;
            }
        }

        Factors = [.. Enumerable.Range(0, _nodes.Length).Where(node => _nodes[node].Weight < 1)];
        _siblings = [.. _nodes.Select(node => node.Children.Select(child => Array.IndexOf(Factors, positions[child])).Where(static factor => factor >= 0).ToArray())];
    }

    /// <summary>Gets the components whose weight can change: those that have siblings.</summary>
    internal int[] Factors { get; }

    internal int UnitCount => _values.Length;

    internal string CodeOf(int factor) => _nodes[Factors[factor]].Code;

    /// <summary>Scores all units with other weights.</summary>
    /// <param name="multipliers">By factor, what its weight is multiplied by; siblings are scaled to sum to 1 again.</param>
    /// <param name="scores">Takes the scores.</param>
    internal void Score(ReadOnlySpan<double> multipliers, double[] scores)
    {
        var weights = (double[])_weights.Clone();
        for (var factor = 0; factor < Factors.Length; factor++)
        {
            weights[Factors[factor]] *= multipliers[factor];
        }

        var own = new double[_nodes.Length];
        for (var unit = 0; unit < scores.Length; unit++)
        {
            for (var node = 0; node < own.Length; node++)
            {
                own[node] = _children[node].Length == 0 ? _values[unit][node] : Mean(node, own, weights);
            }

            scores[unit] = _adjustments[unit].Score(own[^1] * _scale);
        }
    }

    /// <summary>Makes siblings sum to what they did, without leaving the band: all give, or take, in proportion to the room that each has left.</summary>
    /// <param name="multipliers">A multiplier a factor, from 1 − change to 1 + change.</param>
    /// <param name="change">How far a weight may change, as a share of itself.</param>
    internal void Balance(Span<double> multipliers, double change)
    {
        foreach (var group in _siblings)
        {
            double off = 0, room = 0;
            foreach (var factor in group)
            {
                off += _weights[Factors[factor]] * (multipliers[factor] - 1);
            }

            var end = off > 0 ? 1 - change : 1 + change;
            foreach (var factor in group)
            {
                room += _weights[Factors[factor]] * Math.Abs(multipliers[factor] - end);
            }

            // Whoever has room gives way in proportion; there is always at least as much of it as is asked for.
            var part = Math.Abs(off) / room;
            foreach (var factor in group)
            {
                multipliers[factor] += (end - multipliers[factor]) * part;
            }
        }
    }

    private double Mean(int node, double[] own, double[] weights)
    {
        var (kind, floor) = (_nodes[node].Aggregate, (double)(_nodes[node].ZeroFloor ?? 0));
        double sum = 0, weight = 0;
        foreach (var child in _children[node])
        {
            if (double.IsNaN(own[child]))
            {
                continue;
            }

            var value = kind == AggregateKind.Arithmetic ? own[child] : Math.Max(own[child], floor);
            if (kind != AggregateKind.Arithmetic && value <= 0)
            {
                return 0;
            }

            weight += weights[child];
            sum += weights[child] * (kind switch { AggregateKind.Geometric => FloatSeries.Ln(value), AggregateKind.Harmonic => 1 / value, _ => value });
        }

        return weight == 0 ? double.NaN : kind switch { AggregateKind.Geometric => FloatSeries.Exp(Math.Min(0, sum / weight)), AggregateKind.Harmonic => weight / sum, _ => sum / weight };
    }

    private static IEnumerable<AssessmentNode> PostOrder(AssessmentNode node) => node.Children.SelectMany(PostOrder).Append(node);
}
