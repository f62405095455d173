namespace GridGovernance.Sdk.Assessment;

/// <summary>A score as it is printed, with parts that sum to it to the last printed digit.</summary>
/// <remarks>
/// <para>Only print it: ranks and grades come from the unrounded score. Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Score">The score, rounded half away from zero (四舍五入).</param>
/// <param name="Contributions">The points of the leaves, in document order.</param>
/// <param name="Adjustments">The points of deductions, bonuses and vetoes, in their order.</param>
public sealed record PrintedScorecard(decimal Score, EquatableArray<decimal> Contributions, EquatableArray<decimal> Adjustments);
