namespace GridGovernance.Sdk.Assessment;

/// <summary>What a ranked unit had in the tree that was ranked by.</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="Leaves">Its leaves, in document order.</param>
/// <param name="Adjustments">What came after the tree.</param>
internal sealed record WeighedCard(string Unit, NodeScore[] Leaves, IReadOnlyList<AdjustmentScore> Adjustments);
