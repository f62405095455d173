using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Fieldwork;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Fieldwork;

/// <summary>A subject's duty walked day by day with a list of periods. Written from the words of the documentation, without the product's arithmetic.</summary>
internal sealed class NaiveVisits
{
    private readonly List<Owed> _owed = [];
    private LocalDate _today;
    private LocalDate _anchor;
    private int _grace;
    private TimeLimit _every;

    public NaiveVisits(LocalDate from, VisitRule rule)
    {
        _today = from.PlusDays(-1);
        Restart(from, rule);
    }

    public List<LocalDate> Visits { get; } = [];

    public List<LocalDate> Extra { get; } = [];

    private Owed Current => _owed.Last(one => one.First <= _today);

    private Owed? Before => _owed.LastOrDefault(one => !one.IsOld && one.Last < _today);

    public void WalkTo(LocalDate day)
    {
        while (_today < day)
        {
            _today = _today.PlusDays(1);
            if (_today >= _anchor && !_owed.Any(one => !one.IsOld && one.First <= _today && _today <= one.Last))
            {
                var last = _today;
                while (!Begins(last.PlusDays(1)))
                {
                    last = last.PlusDays(1);
                }

                _owed.Add(new Owed(_today, last, last.PlusDays(_grace)));
            }
        }
    }

    /// <summary>Whether a visit today is owed; if so it is made.</summary>
    public bool Visit(bool allowsMore)
    {
        var target = Before is { SettledOn: null } before && _today <= before.GraceEnds && Current.SettledOn is null ? before
            : Current.SettledOn is null ? Current : null;
        if (target is null && !allowsMore)
        {
            return false;
        }

        Visits.Add(_today);
        if (target is null)
        {
            Extra.Add(_today);
        }
        else
        {
            target.SettledOn = _today;
            _owed.Where(one => one.Last < target.First && one.SettledOn is null).ToList().ForEach(static one => one.IsGiven = true);
        }

        return true;
    }

    public void Reclassify(VisitRule rule)
    {
        _owed.RemoveAll(one => !one.IsOld && one.SettledOn is null && !one.IsGiven && one.GraceEnds >= _today);
        _owed.ForEach(static one => one.IsOld = true);
        Restart(_today, rule);
        _today = _today.PlusDays(-1);
        WalkTo(_today.PlusDays(1));
    }

    public IEnumerable<LocalDate> Missed() => _owed.Where(one => one.SettledOn is null && (one.IsGiven || one.GraceEnds < _today)).Select(static one => one.Last);

    public IEnumerable<LocalDate> InTime() => _owed.Where(static one => one.SettledOn <= one.Last).Select(static one => one.Last);

    public IEnumerable<LocalDate> Late() => _owed.Where(static one => one.SettledOn > one.Last).Select(static one => one.Last);

    public IEnumerable<LocalDate> Open() => _owed.Where(one => one.SettledOn is null && !one.IsGiven && one.GraceEnds >= _today).Select(static one => one.Last);

    /// <summary>The first period since the last one settled that has no visit; null when nothing is owed today.</summary>
    public (LocalDate Due, VisitState State)? Next()
    {
        var settled = _owed.FindLastIndex(static one => one.SettledOn is not null && !one.IsOld);
        var next = _owed.Skip(settled + 1).FirstOrDefault(static one => !one.IsOld);
        return next is null ? null
            : (next.Last, _today <= next.Last ? VisitState.Due : _today <= next.GraceEnds ? VisitState.Grace : VisitState.Overdue);
    }

    private void Restart(LocalDate from, VisitRule rule) => (_anchor, _every, _grace) = (from, rule.Every, rule.GraceDays);

    private bool Begins(LocalDate day)
    {
        if (_every.Unit == LimitUnit.CalendarDays)
        {
            return Period.DaysBetween(_anchor, day) % _every.Amount == 0;
        }

        var months = ((day.Year - _anchor.Year) * 12) + day.Month - _anchor.Month;
        var each = _every.Unit == LimitUnit.Years ? _every.Amount * 12 : _every.Amount;
        return months % each == 0 && day.Day == Math.Min(_anchor.Day, CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month));
    }

    private sealed class Owed(LocalDate first, LocalDate last, LocalDate graceEnds)
    {
        public LocalDate First => first;

        public LocalDate Last => last;

        public LocalDate GraceEnds => graceEnds;

        public LocalDate? SettledOn { get; set; }

        /// <summary>A later period was settled, so this one is lost.</summary>
        public bool IsGiven { get; set; }

        /// <summary>It was owed under an earlier rule.</summary>
        public bool IsOld { get; set; }
    }
}
