namespace GridGovernance.Sdk.Assessment;

/// <summary>A unit's score with its whole derivation (考核得分明细): a tree of contributions down to the cases.</summary>
/// <remarks>
/// <para>The points of <see cref="Contributions"/> and of <see cref="Adjustments"/> together sum exactly to <see cref="Score"/>. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Scorecard
{
    internal Scorecard(string unit, decimal? score, GradeBand? grade, NodeScore root, AdjustmentScore[] adjustments, EquatableArray<StreamScore> streams)
    {
        (Unit, Score, Grade, Root, Adjustments, Streams) = (unit, score, grade, root, adjustments, streams);
    }

    /// <summary>Gets the unit's code.</summary>
    public string Unit { get; }

    /// <summary>Gets the unrounded score; null when the unit has none: a value is absent and the scheme does not say what counts instead,
    /// too little is present, or the two streams stay apart.</summary>
    public decimal? Score { get; }

    /// <summary>Gets the grade of the unrounded score; null without a score or when the scheme gives none.</summary>
    public GradeBand? Grade { get; }

    /// <summary>Gets the tree of components; its points are null when there is no score.</summary>
    public NodeScore Root { get; }

    /// <summary>Gets what deductions, bonuses and vetoes did after the tree, in their order; empty without a score.</summary>
    public IReadOnlyList<AdjustmentScore> Adjustments { get; }

    /// <summary>Gets the scores of the superior and the public stream; empty when the scheme names no assessors.</summary>
    public EquatableArray<StreamScore> Streams { get; }

    /// <summary>Gets the leaves in document order, whose points sum exactly to the root's.</summary>
    public IEnumerable<NodeScore> Contributions => Root.SelfAndDescendants().Where(static node => node.Node.IsLeaf);

    /// <summary>Gets the leaves whose value is absent: what counted instead is their <see cref="NodeScore.Value"/>.</summary>
    public IEnumerable<NodeScore> Absences => Contributions.Where(static leaf => leaf.IsSubstituted);
}
