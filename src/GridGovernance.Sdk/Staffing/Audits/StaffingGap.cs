using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>A time in which a unit, or a person, departs from a staffing standard in one way.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Standard">The code of the standard.</param>
/// <param name="Kind">How it departs.</param>
/// <param name="Subject">The code of the unit, or the id of the person who holds too many seats.</param>
/// <param name="From">The first day of it within the days audited.</param>
/// <param name="To">The last day of it within the days audited, itself included.</param>
/// <param name="People">How many people, or for a person how many seats, were counted: what is farthest from the standard in that time.</param>
public sealed record StaffingGap(string Standard, StaffingGapKind Kind, string Subject, LocalDate From, LocalDate To, int People)
{
    /// <summary>Gets how many days it lasts.</summary>
    public int Days => Period.DaysBetween(From, To) + 1;
}
