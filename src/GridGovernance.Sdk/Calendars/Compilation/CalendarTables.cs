namespace GridGovernance.Sdk.Calendars;

/// <summary>A compiled calendar.</summary>
/// <param name="Days">The days.</param>
/// <param name="Work">The working time.</param>
/// <param name="Shifts">The working time by the day on which it begins.</param>
/// <param name="Known">Where the working time is known.</param>
/// <param name="Closures">The closed hours of days that are worked otherwise.</param>
internal sealed record CalendarTables(DayTable Days, WorkTable Work, ShiftTable Shifts, KnownRuns Known, EquatableArray<ClosureSpan> Closures);
