using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>How much of a clock's time is used: its own time, working or natural, without pauses.</summary>
internal readonly ref struct DeadlineProgress
{
    private readonly WorkCalendar _calendar;
    private readonly ReadOnlySpan<PauseSpan> _pauses;
    private readonly bool _isWorking;
    private readonly long _begin;
    private readonly DueDate _due;

    /// <summary>Prepares the progress of a clock.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="ledger">The clock.</param>
    /// <param name="pauses">Its pauses, all of them over.</param>
    /// <param name="legs">Its limit.</param>
    internal DeadlineProgress(WorkCalendar calendar, DeadlineLedger ledger, ReadOnlySpan<PauseSpan> pauses, ReadOnlySpan<LimitLeg> legs)
    {
        _calendar = calendar;
        _pauses = pauses;
        _isWorking = true;
        foreach (var leg in legs)
        {
            _isWorking &= leg.Unit is LimitUnit.WorkingHours or LimitUnit.WorkingDays;
        }

        var counter = new DueCounter(calendar, ledger.Policy, pauses);
        var start = ledger.StartedAt.ToUnixTimeTicks();
        _begin = legs[0].IsInHours ? counter.HoursBegin(start)
            : ledger.Policy.CountsStartDay && counter.TryStartDay(start, legs[0], true, out var day, out _) && day == calendar.Days.DayAt(start) ? start
            : calendar.Days.StartOf(calendar.Days.DayAt(start) + 1);
        _due = counter.Due(start, legs);
    }

    /// <summary>Returns the share used at an instant.</summary>
    /// <param name="at">Unix ticks.</param>
    /// <returns>0 before it runs, 1 when it is due, more when it is late; null when a day is unknown.</returns>
    internal decimal? ShareAt(long at)
    {
        if (!_due.IsKnown)
        {
            return null;
        }

        var end = _due.At.ToUnixTimeTicks();
        if (at <= _begin)
        {
            return at >= end ? 1m : 0m;
        }

        return Measure(_begin, at) is not { } used || Measure(_begin, end) is not { } total ? null
            : total > 0 ? (decimal)used / total
            : at >= end ? 1m : 0m;
    }

    /// <summary>Returns when a share is used.</summary>
    /// <param name="share">0..1.</param>
    /// <returns>The instant, or the day that is unknown.</returns>
    internal DueDate Reach(decimal share)
    {
        if (!_due.IsKnown)
        {
            return _due;
        }

        if (Measure(_begin, _due.At.ToUnixTimeTicks()) is not { } total)
        {
            // The period itself may run over unknown days though its end is known.
            _calendar.Known.TryEnd(_begin, out var known);
            return DueDate.NeedsDay(_calendar.Days.UnknownAt(Math.Max(known, _begin)));
        }

        if (total == 0)
        {
            return _due;
        }

        var left = (long)decimal.Ceiling(total * share);
        var cursor = _begin;
        foreach (var pause in _pauses)
        {
            if (pause.To <= cursor)
            {
                continue;
            }

            if (pause.From >= _due.At.ToUnixTimeTicks())
            {
                break;
            }

            var run = pause.From > cursor ? Plain(cursor, pause.From)!.Value : 0;
            if (run >= left)
            {
                break;
            }

            left -= run;
            cursor = pause.To;
        }

        var at = !_isWorking ? cursor + left : left == 0 ? cursor : _calendar.Work.EarliestAt(_calendar.Work.WorkedBefore(cursor) + left);
        return DueDate.Known(Instant.FromUnixTimeTicks(at), _calendar.Days.DateOf(_calendar.Days.DayAt(at)));
    }

    private long? Measure(long from, long to)
    {
        var sum = Plain(from, to);
        foreach (var pause in _pauses)
        {
            var (begin, end) = (Math.Max(pause.From, from), Math.Min(pause.To, to));
            sum -= begin < end ? Plain(begin, end) : 0;
        }

        return sum;
    }

    private long? Plain(long from, long to) =>
        !_isWorking ? to - from
        : _calendar.Known.TryEnd(from, out var known) && to <= known ? _calendar.Work.WorkedBefore(to) - _calendar.Work.WorkedBefore(from)
        : from == to ? 0
        : null;
}
