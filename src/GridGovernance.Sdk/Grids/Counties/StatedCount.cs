namespace GridGovernance.Sdk.Grids;

/// <summary>How many units of one level a county says it has.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Level">The level's code, such as <c>cell</c>.</param>
/// <param name="Count">The number of units.</param>
public sealed record StatedCount(string Level, int Count);
