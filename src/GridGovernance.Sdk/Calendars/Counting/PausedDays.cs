namespace GridGovernance.Sdk.Calendars;

/// <summary>How many whole days of a limit in days its pauses take away.</summary>
/// <remarks>Of each counted day a pause takes the share that it covers: of a working day the share of the shift that begins on it, a night shift
/// whole; of a calendar day the share of its 24 hours. Shares are exact fractions, added up over all pauses; without pauses nothing is allocated.</remarks>
internal readonly ref struct PausedDays
{
    private readonly DayTable _days;
    private readonly ShiftTable _shifts;
    private readonly ReadOnlySpan<PauseSpan> _pauses;

    /// <summary>Creates the counter.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="pauses">The pauses, disjoint and in order.</param>
    internal PausedDays(WorkCalendar calendar, ReadOnlySpan<PauseSpan> pauses)
    {
        _days = calendar.Days;
        _shifts = calendar.Shifts;
        _pauses = pauses;
    }

    /// <summary>Returns the whole days that are taken away.</summary>
    /// <param name="after">The day before the first day that could count.</param>
    /// <param name="last">The last day looked at.</param>
    /// <param name="working">True for working days, false for calendar days.</param>
    /// <param name="end">When the last day ends: a pause of it that comes later takes nothing. Days before it are looked at whole.</param>
    /// <returns>The days.</returns>
    internal int Lost(int after, int last, bool working, long end)
    {
        if (_pauses.Length == 0 || last <= after)
        {
            return 0;
        }

        var sum = default(FractionSum);
        foreach (var pause in _pauses)
        {
            // No shift lasts longer than until the end of the next day.
            var (from, to) = (Math.Max(pause.From, _days.StartOf(after + 1)), Math.Min(pause.To, _days.StartOf(last + 2)));
            if (from >= to)
            {
                continue;
            }

            if (working)
            {
                AddShifts(ref sum, from, to, after + 1, last - 1);
                AddShift(ref sum, from, Math.Min(to, end), last);
            }
            else
            {
                to = Math.Min(to, Math.Min(end, _days.StartOf(last + 1)));
                AddPosition(ref sum, Math.Max(from, to), 1);
                AddPosition(ref sum, from, -1);
            }
        }

        return (int)sum.Floor;
    }

    private void AddShifts(ref FractionSum sum, long from, long to, int first, int last)
    {
        var (dayFrom, dayTo) = (_days.DayAt(from), _days.DayAt(to));
        (first, last) = (Math.Max(first, dayFrom - 1), Math.Min(last, dayTo));
        var (wholeFrom, wholeTo) = (Math.Max(first, dayFrom + 1), Math.Min(last, dayTo - 2));
        if (wholeFrom <= wholeTo)
        {
            sum.Add(_shifts.Before(wholeTo + 1) - _shifts.Before(wholeFrom));
        }

        for (var day = first; day <= last; day++)
        {
            if (day == wholeFrom && wholeFrom <= wholeTo)
            {
                day = wholeTo;
                continue;
            }

            AddShift(ref sum, from, to, day);
        }
    }

    private void AddShift(ref FractionSum sum, long from, long to, int day)
    {
        if (_shifts.LengthOf(day) is > 0 and var length && from < to)
        {
            sum.Add(_shifts.Worked(day, from, to), length);
        }
    }

    // The position of an instant on an axis on which every calendar day is one long.
    private void AddPosition(ref FractionSum sum, long ticks, int sign)
    {
        var day = _days.DayAt(ticks);
        var start = _days.StartOf(day);
        sum.Add(sign * (long)day);
        sum.Add(sign * (ticks - start), _days.StartOf(day + 1) - start);
    }
}
