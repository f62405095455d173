namespace GridGovernance.Sdk.Assessment;

/// <summary>A unit's place in a ranking.</summary>
/// <remarks>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Unit">The unit's code.</param>
/// <param name="Rank">The rank, from 1.</param>
/// <param name="Score">The unrounded score that decided it.</param>
/// <param name="IsTied">Whether another unit has the same score.</param>
public sealed record RankedUnit(string Unit, int Rank, decimal Score, bool IsTied);
