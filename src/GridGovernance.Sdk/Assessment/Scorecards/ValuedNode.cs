namespace GridGovernance.Sdk.Assessment;

/// <summary>A node with its value for one unit, before points are given out.</summary>
/// <param name="Node">The node.</param>
/// <param name="Value">Its value, 0..1; null when it is absent.</param>
internal sealed record ValuedNode(AssessmentNode Node, decimal? Value)
{
    /// <summary>Gets a leaf's indicator; null for others.</summary>
    internal IndicatorValue? Indicator { get; init; }

    /// <summary>Gets a value indicating whether the policy for absent values decided.</summary>
    internal bool IsSubstituted { get; init; }

    /// <summary>Gets what was deducted from a leaf of deductions.</summary>
    internal AdjustmentScore[] Deductions { get; init; } = [];

    /// <summary>Gets the children of an inner node.</summary>
    internal ValuedNode[] Children { get; init; } = [];

    /// <summary>Gets the weight of the children that have a value.</summary>
    internal decimal PresentWeight { get; init; }
}
