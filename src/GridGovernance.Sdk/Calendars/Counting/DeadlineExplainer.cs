using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>Walks the way that <see cref="DueCounter"/> counts, and writes down every stretch with its reason.</summary>
internal sealed class DeadlineExplainer
{
    private readonly WorkCalendar _calendar;
    private readonly DayTable _days;
    private readonly DeadlineLedger _ledger;
    private readonly CountingPolicy _policy;
    private readonly PauseSpan[] _pauses;
    private readonly List<DeadlineInterval> _intervals = [];

    private DeadlineExplainer(WorkCalendar calendar, DeadlineLedger ledger)
    {
        _calendar = calendar;
        _days = calendar.Days;
        _ledger = ledger;
        _policy = ledger.Policy;
        var pauses = new PauseSpan[ledger.Pauses.Count];
        _pauses = pauses[..ledger.CopyPauses(pauses)];
    }

    private long OpenFrom => _pauses.Length > 0 && _pauses[^1].To == PauseSpan.Open ? _pauses[^1].From : long.MaxValue;

    /// <summary>Explains a clock.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="ledger">The clock.</param>
    /// <returns>The explanation.</returns>
    internal static DeadlineExplanation Explain(WorkCalendar calendar, DeadlineLedger ledger)
    {
        var explainer = new DeadlineExplainer(calendar, ledger);
        explainer.Walk();
        return new DeadlineExplanation(ledger, calendar.Zone.Id, ledger.Due(calendar), EquatableArray.From(explainer._intervals));
    }

    private void Walk()
    {
        var legs = new LimitLeg[_ledger.Extensions.Count + 1];
        var count = _ledger.CopyLegs(legs);
        var counter = new DueCounter(_calendar, _policy, _pauses);
        var (ticks, day, inHours) = (_ledger.StartedAt.ToUnixTimeTicks(), 0, true);
        for (var k = 0; k < count; k++)
        {
            var leg = legs[k];
            if (leg.IsInHours)
            {
                ticks = inHours ? ticks : _days.StartOf(day + 1);
                if (!TryWalkHours(counter, ref ticks, leg, k == 0))
                {
                    return;
                }
            }
            else
            {
                var countsStart = k == 0 && _policy.CountsStartDay;
                if (inHours && !counter.TryStartDay(ticks, leg, countsStart, out day, out _))
                {
                    return;
                }

                if (inHours)
                {
                    WalkStartDay(ticks, DueCounter.After(day, leg, countsStart), leg);
                }

                if (!TryWalkDays(counter, ref day, leg, countsStart, k == count - 1, ticks))
                {
                    return;
                }
            }

            inHours = leg.IsInHours;
        }
    }

    private void WalkStartDay(long ticks, int after, LimitLeg leg)
    {
        var first = _days.DayAt(ticks);
        if (after > first || (after == first && _policy.CountsStartDay && leg.Amount > 0))
        {
            Add(ticks, _days.StartOf(first + 1), IntervalKind.StartDay, "calendars.interval-start-closed", [Source(_policy.DayEndSource)], false);
            ticks = _days.StartOf(first + 1);
        }

        Add(ticks, _days.StartOf(after + 1), IntervalKind.StartDay, "calendars.interval-start-day", [Source(_policy.StartDaySource)], false);
    }

    private bool TryWalkHours(DueCounter counter, ref long ticks, LimitLeg leg, bool isFirst)
    {
        var begin = isFirst ? counter.HoursBegin(ticks) : ticks;
        Add(ticks, begin, IntervalKind.StartHour, "calendars.interval-start-hour", [Source(_policy.HourStartSource)], false);
        ticks = begin;
        var known = counter.TryHours(ref ticks, leg, out var problem);
        var end = known ? ticks : problem.UnknownDay is { } unknown ? Math.Max(begin, KnownUntil(DayTable.NumberOf(unknown))) : OpenFrom;
        if (leg.Unit == LimitUnit.UrgentHours)
        {
            AddAroundPauses(begin, end, IntervalKind.Running, CalendarMessages.All["calendars.interval-running"]);
        }
        else
        {
            WalkWorkingHours(begin, end);
        }

        return known;
    }

    private void WalkWorkingHours(long begin, long end)
    {
        var work = _calendar.Work;
        var cursor = begin;
        for (var k = work.At(begin); cursor < end; k++)
        {
            var (from, to) = k < work.Count ? work[k] : (end, end);
            (from, to) = (Math.Clamp(from, cursor, end), Math.Min(to, end));
            WalkGap(cursor, from);
            foreach (var (start, stop, day) in ByDay(from, to))
            {
                AddAroundPauses(start, stop, IntervalKind.Working, WorkingReason(day, "calendars.interval-working"));
            }

            cursor = Math.Max(to, from);
        }
    }

    // What is left of a known night shift is known, though the day that it runs into is not.
    private long KnownUntil(int unknown) => _calendar.Known.TryEnd(_days.StartOf(unknown), out var end) ? end : _days.StartOf(unknown);

    private void WalkGap(long begin, long end)
    {
        foreach (var (from, to, day) in ByDay(begin, end))
        {
            var cursor = from;
            for (var k = FirstClosure(from); k < _calendar.Closures.Count && _calendar.Closures[k].From < to; k++)
            {
                var closure = _calendar.Closures[k];
                if (closure.To > cursor && _days.Facts(day).IsWorking)
                {
                    AddIdle(cursor, Math.Max(cursor, closure.From), day);
                    cursor = Math.Max(cursor, closure.From);
                    Add(cursor, Math.Min(to, closure.To), IntervalKind.Closed, "calendars.interval-closed", [closure.Name, closure.Source], false);
                    cursor = Math.Min(to, closure.To);
                }
            }

            AddIdle(cursor, to, day);
        }
    }

    // Closures are in order of their beginnings and a day long at most; the clock may change meanwhile.
    private int FirstClosure(long from)
    {
        var (low, high) = (0, _calendar.Closures.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_calendar.Closures[middle].From < from - (2 * NodaConstants.TicksPerDay))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private void AddIdle(long from, long to, int day)
    {
        if (!_days.Facts(day).IsWorking)
        {
            var (kind, reason) = NatureOf(day);
            Add(from, to, kind, reason, false, 0);
            return;
        }

        // A night shift has its break on the day after it began.
        var isBreak = _calendar.Shifts.IsBreak(day, from, to) || _calendar.Shifts.IsBreak(day - 1, from, to);
        Add(from, to, isBreak ? IntervalKind.Lunch : IntervalKind.Night, isBreak ? "calendars.interval-lunch" : "calendars.interval-night", [], false);
    }

    private bool TryWalkDays(DueCounter counter, ref int day, LimitLeg leg, bool countsStart, bool isLast, long ticks)
    {
        var (after, amount, start) = (DueCounter.After(day, leg, countsStart), counter.Days(day, leg, countsStart), day);
        var known = counter.TryDays(ref day, leg, countsStart, isLast, out var problem);
        var last = known ? day : problem.UnknownDay is { } unknown ? DayTable.NumberOf(unknown) - 1 : _days.DayAt(OpenFrom) - 1;
        var paused = new PausedDays(_calendar, _pauses);
        var working = leg.Unit == LimitUnit.WorkingDays;
        var (lost, counted, moved) = (0, 0, amount == 0 && counter.PauseAt(counter.EndOf(start)) >= 0);
        for (var next = after + 1; next <= last; next++)
        {
            // A counted start day is counted whole, though only its rest lies on the way.
            var (from, to) = (Math.Max(_days.StartOf(next), countsStart ? ticks : long.MinValue), _days.StartOf(next + 1));
            var isDue = known && isLast && next == last;
            if (!isDue && next >= _days.End && RestOfPause(next, last) is var until && until > next)
            {
                // Far beyond the known calendar there is nothing to tell the days of one pause from each other.
                to = _days.StartOf(until);
                Add(from, to, IntervalKind.Pause, counted < amount ? "calendars.interval-pause-day" : "calendars.interval-pause-end", [CausesUntil(to)], false);
                (lost, next, moved) = (paused.Lost(after, until - 1, working, long.MaxValue), until - 1, moved || counted == amount);
                continue;
            }

            if (!isDue && counted < amount && next >= _days.End && RestUnpaused(next, Math.Min(last, next + amount - counted)) is var rest && rest > next)
            {
                Add(from, _days.StartOf(rest), IntervalKind.Unknown, CalendarMessages.All["calendars.interval-unknown"], true, rest - next);
                (counted, next) = (counted + rest - next, rest - 1);
                moved = counted == amount && counter.PauseAt(counter.EndOf(next)) >= 0;
                continue;
            }

            var lostNow = paused.Lost(after, next, working, isDue ? counter.EndOf(next) : next == last ? to : long.MaxValue);
            var (kind, reason) = NatureOf(next);
            var isCounting = !working || _days.Facts(next).IsWorking;
            if (isCounting && counted < amount && lostNow > lost)
            {
                Add(from, to, IntervalKind.Pause, "calendars.interval-pause-day", [CausesUntil(to)], false);
            }
            else if (isCounting && counted < amount)
            {
                Add(from, to, kind, reason, true, 1);
                counted++;
                moved = counted == amount && counter.PauseAt(counter.EndOf(next)) >= 0;
            }
            else if (isDue)
            {
                Add(from, to, IntervalKind.RollOver, moved ? "calendars.interval-pause-last" : "calendars.interval-roll-over", [moved ? CausesUntil(from) : Source(_policy.RollOverSource)], false);
            }
            else if (isCounting && counted == amount && counter.PauseAt(counter.EndOf(next)) is >= 0 and var pause && _days.Facts(next).IsWorking)
            {
                moved = true;
                Add(from, to, IntervalKind.Pause, "calendars.interval-pause-end", [Causes(_pauses[pause].From, _pauses[pause].To)], false);
            }
            else
            {
                Add(from, to, kind, reason, false, 0);
            }

            lost = lostNow;
        }

        if (known && isLast)
        {
            CutAt(counter.EndOf(day));
        }
        else if (problem.IsStopped && !known)
        {
            var from = Math.Max(_days.StartOf(Math.Max(last, after) + 1), countsStart ? ticks : long.MinValue);
            Add(from, OpenFrom, IntervalKind.Running, "calendars.interval-unfinished", [], false);
            CutAt(OpenFrom);
        }

        return known;
    }

    // The first day not before a day that a pause touches, at most a limit; the day itself when one does.
    private int RestUnpaused(int day, int limit)
    {
        foreach (var pause in _pauses)
        {
            limit = pause.To <= _days.StartOf(day) || pause.From >= _days.StartOf(limit) ? limit : Math.Max(day, _days.DayAt(pause.From));
        }

        return limit;
    }

    // The day after the last that the pause of a day covers whole; the day itself when none does.
    private int RestOfPause(int day, int last)
    {
        foreach (var pause in _pauses)
        {
            if (pause.From <= _days.StartOf(day) && pause.To != PauseSpan.Open && pause.To >= _days.StartOf(day + 2))
            {
                return Math.Min(last, _days.DayAt(pause.To));
            }
        }

        return day;
    }

    // A last day that ends with business is cut there, or lasts until the night shift is over; it counts as a day all the same.
    private void CutAt(long ticks)
    {
        var end = Instant.FromUnixTimeTicks(ticks);
        while (_intervals.Count > 0 && _intervals[^1].From >= end)
        {
            _intervals.RemoveAt(_intervals.Count - 1);
        }

        if (_intervals.Count > 0)
        {
            _intervals[^1] = _intervals[^1] with { To = end };
        }
    }

    private IEnumerable<(long From, long To, int Day)> ByDay(long from, long to)
    {
        while (from < to)
        {
            var day = _days.DayAt(from);

            // Outside the table, days are one as the other.
            var end = day >= _days.End ? to : Math.Min(to, _days.StartOf(Math.Max(day + 1, _days.First)));
            yield return (from, end, day);
            from = end;
        }
    }

    private (IntervalKind Kind, Message Reason) NatureOf(int day)
    {
        var facts = _days.Facts(day);
        return facts.Kind switch
        {
            DayKind.Working or DayKind.Makeup => (IntervalKind.Working, WorkingReason(day, "calendars.interval-working-day")),
            DayKind.Weekend => (IntervalKind.Weekend, CalendarMessages.All["calendars.interval-weekend"]),
            DayKind.Holiday => (IntervalKind.Holiday, CalendarMessages.All["calendars.interval-holiday", facts.Name, facts.Source]),
            DayKind.Closed => (IntervalKind.Closed, CalendarMessages.All["calendars.interval-closed", facts.Name, facts.Source]),
            _ => (IntervalKind.Unknown, CalendarMessages.All["calendars.interval-unknown"]),
        };
    }

    private Message WorkingReason(int day, string plain)
    {
        var facts = _days.Facts(day);
        return facts.Kind == DayKind.Makeup ? CalendarMessages.All["calendars.interval-makeup", facts.Name, facts.Source] : CalendarMessages.All[plain];
    }

    private void AddAroundPauses(long from, long to, IntervalKind kind, Message reason)
    {
        var cursor = from;
        foreach (var pause in _pauses)
        {
            if (pause.From < to && pause.To > cursor)
            {
                Add(cursor, Math.Max(cursor, pause.From), kind, reason, true, 0);
                cursor = Math.Max(cursor, pause.From);
                var end = Math.Min(to, pause.To);
                Add(cursor, end, IntervalKind.Pause, "calendars.interval-pause", [Causes(cursor, end)], false);
                cursor = end;
            }
        }

        Add(cursor, to, kind, reason, true, 0);
    }

    private string Causes(long from, long to) => string.Join("; ", _ledger.Pauses
        .Where(pause => pause.From.ToUnixTimeTicks() < to && (pause.To?.ToUnixTimeTicks() ?? PauseSpan.Open) > from)
        .Select(static pause => pause.Cause)
        .Distinct(StringComparer.Ordinal));

    // Several short pauses add up to the day that is not counted: all of them are its cause.
    private string CausesUntil(long to) => Causes(_ledger.StartedAt.ToUnixTimeTicks(), to);

    private LocalizedText Source(LocalizedText? article) => article ?? _policy.Source ?? _policy.Title ?? new LocalizedText(_policy.Code, _policy.Code);

    private void Add(long from, long to, IntervalKind kind, string code, ReadOnlySpan<object?> values, bool counted) =>
        Add(from, to, kind, CalendarMessages.All[code, values], counted, 0);

    private void Add(long from, long to, IntervalKind kind, Message reason, bool counted, int days)
    {
        if (from >= to)
        {
            return;
        }

        var (start, end) = (Instant.FromUnixTimeTicks(from), Instant.FromUnixTimeTicks(to));
        if (_intervals.Count > 0 && _intervals[^1] is var last && last.To == start && last.Kind == kind && last.IsCounted == counted
            && (last.CountedDays > 0) == (days > 0) && last.Reason.Equals(reason))
        {
            _intervals[^1] = last with { To = end, CountedDays = last.CountedDays + days };
        }
        else
        {
            _intervals.Add(new DeadlineInterval(start, end, kind, reason, counted) { CountedDays = days });
        }
    }
}
