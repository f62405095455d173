namespace GridGovernance.Sdk.Staffing;

/// <summary>Who acts for a seat on a day, and by virtue of which seat.</summary>
/// <remarks>Equality is by value. The default value names nobody. This type is immutable and safe to share between threads.</remarks>
/// <param name="Person">The opaque id of the person.</param>
/// <param name="Seat">The seat that they hold: the seat asked for, or the one that stands in for it.</param>
/// <param name="IsDeputy">Whether they stand in.</param>
public readonly record struct ActingPerson(string Person, Seat Seat, bool IsDeputy);
