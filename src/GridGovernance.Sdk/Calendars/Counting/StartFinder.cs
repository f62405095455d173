using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>Counts a limit backward: the last second at which it can start and still be due in time.</summary>
internal readonly ref struct StartFinder
{
    private readonly WorkCalendar _calendar;
    private readonly DayTable _days;
    private readonly CountingPolicy _policy;

    /// <summary>Creates a finder.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="policy">The policy.</param>
    internal StartFinder(WorkCalendar calendar, CountingPolicy policy)
    {
        _calendar = calendar;
        _days = calendar.Days;
        _policy = policy;
    }

    /// <summary>Finds the latest start.</summary>
    /// <param name="until">When it must be due at the latest, in Unix ticks.</param>
    /// <param name="leg">The limit, as the policy reads it.</param>
    /// <returns>The start, or the day that is unknown.</returns>
    internal DueDate Find(long until, LimitLeg leg) => leg.IsInHours ? FromHours(until, leg) : FromDays(until, leg);

    private DueDate FromHours(long until, LimitLeg leg)
    {
        var instant = Instant.FromUnixTimeTicks(until);
        var begin = leg.Unit == LimitUnit.UrgentHours
            ? Known(until - (leg.Amount * NodaConstants.TicksPerHour))
            : _calendar.SubtractWorkingTime(instant, Duration.FromHours(leg.Amount));
        return begin.IsKnown && _policy.HourStart == HourStart.NextHour
            ? Known(LocalHour.Begin(_calendar.Zone, begin.At.ToUnixTimeTicks()) - NodaConstants.TicksPerSecond)
            : begin;
    }

    private DueDate FromDays(long until, LimitLeg leg)
    {
        // The last day whose end is in time, and of those the last on which a limit may end.
        var last = _days.DayAt(until) + 1;
        while (EndOf(last) > until)
        {
            last--;
        }

        while (_policy.RollOver != RollOver.None || _policy.DayEnd == DayEnd.CloseOfBusiness)
        {
            var facts = _days.Facts(last);
            if (facts.Kind == DayKind.Unknown)
            {
                return DueDate.NeedsDay(_days.DateOf(last));
            }

            if (_policy.RollOver == RollOver.None || facts.IsWorking || (_policy.RollOver == RollOver.StatutoryHolidaysOnly && facts.Kind != DayKind.Holiday))
            {
                break;
            }

            last--;
        }

        var day = last;
        if (leg.Amount > 0)
        {
            var after = _policy.CountsStartDay ? 1 : 0;
            if (leg.Unit == LimitUnit.WorkingDays)
            {
                var counted = last + 1;
                for (var left = leg.Amount; left > 0; left -= _days.Facts(counted).IsWorking ? 1 : 0)
                {
                    if (!_days.IsKnown(--counted))
                    {
                        return DueDate.NeedsDay(_days.DateOf(counted));
                    }
                }

                day = counted - 1 + after;
            }
            else
            {
                day = leg.Unit == LimitUnit.CalendarDays ? last - leg.Amount + after : FromMonths(last, leg);
            }
        }

        var end = _days.StartOf(day + 1);
        if (_policy.DayEnd == DayEnd.CloseOfBusiness && (_policy.CountsStartDay || leg.Amount == 0))
        {
            // A start after business is closed belongs to the next day.
            if (!_days.IsKnown(day))
            {
                return DueDate.NeedsDay(_days.DateOf(day));
            }

            end = Math.Min(end, _days.CloseOf(day));
        }

        return DueDate.Known(Instant.FromUnixTimeTicks(end - NodaConstants.TicksPerSecond), _days.DateOf(day));
    }

    private int FromMonths(int last, LimitLeg leg)
    {
        // Months differ by three days at most, and a counted start day by one more.
        var day = DayTable.NumberOf(_days.DateOf(last).PlusMonths(-leg.Amount)) + 5;
        while (MonthArithmetic.LastDay(_days, day, leg, _policy.MonthEnd, _policy.CountsStartDay) > last)
        {
            day--;
        }

        return day;
    }

    private long EndOf(int day) => _policy.DayEnd == DayEnd.Midnight ? _days.StartOf(day + 1) : _days.CloseOf(day);

    private DueDate Known(long ticks) => DueDate.Known(Instant.FromUnixTimeTicks(ticks), _days.DateOf(_days.DayAt(ticks)));
}
