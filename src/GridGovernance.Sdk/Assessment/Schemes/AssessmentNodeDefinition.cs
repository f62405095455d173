namespace GridGovernance.Sdk.Assessment;

/// <summary>A component of a scheme, as data: an inner node with children, a leaf that normalises one indicator, or a leaf of full points from which deductions are made.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record AssessmentNodeDefinition
{
    /// <summary>Gets the code, unique in the scheme; for a leaf also its indicator's, unless <see cref="Indicator"/> names another.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name; null when the code says it.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets the share of the parent, above 0 and at most 1; the shares of all siblings sum to exactly 1.</summary>
    public decimal? Weight { get; init; }

    /// <summary>Gets how the children's values become this node's; null for a leaf, and arithmetic when an inner node does not say.</summary>
    public AggregateKind? Aggregate { get; init; }

    /// <summary>Gets the value that a child counts at least, above 0 and at most 1, in a geometric or harmonic mean; null when a child worth 0 makes
    /// the node 0.</summary>
    public decimal? ZeroFloor { get; init; }

    /// <summary>Gets the children of an inner node; empty for a leaf.</summary>
    public EquatableArray<AssessmentNodeDefinition> Children { get; init; }

    /// <summary>Gets the code of a leaf's indicator; null when it is <see cref="Code"/>.</summary>
    public string? Indicator { get; init; }

    /// <summary>Gets which way a leaf's indicator is good; null when the catalogue says it, or the normalisation has none.</summary>
    public IndicatorDirection? Direction { get; init; }

    /// <summary>Gets how a leaf's value becomes a share of the full score; null for an inner node.</summary>
    public NormalisationDefinition? Normalise { get; init; }

    /// <summary>Gets what is deducted from the full points of a leaf, down to 0 (扣完为止); empty for an inner node and for a leaf that normalises.</summary>
    public EquatableArray<AdjustmentDefinition> Deductions { get; init; }

    /// <summary>Gets the code of the assessor who judges here and below; null when the parent's does.</summary>
    public string? Assessor { get; init; }

    /// <summary>Gets what happens here and below where a value is missing; null when the parent says it.</summary>
    public AbsenceDefinition? Missing { get; init; }

    /// <summary>Gets what happens here and below where a rate is over nothing; null when the parent says it.</summary>
    public AbsenceDefinition? Undefined { get; init; }

    /// <summary>Gets what happens here and below to values far from all others; null when the parent says it.</summary>
    public OutlierDefinition? Outliers { get; init; }
}
