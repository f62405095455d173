namespace GridGovernance.Sdk.Assessment;

/// <summary>A component of a compiled scheme: the root, an inner node, or a leaf.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class AssessmentNode
{
    internal AssessmentNode(string code, LocalizedText title, decimal weight, decimal shareOfScheme)
    {
        (Code, Title, Weight, ShareOfScheme) = (code, title, weight, shareOfScheme);
    }

    /// <summary>Gets the code, unique in the scheme; the root has the scheme's.</summary>
    public string Code { get; }

    /// <summary>Gets the name.</summary>
    public LocalizedText Title { get; }

    /// <summary>Gets the share of the parent, 0..1; 1 for the root.</summary>
    public decimal Weight { get; }

    /// <summary>Gets the share of the whole scheme, 0..1: the product of the weights from the root down.</summary>
    public decimal ShareOfScheme { get; }

    /// <summary>Gets how the children's values become this node's; null for a leaf.</summary>
    public AggregateKind? Aggregate { get; internal init; }

    /// <summary>Gets the value that a child counts at least in a geometric or harmonic mean; null when a child worth 0 makes the node 0.</summary>
    public decimal? ZeroFloor { get; internal init; }

    /// <summary>Gets the children; empty for a leaf.</summary>
    public IReadOnlyList<AssessmentNode> Children { get; internal init; } = [];

    /// <summary>Gets what is deducted from a leaf's full points; empty for an inner node and for a leaf that normalises.</summary>
    public EquatableArray<Adjustment> Deductions { get; internal init; }

    /// <summary>Gets the indicator that a leaf normalises; null for an inner node and for a leaf of deductions.</summary>
    public Indicator? Indicator { get; internal init; }

    /// <summary>Gets which way a leaf's indicator is good; null for an inner node, or when its normalisation has no direction.</summary>
    public IndicatorDirection? Direction { get; internal init; }

    /// <summary>Gets the code of the assessor; null when none is named, or several are below.</summary>
    public string? Assessor { get; internal init; }

    /// <summary>Gets a leaf's stream; null for an inner node, or when no assessor is named.</summary>
    public AssessorStream? Stream { get; internal init; }

    /// <summary>Gets a value indicating whether the node has no children.</summary>
    public bool IsLeaf => LeafIndex >= 0;

    // INVARIANT: set for leaves that normalise, alone.
    internal Normalisation? Normalisation { get; init; }

    internal AbsenceDefinition? Missing { get; init; }

    internal AbsenceDefinition? Undefined { get; init; }

    internal OutlierDefinition? Outliers { get; init; }

    // INVARIANT: some node above is not additive, so that a value keeps all digits of a decimal.
    internal bool IsFine { get; init; }

    // INVARIANT: for a leaf that normalises, the number of its indicator in the scheme.
    internal int IndicatorIndex { get; init; } = -1;

    // INVARIANT: for a leaf, its position among the leaves in document order; −1 for inner nodes.
    internal int LeafIndex { get; init; } = -1;

    // INVARIANT: scale × ShareOfScheme without trailing zeros, so that a product with a share of 15 decimals is exact.
    internal decimal FullPoints { get; init; }

    /// <summary>Returns this component and all below it, in document order.</summary>
    /// <returns>The components.</returns>
    public IEnumerable<AssessmentNode> SelfAndDescendants() => Children.SelectMany(static child => child.SelfAndDescendants()).Prepend(this);

    /// <summary>Returns the code.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Code;
}
