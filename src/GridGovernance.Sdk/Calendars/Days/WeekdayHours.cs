using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>A weekday whose working hours differ from the standard, such as a short Friday.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Day">The weekday.</param>
/// <param name="Hours">Its hours.</param>
public sealed record WeekdayHours(IsoDayOfWeek Day, EquatableArray<DailyHours> Hours);
