namespace GridGovernance.Sdk.Division;

/// <summary>What of an old grid is in a new one: the lineage of their codes.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="From">The code of the old grid; null for units that had none.</param>
/// <param name="To">The code of the new grid.</param>
/// <param name="Units">How many units.</param>
/// <param name="Households">Their households.</param>
/// <param name="People">Their people.</param>
public sealed record GridLineage(string? From, string To, int Units, long Households, long People);
