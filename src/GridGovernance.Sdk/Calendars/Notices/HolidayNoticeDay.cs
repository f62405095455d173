using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>One day in a <see cref="HolidayNotice"/>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Name">The holiday's name as the notice gives it, such as 春节.</param>
/// <param name="Date">The date.</param>
/// <param name="IsOffDay">True when the day is off; false when it is worked to make up for one (调休上班).</param>
public sealed record HolidayNoticeDay(string Name, LocalDate Date, bool IsOffDay);
