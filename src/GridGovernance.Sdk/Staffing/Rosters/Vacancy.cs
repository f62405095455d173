using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>A time in which nobody holds a seat (空缺).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Seat">The seat.</param>
/// <param name="From">The first day of it within the days asked for.</param>
/// <param name="To">The last day of it within the days asked for, itself included.</param>
public sealed record Vacancy(Seat Seat, LocalDate From, LocalDate To)
{
    /// <summary>Gets how many days it lasts.</summary>
    public int Days => Period.DaysBetween(From, To) + 1;
}
