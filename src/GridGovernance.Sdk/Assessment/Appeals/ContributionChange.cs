namespace GridGovernance.Sdk.Assessment;

/// <summary>What a recomputation changed in one component of a score.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Component">The code of the leaf, or of the deduction, bonus or veto.</param>
/// <param name="Before">The points before; null without a score.</param>
/// <param name="After">The points after; null without a score.</param>
/// <param name="Cases">The ids of the corrected cases that stand behind the component, before or after.</param>
public sealed record ContributionChange(string Component, decimal? Before, decimal? After, EquatableArray<string> Cases);
