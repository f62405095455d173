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

    /// <summary>Returns the score for print: rounded, with parts that are rounded by the largest remainder so that they still sum to it.</summary>
    /// <param name="decimals">The decimals to keep, 0 to 10.</param>
    /// <returns>The printed score; null when there is none.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="decimals"/> is out of range.</exception>
    public PrintedScorecard? Print(int decimals = 2)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(decimals);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(decimals, 10);
        if (Score is null)
        {
            return null;
        }

        decimal[] parts = [.. Contributions.Select(static leaf => leaf.Points!.Value), .. Adjustments.Select(static adjustment => adjustment.Points)];
        var (sum, rounded) = LargestRemainder.Round(parts, decimals);
        var leaves = parts.Length - Adjustments.Count;
        return new PrintedScorecard(sum, EquatableArray.Create<decimal>(rounded.AsSpan(0, leaves)), EquatableArray.Create<decimal>(rounded.AsSpan(leaves)));
    }
}
