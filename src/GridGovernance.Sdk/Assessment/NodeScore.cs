namespace GridGovernance.Sdk.Assessment;

/// <summary>What a component gave a unit: its own value, and the points that it contributed to the score.</summary>
/// <remarks>
/// <para>The points of an additive node are exactly the sum of its children's. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class NodeScore
{
    private readonly Func<CaseTrace>? _trace;

    internal NodeScore(AssessmentNode node, decimal? value, decimal? points, NodeScore[] children, IndicatorValue? indicator, Func<CaseTrace>? trace)
    {
        (Node, Value, Points, Children, Indicator) = (node, value, points, children, indicator);
        _trace = trace;
    }

    /// <summary>Gets the component.</summary>
    public AssessmentNode Node { get; }

    /// <summary>Gets the component's own value as a share of a full score, 0..1; null when it is absent.</summary>
    public decimal? Value { get; }

    /// <summary>Gets the points that the component contributed to the score; 0 when it is absent, null when the unit has no score.</summary>
    public decimal? Points { get; }

    /// <summary>Gets the children; empty for a leaf.</summary>
    public IReadOnlyList<NodeScore> Children { get; }

    /// <summary>Gets a leaf's indicator value with its counts; null for an inner node.</summary>
    public IndicatorValue? Indicator { get; }

    /// <summary>Gets a value indicating whether the policy for absent values decided the leaf's value.</summary>
    public bool IsSubstituted => Indicator is { State: not IndicatorValueState.Present };

    /// <summary>Returns the cases behind a leaf; worked out when asked for.</summary>
    /// <returns>The case ids; <see cref="CaseTrace.None"/> for an inner node, or when the table came without cases.</returns>
    public CaseTrace Trace() => _trace?.Invoke() ?? CaseTrace.None;

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
}
