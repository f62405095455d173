namespace GridGovernance.Sdk.Assessment;

/// <summary>A score that was worked out without rounding, because it lies at the end of a grade band.</summary>
/// <param name="Score">The score, cut off behind as many decimals as a decimal holds.</param>
/// <param name="Grade">The grade.</param>
internal sealed record SettledScore(decimal Score, GradeBand? Grade);
