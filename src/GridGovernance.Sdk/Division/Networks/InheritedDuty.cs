namespace GridGovernance.Sdk.Division;

/// <summary>A duty that a new cell takes over from old ones.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Cell">The code of the new cell.</param>
/// <param name="Duty">The code of the duty.</param>
/// <param name="Network">The code of the old network.</param>
/// <param name="From">The codes of the old cells that it was done in, ascending.</param>
/// <param name="ShareByArea">How much of the new cell's area it was done in before, 0..1: below 1 the duty reaches new ground.</param>
public sealed record InheritedDuty(string Cell, string Duty, string Network, EquatableArray<string> From, double ShareByArea);
