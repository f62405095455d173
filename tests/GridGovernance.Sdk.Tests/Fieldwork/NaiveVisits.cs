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
    private LocalDate _categorySince;
    private VisitRule _rule;
    private LocalDate? _statedTo;
    private LocalDate? _to;

    public NaiveVisits(LocalDate from, LocalDate? statedTo, VisitRule rule)
    {
        _rule = rule;
        Begin(from, statedTo, rule);
    }

    public List<LocalDate> Visits { get; } = [];

    public List<LocalDate> Extra { get; } = [];
    public List<LocalDate> Lifted { get; } = [];

    public HashSet<LocalDate> DutyDays { get; } = [];

    public bool IsOver => _to < _today;
    public bool IsReleased { get; private set; }

    public void WalkTo(LocalDate day)
    {
        for (; _today < day; Today())
        {
            _today = _today.PlusDays(1);
        }
    }

    /// <summary>Whether a visit today is owed or welcome; if so it is made.</summary>
    public bool Visit()
    {
        var target = _owed.FirstOrDefault(one => one.SettledOn is null && !one.IsLost && one.First <= _today && _today <= one.GraceEnds(_to));
        if (IsOver || IsReleased || (target is null && !_rule.AllowsMore))
        {
            return false;
        }

        Visits.Add(_today);
        if (target is null)
        {
            Extra.Add(_today);
            return true;
        }

        target.Fix(_to, false);
        target.SettledOn = _today;
        _owed.ForEach(one => one.IsLost |= one.SettledOn is null && one.GraceEnds(_to) < _today);
        return true;
    }

    public void Reclassify(VisitRule rule, bool isOtherCategory)
    {
        if (rule != _rule)
        {
            // What is not over yet: the earlier of the two days on which it would be due holds.
            var running = _owed.SingleOrDefault(one => one.SettledOn is null && one.Due(_to) >= _today);
            _owed.ForEach(one => one.Fix(_to, one.SettledOn is null && one.GraceEnds(_to) < _today));
            _anchor = _today;
            _rule = rule;
            if (running is not null && running.Due(_to) <= LastFrom(_today))
            {
                _anchor = running.Due(_to).PlusDays(1);
            }
            else if (running is not null)
            {
                _owed.Remove(running);
            }

            _owed.ForEach(static one => one.IsOld = true);
        }

        _categorySince = isOtherCategory ? _today : _categorySince;
        _to = Planned() is { } end && end < _today ? _today : Planned();
        Today();
    }

    public void Release()
    {
        if (_owed.RemoveAll(one => one.SettledOn is null && one.Due(_to) > _today) > 0)
        {
            Lifted.Add(_today);
        }

        (_to, IsReleased) = (_today, true);
        _owed.ForEach(one => one.Fixed = one.Fixed > _today ? _today : one.Fixed);
    }

    public void Return(LocalDate from, LocalDate? statedTo, VisitRule rule)
    {
        _owed.ForEach(one => one.Fix(_to, one.SettledOn is null));
        _owed.ForEach(static one => one.IsOld = true);
        Begin(from, statedTo, rule);
    }

    public IEnumerable<LocalDate> Missed() => Due(one => one.SettledOn is null && (one.IsLost || one.GraceEnds(_to) < _today));

    public IEnumerable<LocalDate> InTime() => Due(one => one.SettledOn <= one.Due(_to));

    public IEnumerable<LocalDate> Late() => Due(one => one.SettledOn > one.Due(_to));

    public IEnumerable<LocalDate> Open() => Due(one => one.SettledOn is null && !one.IsLost && one.GraceEnds(_to) >= _today);

    /// <summary>The first visit that is owed and not given up; null when none is owed today.</summary>
    public (LocalDate Due, VisitState State)? Next()
    {
        var next = _owed.FirstOrDefault(static one => one.SettledOn is null && !one.IsLost);
        return next is null ? null
            : (next.Due(_to), _today <= next.Due(_to) ? VisitState.Due : _today <= next.GraceEnds(_to) ? VisitState.Grace : VisitState.Overdue);
    }

    private IEnumerable<LocalDate> Due(Func<Owed, bool> which) => _owed.Where(which).Select(one => one.Due(_to));

    private void Begin(LocalDate from, LocalDate? statedTo, VisitRule rule)
    {
        (_rule, _anchor, _categorySince, _statedTo, IsReleased) = (rule, from, from, statedTo, false);
        _to = Planned();
        _today = from;
        Today();
    }

    // What becomes owed today: the period that begins, cut short where the duty ends in it.
    private void Today()
    {
        if (IsOver)
        {
            return;
        }

        DutyDays.Add(_today);
        if (_today >= _anchor && !_owed.Exists(one => !one.IsOld && one.First <= _today && _today <= one.Last))
        {
            _owed.Add(new Owed(_today, LastFrom(_today), _rule.GraceDays));
        }
    }

    private LocalDate? Planned()
    {
        var term = _rule.For is { } length ? _categorySince.PlusDays(length.Amount - 1) : (LocalDate?)null;
        return term is null || _statedTo < term ? _statedTo : term;
    }

    private LocalDate LastFrom(LocalDate first) => Enumerable.Range(0, 200).Select(first.PlusDays).First(day => Begins(day.PlusDays(1)));

    private bool Begins(LocalDate day)
    {
        var every = _rule.Every;
        if (every.Unit == LimitUnit.CalendarDays)
        {
            return Period.DaysBetween(_anchor, day) % every.Amount == 0;
        }

        var months = ((day.Year - _anchor.Year) * 12) + day.Month - _anchor.Month;
        return months % every.Amount == 0 && day.Day == Math.Min(_anchor.Day, CalendarSystem.Iso.GetDaysInMonth(day.Year, day.Month));
    }

    private sealed class Owed(LocalDate first, LocalDate last, int grace)
    {
        private LocalDate? _graceFixed;

        public LocalDate First => first;

        public LocalDate Last => last;

        /// <summary>The due day from the moment on which the rule no longer says it.</summary>
        public LocalDate? Fixed { get; set; }

        public LocalDate? SettledOn { get; set; }

        public bool IsLost { get; set; }

        /// <summary>It was owed under an earlier rule, whose days no longer say what today belongs to.</summary>
        public bool IsOld { get; set; }

        public LocalDate Due(LocalDate? to) => SettledOn is null ? Sooner(Fixed ?? last, to) : Fixed!.Value;

        public LocalDate GraceEnds(LocalDate? to) => Sooner(_graceFixed ?? Due(to).PlusDays(grace), to);

        public void Fix(LocalDate? to, bool isLost)
        {
            IsLost |= isLost;
            (_graceFixed, Fixed) = (_graceFixed ?? GraceEnds(to), Due(to));
        }

        private static LocalDate Sooner(LocalDate day, LocalDate? other) => other < day ? other.Value : day;
    }
}
