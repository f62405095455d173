namespace GridGovernance.Sdk.Assessment;

/// <summary>What a component gave a unit: its own value, and the points that it contributed to the score.</summary>
/// <remarks>
/// <para>The points of every node are exactly the sum of its children's; under a mean that is not additive a child's points are its Shapley share, which
/// may be negative. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class NodeScore
{
    private readonly Func<int, CaseTrace> _trace;

    internal NodeScore(ValuedNode valued, decimal? points, NodeScore[] children, Func<int, CaseTrace> trace)
    {
        (Node, Value, Points, Children) = (valued.Node, valued.Value, points, children);
        (Indicator, IsSubstituted, Deductions) = (valued.Indicator, valued.IsSubstituted, valued.Deductions);
        _trace = trace;
    }

    private NodeScore(NodeScore original, decimal points, IReadOnlyList<NodeScore> children)
    {
        (Node, Value, Points, Children) = (original.Node, original.Value, points, children);
        (Indicator, IsSubstituted, Deductions, _trace) = (original.Indicator, original.IsSubstituted, original.Deductions, original._trace);
    }

    /// <summary>Gets the component.</summary>
    public AssessmentNode Node { get; }

    /// <summary>Gets the component's own value as a share of a full score, 0..1; null when it is absent.</summary>
    public decimal? Value { get; }

    /// <summary>Gets the points that the component contributed to the score; 0 when it is absent, null when the unit has no score.</summary>
    public decimal? Points { get; }

    /// <summary>Gets the children; empty for a leaf.</summary>
    public IReadOnlyList<NodeScore> Children { get; }

    /// <summary>Gets the indicator value, with its counts, of a leaf that normalises; null for others.</summary>
    public IndicatorValue? Indicator { get; }

    /// <summary>Gets what was deducted from a leaf of deductions, in points of the scheme; empty for others.</summary>
    public IReadOnlyList<AdjustmentScore> Deductions { get; }

    /// <summary>Gets a value indicating whether the policy for absent values decided the leaf's value.</summary>
    public bool IsSubstituted { get; }

    /// <summary>Returns the cases behind a leaf; worked out when asked for.</summary>
    /// <returns>The case ids, of all its deductions together; <see cref="CaseTrace.None"/> for an inner node, or when the table came without cases.</returns>
    public CaseTrace Trace() => Node.IndicatorIndex >= 0 ? _trace(Node.IndicatorIndex) : CaseTrace.Union(Deductions.Select(static deduction => deduction.Trace()));

    /// <summary>Returns this component and all below it, in document order.</summary>
    /// <returns>The components.</returns>
    public IEnumerable<NodeScore> SelfAndDescendants()
    {
        yield return this;
        foreach (var child in Children)
        {
            foreach (var node in child.SelfAndDescendants())
            {
                yield return node;
            }
        }
    }

    /// <summary>Gives the rest that rounding left to the component that contributed most.</summary>
    /// <param name="residue">Points, far below what anybody prints.</param>
    /// <returns>The tree, whose points still sum.</returns>
    internal NodeScore WithResidue(decimal residue)
    {
        var largest = Children.MaxBy(static child => Math.Abs(child.Points ?? 0));
        return new NodeScore(this, Points!.Value + residue, [.. Children.Select(child => ReferenceEquals(child, largest) ? child.WithResidue(residue) : child)]);
    }
}
