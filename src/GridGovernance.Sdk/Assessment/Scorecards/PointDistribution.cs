namespace GridGovernance.Sdk.Assessment;

/// <summary>Gives out a unit's points over its tree, so that every node's points are exactly the sum of its children's.</summary>
/// <remarks>
/// Down a path of additive nodes a leaf's points are its full points times its value, without rounding. Under a node that is not additive each child
/// gets its Shapley share; there, and where weights were redistributed, points are rounded to 15 decimals and the largest takes up the residue.
/// </remarks>
internal sealed class PointDistribution(AssessmentScheme scheme, bool scored, Func<int, CaseTrace> trace)
{
    /// <summary>Gives out the points of a tree.</summary>
    /// <param name="root">The root with its values.</param>
    /// <returns>The same tree with points; null everywhere when the unit has no score.</returns>
    internal NodeScore Distribute(ValuedNode root) => Build(root, 1, scheme.IsExact);

    private static decimal Round(decimal points) => Math.Round(points, Normalisation.Decimals);

    private NodeScore Build(ValuedNode valued, decimal share, bool exact)
    {
        var node = valued.Node;
        if (!scored)
        {
            return Finish(valued, null, [.. valued.Children.Select(child => Build(child, 0, exact))]);
        }

        if (node.IsLeaf || node.Aggregate != AggregateKind.Arithmetic)
        {
            var full = exact ? node.FullPoints : scheme.Scale * share;
            var points = valued.Value is not { } value ? 0 : exact ? ExactPoints(valued, value) : Round(full * value);
            return node.IsLeaf ? Finish(valued, points, []) : Split(valued, points, full);
        }

        // While nothing was redistributed the share is the scheme's own, and no point is rounded.
        exact &= valued.PresentWeight == 1;
        var children = new NodeScore[valued.Children.Length];
        decimal sum = 0;
        for (var i = 0; i < children.Length; i++)
        {
            var child = valued.Children[i];
            children[i] = Build(child, child.Value is null ? 0 : share * child.Node.Weight / valued.PresentWeight, exact);
            sum += children[i].Points!.Value;
        }

        return Finish(valued, sum, children);
    }

    // What a leaf of deductions keeps is exact in points; its value is a rounded quotient of them.
    private static decimal ExactPoints(ValuedNode valued, decimal value) => valued is { Deductions.Length: > 0, IsSubstituted: false }
        ? valued.Node.FullPoints + valued.Deductions.Sum(static deduction => deduction.Points)
        : valued.Node.FullPoints * value;

    private NodeScore Split(ValuedNode valued, decimal points, decimal full)
    {
        if (valued.Node.IsLeaf)
        {
            return Finish(valued, points, []);
        }

        int[] present = [.. Enumerable.Range(0, valued.Children.Length).Where(child => valued.Children[child].Value is not null)];
        var shares = new decimal[valued.Children.Length];
        if (present.Length > 0)
        {
            SplitPresent(valued, points, full, present, shares);
        }

        return Finish(valued, points, [.. valued.Children.Select((child, i) => Split(child, shares[i], full * child.Node.Weight))]);
    }

    private static void SplitPresent(ValuedNode valued, decimal points, decimal full, int[] present, decimal[] shares)
    {
        var node = valued.Node;
        (decimal Weight, decimal Value)[] children = [.. present.Select(child => (valued.Children[child].Node.Weight, valued.Children[child].Value!.Value))];
        var worths = node.Aggregate == AggregateKind.Arithmetic
            ? [.. children.Select(child => child.Weight * child.Value / valued.PresentWeight)]
            : WeightedMean.Shapley(node.Aggregate!.Value, node.ZeroFloor, children);
        var (left, largest) = (points, present[0]);
        for (var i = 0; i < present.Length; i++)
        {
            // A node worth nothing may still have children whose shares cancel; points given to it all the same go by weight.
            var share = valued.Value > 0
                ? worths[i] / valued.Value.Value * points
                : (worths[i] * full) + (points * children[i].Weight / valued.PresentWeight);
            shares[present[i]] = Round(share);
            left -= shares[present[i]];
            largest = Math.Abs(shares[present[i]]) > Math.Abs(shares[largest]) ? present[i] : largest;
        }

        shares[largest] += left;
    }

    private NodeScore Finish(ValuedNode valued, decimal? points, NodeScore[] children) => new(valued, points, children, trace);
}
