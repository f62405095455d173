using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>Counts a limit forward from its start: hours from an instant, days, months and years from a date; around pauses; to its due date.</summary>
/// <remarks>
/// <para>In hours, a pause takes away exactly the time that would have counted. In days, pauses are measured in days of the unit (a fraction of a
/// working day is the fraction of its working time) and added up; the day that makes another whole day full is not counted. So a pause outside
/// working time adds nothing to a limit in working time, and splitting a pause in two changes nothing.</para>
/// <para>Without pauses nothing is allocated.</para>
/// </remarks>
internal readonly ref struct DueCounter
{
    private readonly WorkCalendar _calendar;
    private readonly DayTable _days;
    private readonly CountingPolicy _policy;
    private readonly ReadOnlySpan<PauseSpan> _pauses;

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
    }

    private long OpenFrom => _pauses.Length > 0 && _pauses[^1].To == PauseSpan.Open ? _pauses[^1].From : long.MaxValue;

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
                day = inHours ? _days.DayAt(ticks) : day;
                if (!TryDays(ref day, leg, k == 0 && _policy.CountsStartDay, out problem))
                {
                    return problem;
                }
            }

            inHours = leg.IsInHours;
        }

        return inHours ? DueDate.Known(Instant.FromUnixTimeTicks(ticks), _days.DateOf(_days.DayAt(ticks))) : EndOf(day);
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

    /// <summary>Returns how many whole days of the unit the pauses take away.</summary>
    /// <param name="after">The day before the first day that could count.</param>
    /// <param name="last">The last day looked at.</param>
    /// <param name="working">True for working days, false for calendar days.</param>
    /// <returns>The days.</returns>
    internal int DaysLost(int after, int last, bool working)
    {
        if (_pauses.Length == 0 || last <= after)
        {
            return 0;
        }

        var (begin, end) = (_days.StartOf(after + 1), _days.StartOf(last + 1));
        var sum = default(FractionSum);
        foreach (var pause in _pauses)
        {
            var (from, to) = (Math.Max(pause.From, begin), Math.Min(pause.To, end));
            if (from < to)
            {
                AddPosition(ref sum, to, working, 1);
                AddPosition(ref sum, from, working, -1);
            }
        }

        return (int)sum.Floor;
    }

    // The position of an instant on an axis on which every counting day is one long.
    private void AddPosition(ref FractionSum sum, long ticks, bool working, int sign)
    {
        var day = _days.DayAt(ticks);
        var start = _days.StartOf(day);
        if (!working)
        {
            sum.Add(sign * (long)day);
            sum.Add(sign * (ticks - start), _days.StartOf(day + 1) - start);
            return;
        }

        sum.Add(sign * (long)_days.WorkdaysBefore(day));
        if (day < _days.End && _days.Facts(day).IsWorking)
        {
            var before = _calendar.Work.WorkedBefore(start);
            var length = _calendar.Work.WorkedBefore(_days.StartOf(day + 1)) - before;
            if (length > 0)
            {
                sum.Add(sign * (_calendar.Work.WorkedBefore(ticks) - before), length);
            }
        }
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

    /// <summary>Counts days, months or years.</summary>
    /// <param name="day">The day to count from; on success the last day, before any roll-over.</param>
    /// <param name="leg">The days.</param>
    /// <param name="countsStart">Whether the first day counts.</param>
    /// <param name="problem">Why there is none.</param>
    /// <returns>True on success.</returns>
    internal bool TryDays(ref int day, LimitLeg leg, bool countsStart, out DueDate problem)
    {
        problem = default;
        var working = leg.Unit == LimitUnit.WorkingDays;
        var after = countsStart ? day - 1 : day;
        if (leg.Amount == 0)
        {
            return true;
        }

        var amount = leg.Unit >= LimitUnit.Months ? MonthArithmetic.LastDay(_days, day, leg, _policy.MonthEnd, countsStart) - after : leg.Amount;
        var lost = 0;
        while (true)
        {
            int last;
            if (!working)
            {
                last = after + amount + lost;
            }
            else
            {
                var unknown = _days.NextUnknown(after + 1);
                last = unknown == after + 1 ? unknown : _days.Workday(_days.WorkdaysBefore(after + 1) + amount + lost - 1);
                if (last >= unknown)
                {
                    // A clock that stands still before the unknown day does not need it yet.
                    problem = OpenFrom < _days.StartOf(unknown) ? DueDate.Stopped : DueDate.NeedsDay(_days.DateOf(unknown));
                    return false;
                }
            }

            if (OpenFrom < _days.StartOf(last + 1))
            {
                problem = DueDate.Stopped;
                return false;
            }

            var more = DaysLost(after, last, working);
            if (more == lost)
            {
                day = last;
                return true;
            }

            lost = more;
        }
    }

    /// <summary>Rolls over, and ends the last day.</summary>
    /// <param name="last">The last day.</param>
    /// <returns>The due date.</returns>
    internal DueDate EndOf(int last)
    {
        var first = last;
        while (true)
        {
            var day = _policy.RollOver switch
            {
                RollOver.StatutoryHolidaysAndWeekends => _days.NextWorking(last),
                RollOver.StatutoryHolidaysOnly => _days.NextNoHoliday(last),
                _ => last,
            };
            if ((_policy.RollOver != RollOver.None || _policy.DayEnd == DayEnd.CloseOfBusiness) && !_days.IsKnown(day))
            {
                return DueDate.NeedsDay(_days.DateOf(day));
            }

            var at = _policy.DayEnd == DayEnd.Midnight ? _days.StartOf(day + 1) : _days.CloseOf(day);
            if (OpenFrom < at)
            {
                return DueDate.Stopped;
            }

            if (day == first || !IsWhollyPaused(day))
            {
                return DueDate.Known(Instant.FromUnixTimeTicks(at), _days.DateOf(day));
            }

            last = day + 1;
        }
    }

    private bool IsWhollyPaused(int day)
    {
        foreach (var pause in _pauses)
        {
            if (pause.From <= _days.StartOf(day) && pause.To >= _days.StartOf(day + 1))
            {
                return true;
            }
        }

        return false;
    }
}
