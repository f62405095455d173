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
                day = inHours ? _days.DayAt(ticks) : day;
                if (inHours && (!countsStart || leg.Amount == 0))
                {
                    Add(ticks, _days.StartOf(day + 1), IntervalKind.StartDay, "calendars.interval-start-day", [Source()], false);
                }

                if (!TryWalkDays(counter, ref day, leg, countsStart, ticks))
                {
                    return;
                }
            }

            inHours = leg.IsInHours;
        }

        if (!inHours)
        {
            WalkRollOver(counter, day);
        }
    }

    private bool TryWalkHours(DueCounter counter, ref long ticks, LimitLeg leg, bool isFirst)
    {
        var begin = isFirst ? counter.HoursBegin(ticks) : ticks;
        Add(ticks, begin, IntervalKind.StartHour, "calendars.interval-start-hour", [Source()], false);
        ticks = begin;
        var known = counter.TryHours(ref ticks, leg, out var problem);
        var end = known ? ticks : problem.UnknownDay is { } unknown ? Math.Max(begin, _days.StartOf(DayTable.NumberOf(unknown))) : OpenFrom;
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

    private void WalkGap(long begin, long end)
    {
        foreach (var (from, to, day) in ByDay(begin, end))
        {
            var cursor = from;
            foreach (var closure in _calendar.Closures)
            {
                if (closure.From < to && closure.To > cursor && _days.Facts(day).IsWorking)
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

    private void AddIdle(long from, long to, int day)
    {
        if (!_days.Facts(day).IsWorking)
        {
            var (kind, reason) = NatureOf(day);
            Add(from, to, kind, reason, false, 0);
            return;
        }

        var work = _calendar.Work;
        var isWithin = work.WorkedBefore(from) > work.WorkedBefore(_days.StartOf(day)) && work.WorkedBefore(_days.StartOf(day + 1)) > work.WorkedBefore(to);
        Add(from, to, isWithin ? IntervalKind.Lunch : IntervalKind.Night, isWithin ? "calendars.interval-lunch" : "calendars.interval-night", [], false);
    }

    private bool TryWalkDays(DueCounter counter, ref int day, LimitLeg leg, bool countsStart, long ticks)
    {
        var after = countsStart ? day - 1 : day;
        var known = counter.TryDays(ref day, leg, countsStart, out var problem);
        var last = known ? day
            : problem.UnknownDay is { } unknown ? DayTable.NumberOf(unknown) - 1
            : Math.Max(after, _days.DayAt(OpenFrom) - 1);
        var working = leg.Unit == LimitUnit.WorkingDays;
        var lost = 0;
        for (var next = after + 1; next <= last && leg.Amount > 0; next++)
        {
            // A counted start day is counted whole, though only its rest lies on the way.
            var from = Math.Max(_days.StartOf(next), countsStart ? ticks : long.MinValue);
            var lostNow = counter.DaysLost(after, next, working);
            var (kind, reason) = NatureOf(next);
            if (working && !_days.Facts(next).IsWorking)
            {
                Add(from, _days.StartOf(next + 1), kind, reason, false, 0);
            }
            else if (lostNow > lost)
            {
                Add(from, _days.StartOf(next + 1), IntervalKind.Pause, "calendars.interval-pause-day", [CausesUntil(_days.StartOf(next + 1))], false);
            }
            else
            {
                Add(from, _days.StartOf(next + 1), kind, reason, true, 1);
            }

            lost = lostNow;
        }

        return known;
    }

    private void WalkRollOver(DueCounter counter, int last)
    {
        var due = counter.EndOf(last);
        if (!due.IsKnown)
        {
            return;
        }

        var end = DayTable.NumberOf(due.On);
        for (var day = last + 1; day < end; day++)
        {
            var (kind, reason) = NatureOf(day);
            Add(_days.StartOf(day), _days.StartOf(day + 1), kind, reason, false, 0);
        }

        if (end > last)
        {
            Add(_days.StartOf(end), _days.StartOf(end + 1), IntervalKind.RollOver, "calendars.interval-roll-over", [Source()], false);
        }

        // A last day that ends with business is cut there, or lasts until the night shift is over; it counts as a day all the same.
        while (_intervals.Count > 0 && _intervals[^1].From >= due.At)
        {
            _intervals.RemoveAt(_intervals.Count - 1);
        }

        if (_intervals.Count > 0)
        {
            _intervals[^1] = _intervals[^1] with { To = due.At };
        }
    }

    private IEnumerable<(long From, long To, int Day)> ByDay(long from, long to)
    {
        while (from < to)
        {
            var day = _days.DayAt(from);
            var end = Math.Min(to, _days.StartOf(day + 1));
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

    private LocalizedText Source() => _policy.Source ?? _policy.Title ?? new LocalizedText(_policy.Code, _policy.Code);

    private void Add(long from, long to, IntervalKind kind, string code, ReadOnlySpan<object?> values, bool counted) =>
        Add(from, to, kind, CalendarMessages.All[code, values], counted, 0);

    private void Add(long from, long to, IntervalKind kind, Message reason, bool counted, int days)
    {
        if (from >= to)
        {
            return;
        }

        var (start, end) = (Instant.FromUnixTimeTicks(from), Instant.FromUnixTimeTicks(to));
        if (_intervals.Count > 0 && _intervals[^1] is var last && last.To == start && last.Kind == kind && last.IsCounted == counted && last.Reason.Equals(reason))
        {
            _intervals[^1] = last with { To = end, CountedDays = last.CountedDays + days };
        }
        else
        {
            _intervals.Add(new DeadlineInterval(start, end, kind, reason, counted) { CountedDays = days });
        }
    }
}
