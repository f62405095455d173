using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Benchmarks.References;

/// <summary>What a user of NodaTime would write: day after day, stretch after stretch, until the hours are used up.</summary>
public sealed class DayLoop
{
    private static readonly (LocalTime From, LocalTime To)[] Hours = [(new(8, 0), new(12, 0)), (new(14, 0), new(18, 0))];
    private readonly DateTimeZone _zone;
    private readonly HashSet<LocalDate> _off = [];
    private readonly HashSet<LocalDate> _makeup = [];

    /// <summary>Creates the loop over the holidays of a calendar.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public DayLoop(WorkCalendar calendar, LocalDate from, LocalDate to)
    {
        _zone = calendar.Zone;
        for (var date = from; date <= to; date = date.PlusDays(1))
        {
            var kind = calendar.Day(date).Kind;
            _ = kind == DayKind.Holiday ? _off.Add(date) : kind == DayKind.Makeup && _makeup.Add(date);
        }
    }

    /// <summary>Returns when so many working hours have passed.</summary>
    /// <param name="start">The start.</param>
    /// <param name="hours">The hours, above 0.</param>
    /// <returns>The instant.</returns>
    public Instant Due(Instant start, int hours)
    {
        var local = start.InZone(_zone).LocalDateTime;
        var left = Duration.FromHours(hours);
        for (var date = local.Date; ; date = date.PlusDays(1))
        {
            if (_off.Contains(date) || (date.DayOfWeek >= IsoDayOfWeek.Saturday && !_makeup.Contains(date)))
            {
                continue;
            }

            foreach (var (from, to) in Hours)
            {
                var begin = Instant.Max(start, (date + from).InZoneLeniently(_zone).ToInstant());
                var end = (date + to).InZoneLeniently(_zone).ToInstant();
                if (begin >= end)
                {
                    continue;
                }

                if (end - begin >= left)
                {
                    return begin + left;
                }

                left -= end - begin;
            }
        }
    }
}
