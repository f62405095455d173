namespace GridGovernance.Sdk.Division;

/// <summary>A unit that changes hands.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Unit">The unit's id.</param>
/// <param name="From">The code of the grid that it leaves.</param>
/// <param name="To">The code of the grid that it joins.</param>
/// <param name="Households">Its households.</param>
/// <param name="People">Its people.</param>
public sealed record UnitMove(string Unit, string From, string To, int Households, int People);
