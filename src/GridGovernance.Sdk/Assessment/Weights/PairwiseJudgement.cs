namespace GridGovernance.Sdk.Assessment;

/// <summary>How much more one component counts than another, as experts judge it for the analytic hierarchy process (层次分析法).</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="More">The component that counts as much or more.</param>
/// <param name="Less">The component that counts as much or less.</param>
/// <param name="Times">How many times as much, 1 (equal) to 9 (absolutely more) on Saaty's scale.</param>
public sealed record PairwiseJudgement(string More, string Less, decimal Times);
