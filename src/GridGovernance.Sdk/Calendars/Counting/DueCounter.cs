using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>Counts a limit forward from its start: hours from an instant, days, months and years from a date; around pauses; to its due date.</summary>
/// <remarks>
/// <para>In hours, a pause takes away exactly the time that would have counted. In days, each counted day loses the share that is paused
/// (<see cref="PausedDays"/>), and whole days are taken away. The last day is the first on which enough days are left, on which the limit may
/// end (roll-over), and whose end no pause covers: a clock falls due only while it runs.</para>
/// <para>Without pauses nothing is allocated.</para>
/// </remarks>
internal readonly ref struct DueCounter
{
    private readonly WorkCalendar _calendar;
    private readonly DayTable _days;
    private readonly CountingPolicy _policy;
    private readonly ReadOnlySpan<PauseSpan> _pauses;
    private readonly PausedDays _paused;

    /// <summary>Creates a counter.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="pauses">The pauses, disjoint and in order.</param>
    internal DueCounter(WorkCalendar calendar, CountingPolicy policy, ReadOnlySpan<PauseSpan> pauses)
    {
        _calendar = calendar;
        _days = calendar.Days;
        _policy = policy;
        _pauses = pauses;
        _paused = new PausedDays(calendar, pauses);
    }

    /// <summary>Gets when the pause began that lasts; the end of time when there is none.</summary>
    internal long OpenFrom => _pauses.Length > 0 && _pauses[^1].To == PauseSpan.Open ? _pauses[^1].From : long.MaxValue;

    private bool NeedsKnownLastDay => _policy.RollOver != RollOver.None || _policy.DayEnd != DayEnd.Midnight;

    /// <summary>Counts a single limit.</summary>
    /// <param name="start">Unix ticks.</param>
    /// <param name="leg">The limit, as the policy reads it.</param>
    /// <returns>The due date.</returns>
    internal DueDate Due(long start, LimitLeg leg) => Due(start, new ReadOnlySpan<LimitLeg>(in leg));

    /// <summary>Counts a limit with extensions in other units, one after the other; only the end of the last rolls over.</summary>
    /// <param name="start">Unix ticks.</param>
    /// <param name="legs">The parts; at least one.</param>
    /// <returns>The due date.</returns>
    internal DueDate Due(long start, ReadOnlySpan<LimitLeg> legs)
    {
        var ticks = start;
        var day = 0;
        var inHours = true;
        for (var k = 0; k < legs.Length; k++)
        {
            var leg = legs[k];
            DueDate problem;
            if (leg.IsInHours)
            {
                ticks = inHours ? ticks : _days.StartOf(day + 1);
                ticks = k == 0 ? HoursBegin(ticks) : ticks;
                if (!TryHours(ref ticks, leg, out problem))
                {
                    return problem;
                }
            }
            else
            {
                var countsStart = k == 0 && _policy.CountsStartDay;
                if ((inHours && !TryStartDay(ticks, leg, countsStart, out day, out problem))
                    || !TryDays(ref day, leg, countsStart, k == legs.Length - 1, out problem))
                {
                    return problem;
                }
            }

            inHours = leg.IsInHours;
        }

        return inHours
            ? DueDate.Known(Instant.FromUnixTimeTicks(ticks), _days.DateOf(_days.DayAt(ticks)))
            : DueDate.Known(Instant.FromUnixTimeTicks(EndOf(day)), _days.DateOf(day));
    }

    /// <summary>Returns when a limit in hours begins to run.</summary>
    /// <param name="start">Unix ticks of the start.</param>
    /// <returns>Unix ticks.</returns>
    internal long HoursBegin(long start)
    {
        if (_policy.HourStart == HourStart.AtOnce)
        {
            return start;
        }

        return LocalHour.Begin(_calendar.Zone, start) + NodaConstants.TicksPerHour;
    }

    /// <summary>Counts hours.</summary>
    /// <param name="ticks">The instant to count from; on success the instant that is reached.</param>
    /// <param name="leg">The hours.</param>
    /// <param name="problem">Why there is none.</param>
    /// <returns>True on success.</returns>
    internal bool TryHours(ref long ticks, LimitLeg leg, out DueDate problem)
    {
        var budget = leg.Amount * NodaConstants.TicksPerHour;
        foreach (var pause in _pauses)
        {
            if (pause.To <= ticks)
            {
                continue;
            }

            if (pause.From > ticks)
            {
                if (!TryRun(ticks, budget, leg.Unit, pause.From, out var reached, out var ran, out problem))
                {
                    return false;
                }

                if (ran == budget)
                {
                    ticks = reached;
                    return true;
                }

                budget -= ran;
            }

            if (budget == 0)
            {
                break;
            }

            if (pause.To == PauseSpan.Open)
            {
                problem = DueDate.Stopped;
                return false;
            }

            ticks = pause.To;
        }

        return TryRun(ticks, budget, leg.Unit, long.MaxValue, out ticks, out _, out problem);
    }

    // Runs from an instant until the budget is used up or the barrier is reached, whichever is first.
    private bool TryRun(long ticks, long budget, LimitUnit unit, long barrier, out long reached, out long ran, out DueDate problem)
    {
        problem = default;
        reached = ticks + budget;
        ran = budget;
        if (unit == LimitUnit.UrgentHours)
        {
            if (reached > barrier)
            {
                (reached, ran) = (barrier, barrier - ticks);
            }

            return true;
        }

        if (budget == 0)
        {
            reached = ticks;
            return true;
        }

        if (!_calendar.Known.TryEnd(ticks, out var known))
        {
            problem = DueDate.NeedsDay(_days.UnknownAt(ticks));
            return false;
        }

        var work = _calendar.Work;
        var before = work.WorkedBefore(ticks);
        reached = before + budget <= work.Total ? work.EarliestAt(before + budget) : long.MaxValue;
        if (reached > barrier && barrier <= known)
        {
            (reached, ran) = (barrier, work.WorkedBefore(barrier) - before);
        }
        else if (reached > known)
        {
            problem = DueDate.NeedsDay(_days.UnknownAt(known));
            return false;
        }

        return true;
    }

    /// <summary>Returns the day that days, months or years are counted from.</summary>
    /// <remarks>Where the day ends with business, a start when business is closed belongs to the next day: nothing is due before it starts.</remarks>
    /// <param name="ticks">Unix ticks of the start.</param>
    /// <param name="leg">The limit.</param>
    /// <param name="countsStart">Whether the day of the start counts.</param>
    /// <param name="day">The day.</param>
    /// <param name="problem">Why there is none.</param>
    /// <returns>True on success.</returns>
    internal bool TryStartDay(long ticks, LimitLeg leg, bool countsStart, out int day, out DueDate problem)
    {
        problem = default;
        day = _days.DayAt(ticks);
        if (_policy.DayEnd == DayEnd.CloseOfBusiness && (countsStart || leg.Amount == 0))
        {
            if (!_days.IsKnown(day))
            {
                problem = DueDate.NeedsDay(_days.DateOf(day));
                return false;
            }

            day += ticks >= _days.CloseOf(day) ? 1 : 0;
        }

        return true;
    }

    /// <summary>Counts days, months or years.</summary>
    /// <param name="day">The day to count from; on success the last day.</param>
    /// <param name="leg">The days.</param>
    /// <param name="countsStart">Whether the first day counts.</param>
    /// <param name="isLast">Whether it is due on the last day, which then rolls over; otherwise another part of the limit follows.</param>
    /// <param name="problem">Why there is none.</param>
    /// <returns>True on success.</returns>
    internal bool TryDays(ref int day, LimitLeg leg, bool countsStart, bool isLast, out DueDate problem)
    {
        problem = default;
        if (leg.Amount == 0 && !isLast)
        {
            return true;
        }

        var after = After(day, leg, countsStart);
        var amount = Days(day, leg, countsStart);
        var working = leg.Unit == LimitUnit.WorkingDays;
        var (lost, least) = (0, after);
        while (true)
        {
            if (!TryCandidate(after, amount, lost, least, working, out var last, out problem))
            {
                return false;
            }

            var end = isLast ? EndOf(last) : _days.StartOf(last + 1);
            if (OpenFrom < end)
            {
                problem = DueDate.Stopped;
                return false;
            }

            var more = _paused.Lost(after, last, working, end);
            if (amount > 0 && CountOf(after, last, working) - more < amount)
            {
                lost = working ? more : Math.Max(more, LostThroughPause(after, last));
                continue;
            }

            if (isLast && !TryRollOver(ref last, out problem))
            {
                return false;
            }

            if (!isLast || PauseAt(EndOf(last)) is not (>= 0 and var pause))
            {
                day = last;
                return true;
            }

            if (_pauses[pause].To == PauseSpan.Open)
            {
                problem = DueDate.Stopped;
                return false;
            }

            // Shifts end before the day after the next: until then, no day can end behind the pause.
            least = Math.Max(last + 1, _days.DayAt(_pauses[pause].To) - 1);
            if (NeedsKnownLastDay && _days.NextUnknown(last + 1) is var unknown && unknown < least)
            {
                problem = Missing(unknown);
                return false;
            }
        }
    }

    /// <summary>Returns the day before the first day that could count.</summary>
    /// <param name="day">The day to count from.</param>
    /// <param name="leg">The days.</param>
    /// <param name="countsStart">Whether that day counts.</param>
    /// <returns>The day.</returns>
    internal static int After(int day, LimitLeg leg, bool countsStart) => countsStart && leg.Amount > 0 ? day - 1 : day;

    /// <summary>Returns how many days a limit has: months and years by the calendar.</summary>
    /// <param name="day">The day to count from.</param>
    /// <param name="leg">The limit.</param>
    /// <param name="countsStart">Whether that day counts.</param>
    /// <returns>The days.</returns>
    internal int Days(int day, LimitLeg leg, bool countsStart) => leg.Unit >= LimitUnit.Months && leg.Amount > 0
        ? MonthArithmetic.LastDay(_days, day, leg, _policy.MonthEnd, countsStart) - After(day, leg, countsStart)
        : leg.Amount;

    /// <summary>Returns when a day ends by the policy.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Unix ticks.</returns>
    internal long EndOf(int day) => _policy.DayEnd == DayEnd.Midnight ? _days.StartOf(day + 1) : _days.CloseOf(day);

    // The first day on which, at best, enough days are left.
    private bool TryCandidate(int after, int amount, int lost, int least, bool working, out int last, out DueDate problem)
    {
        problem = default;
        last = Math.Max(after + amount + lost, least);
        if (!working || last == after)
        {
            return true;
        }

        var unknown = _days.NextUnknown(after + 1);
        last = unknown == after + 1 || least >= unknown
            ? unknown
            : _days.Workday(Math.Max(_days.WorkdaysBefore(after + 1) + amount + lost - 1, _days.WorkdaysBefore(Math.Max(least, after + 1))));
        if (last < unknown)
        {
            return true;
        }

        problem = Missing(unknown);
        return false;
    }

    private bool TryRollOver(ref int last, out DueDate problem)
    {
        problem = default;
        last = _policy.RollOver switch
        {
            RollOver.StatutoryHolidaysAndWeekends => _days.NextWorking(last),
            RollOver.StatutoryHolidaysOnly => _days.NextNoHoliday(last),
            _ => last,
        };
        if (!NeedsKnownLastDay || _days.IsKnown(last))
        {
            return true;
        }

        problem = Missing(last);
        return false;
    }

    // A clock that stands still before the unknown day is over does not need it yet.
    private DueDate Missing(int unknown) => OpenFrom < _days.StartOf(unknown + 1) ? DueDate.Stopped : DueDate.NeedsDay(_days.DateOf(unknown));

    private int CountOf(int after, int last, bool working) => working ? _days.WorkdaysBefore(last + 1) - _days.WorkdaysBefore(after + 1) : last - after;

    /// <summary>Returns the pause that covers the moment before an instant.</summary>
    /// <param name="end">Unix ticks of the instant.</param>
    /// <returns>Its index; negative when there is none.</returns>
    internal int PauseAt(long end)
    {
        for (var k = 0; k < _pauses.Length && _pauses[k].From < end; k++)
        {
            if (end <= _pauses[k].To)
            {
                return k;
            }
        }

        return -1;
    }

    // All days of a long pause are lost: there is no need to look at each.
    private int LostThroughPause(int after, int last)
    {
        foreach (var pause in _pauses)
        {
            if (pause.From <= _days.StartOf(last) && pause.To != PauseSpan.Open && pause.To >= _days.StartOf(last + 2))
            {
                var day = _days.DayAt(pause.To) - 1;
                return _paused.Lost(after, day, false, _days.StartOf(day + 1));
            }
        }

        return 0;
    }
}
