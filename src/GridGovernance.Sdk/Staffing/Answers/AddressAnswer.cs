using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Who answers for a place on a day, and every place in the chain below them at which nobody does.</summary>
/// <remarks>It names a person, or its last gap says that nobody in the chain acts. Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Unit">The narrowest unit that the place lies in; null where it lies in none.</param>
/// <param name="Seat">The seat of the chain that answers; null where nobody does.</param>
/// <param name="Acting">Who acts for that seat; null where nobody does.</param>
/// <param name="Gaps">What was passed over on the way up, the lowest first.</param>
public sealed record AddressAnswer(GridCode? Unit, Seat? Seat, ActingPerson? Acting, EquatableArray<AnswerGap> Gaps)
{
    /// <summary>Gets a value indicating whether somebody answers.</summary>
    public bool IsAnswered => Acting is not null;
}
