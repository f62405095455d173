namespace GridGovernance.Sdk.Assessment;

/// <summary>Gives out a unit's points over its tree, so that every node's points are exactly the sum of its children's.</summary>
/// <remarks>
/// Down a path of additive nodes a leaf's points are its full points times its value, without rounding. Under a node that is not additive each child
/// gets its Shapley share, and below it the share that it has among those who come with it (<see cref="LevelShares"/>); there, and where weights were redistributed, points are rounded to 15 decimals and the largest takes up the residue.
/// </remarks>
internal sealed class PointDistribution(AssessmentScheme scheme, bool scored, bool deep, Func<int, CaseTrace> trace)
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
            return node.IsLeaf || !deep ? Finish(valued, points, []) : Split(valued, points, full);
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

    // A share is one of a full value, never of the node's own: that may be next to nothing while its children's shares are not.
    private NodeScore Split(ValuedNode valued, decimal points, decimal full)
    {
        var present = Array.FindAll(valued.Children, static child => child.Value is not null);
        if (Array.TrueForAll(present, static child => child.Node.IsLeaf))
        {
            var shares = WeightedMean.Shapley(valued.Node.Aggregate!.Value, valued.Node.ZeroFloor, [.. present.Select(static child => (child.Node.Weight, child.Value!.Value))]);
            return Give(valued, points, child => shares[Array.IndexOf(present, child)] * full);
        }

        var levels = LevelShares.Of(valued);
        return Give(valued, points, child => (decimal)levels[child] * full);
    }

    private NodeScore Give(ValuedNode valued, decimal points, Func<ValuedNode, decimal> shareOf)
    {
        if (valued.Node.IsLeaf || valued.Value is null)
        {
            return Finish(valued, points, [.. valued.Children.Select(child => Give(child, 0, shareOf))]);
        }

        var (left, largest, shares) = (points, 0, new decimal[valued.Children.Length]);
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = valued.Children[i].Value is null ? 0 : Round(shareOf(valued.Children[i]));
            left -= shares[i];
            largest = Math.Abs(shares[i]) > Math.Abs(shares[largest]) || valued.Children[largest].Value is null ? i : largest;
        }

        shares[largest] += left;
        return Finish(valued, points, [.. valued.Children.Select((child, i) => Give(child, shares[i], shareOf))]);
    }

    private NodeScore Finish(ValuedNode valued, decimal? points, NodeScore[] children) => new(valued, points, children, trace);
}
