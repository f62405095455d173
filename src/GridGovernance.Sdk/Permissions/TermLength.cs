using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Counts how far a term of so many days, months or years reaches.</summary>
internal static class TermLength
{
    /// <summary>Returns the last day of a term that begins on a day; null where the unit is none of a term's.</summary>
    internal static LocalDate? LastDay(LocalDate from, TimeLimit term) => term.Unit switch
    {
        // A limit is a hundred years at most: what begins in the last of the calendar's centuries never ends.
        _ when IsTerm(term) && from.Year > LocalDate.MaxIsoValue.Year - 101 => LocalDate.MaxIsoValue,
        LimitUnit.CalendarDays => from.PlusDays(term.Amount - 1),
        LimitUnit.Months => from.PlusMonths(term.Amount).PlusDays(-1),
        LimitUnit.Years => from.PlusYears(term.Amount).PlusDays(-1),
        _ => null,
    };

    /// <summary>Says whether terms can be counted in the unit of a limit.</summary>
    internal static bool IsTerm(TimeLimit term) => term.Unit is LimitUnit.CalendarDays or LimitUnit.Months or LimitUnit.Years;
}
