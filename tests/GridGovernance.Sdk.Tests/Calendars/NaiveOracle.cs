using System.Numerics;
using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Calendars;

/// <summary>Deadlines counted as a clerk would: a minute at a time for hours, a day at a time for days, by the text of the rules alone.</summary>
internal sealed class NaiveOracle(CalendarDefinition definition)
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private readonly DateTimeZone _zone = DateTimeZoneProviders.Tzdb[definition.TimeZone ?? "Asia/Shanghai"];
    private readonly DailyHours[] _hours = [.. definition.Hours ?? [new(480, 720), new(840, 1080)]];
    private readonly IsoDayOfWeek[] _week = [.. definition.WorkingWeekdays ?? [.. Enumerable.Range(1, 5).Select(static day => (IsoDayOfWeek)day)]];
    private readonly HolidayNotice[] _notices =
        [.. ((definition.EmbeddedNotices ?? true) ? EmbeddedNotices.All : []).Concat(definition.Notices).OrderBy(n => n.EffectiveFrom ?? LocalDate.MinIsoValue)];

    private readonly Dictionary<LocalDate, char> _kinds = [];
    private readonly Dictionary<LocalDate, bool[]> _open = [];

    /// <summary>U unknown, W worked, H holiday, C closed, R weekend.</summary>
    internal char Kind(LocalDate date) => _kinds.TryGetValue(date, out var kind) ? kind : _kinds[date] = FindKind(date);

    internal DueDate Due(Instant start, IReadOnlyList<TimeLimit> limits, CountingPolicy policy, IReadOnlyList<(Instant From, Instant? To)> pauses)
    {
        var (at, day, inHours, first) = (start, default(LocalDate), true, true);
        foreach (var limit in limits)
        {
            at = inHours ? at : StartOf(day.PlusDays(1));
            day = inHours ? Local(at).Date : day;
            at += Duration.FromMinutes(first && limit.IsInHours && policy.HourStart == HourStart.NextHour ? 60 - Local(at).Minute : 0);
            if ((limit.IsInHours ? Hours(ref at, limit, pauses) : Days(ref day, limit, policy, first && policy.CountsStartDay, pauses)) is { } problem)
            {
                return problem;
            }
            (inHours, first) = (limit.IsInHours, false);
        }

        return inHours ? DueDate.Known(at, Local(at).Date) : End(day, policy, pauses);
    }

    internal DueDate LatestStartInHours(Instant until, TimeLimit limit)
    {
        for (var left = limit.Amount * 60; left > 0; left -= limit.Unit == LimitUnit.UrgentHours || Works(until) ? 1 : 0)
        {
            until -= Minute;
            if (limit.Unit == LimitUnit.WorkingHours && !IsKnown(until))
            {
                return DueDate.NeedsDay(UnknownAt(until));
            }
        }

        return DueDate.Known(until, Local(until).Date);
    }

    internal bool Works(Instant at)
    {
        var local = Local(at);
        return (_open.TryGetValue(local.Date, out var open) ? open : _open[local.Date] = FindOpen(local.Date))[(local.Hour * 60) + local.Minute];
    }

    internal bool IsKnown(Instant at)
    {
        var local = Local(at);
        return Kind(local.Date) != 'U' && (Kind(local.Date.PlusDays(-1)) != 'U' || (local.Hour * 60) + local.Minute >= _hours.Max(h => h.ToMinute) - 1440);
    }

    private static bool IsPaused(Instant at, IReadOnlyList<(Instant From, Instant? To)> pauses) => pauses.Any(p => p.From <= at && (p.To is null || p.To > at));
    private static bool IsStopped(Instant end, IReadOnlyList<(Instant From, Instant? To)> pauses) => pauses.Any(p => p.To is null && p.From < end);

    private DueDate? Hours(ref Instant at, TimeLimit limit, IReadOnlyList<(Instant From, Instant? To)> pauses)
    {
        for (var left = limit.Amount * 60; left > 0; at += Minute)
        {
            if (IsStopped(at + Minute, pauses))
            {
                return DueDate.Stopped;
            }
            var runs = !IsPaused(at, pauses);
            if (runs && limit.Unit == LimitUnit.WorkingHours && !IsKnown(at))
            {
                return DueDate.NeedsDay(UnknownAt(at));
            }
            left -= runs && (limit.Unit == LimitUnit.UrgentHours || Works(at)) ? 1 : 0;
        }

        return null;
    }

    private DueDate? Days(ref LocalDate day, TimeLimit limit, CountingPolicy policy, bool countsStart, IReadOnlyList<(Instant From, Instant? To)> pauses)
    {
        var (date, working) = (countsStart ? day : day.PlusDays(1), limit.Unit == LimitUnit.WorkingDays);
        var left = limit.Unit is LimitUnit.Months or LimitUnit.Years ? Period.DaysBetween(date, MonthEnd(day, limit, policy, countsStart)) + 1 : limit.Amount;
        var paused = (Part: BigInteger.Zero, Whole: BigInteger.One);
        for (; limit.Amount > 0 && left > 0; date = date.PlusDays(1))
        {
            if (working && Kind(date) == 'U')
            {
                return IsStopped(StartOf(date), pauses) ? DueDate.Stopped : DueDate.NeedsDay(date);
            }
            if (IsStopped(StartOf(date.PlusDays(1)), pauses))
            {
                return DueDate.Stopped;
            }
            var before = paused.Part / paused.Whole;
            var minutes = pauses.Any(p => p.From < StartOf(date.PlusDays(1)) && p.To > StartOf(date)) ? Minutes(date).Where(at => !working || Works(at)).ToList() : [];
            if (minutes.Count > 0 && (!working || Kind(date) == 'W'))
            {
                paused = ((paused.Part * minutes.Count) + (minutes.Count(at => IsPaused(at, pauses)) * paused.Whole), paused.Whole * minutes.Count);
            }

            left -= paused.Part / paused.Whole == before && (!working || Kind(date) == 'W') ? 1 : 0;
            day = date;
        }

        return null;
    }

    private DueDate End(LocalDate last, CountingPolicy policy, IReadOnlyList<(Instant From, Instant? To)> pauses)
    {
        for (var date = last; ; date = date.PlusDays(1))
        {
            var kind = Kind(date);
            if (kind == 'U' && (policy.RollOver != RollOver.None || policy.DayEnd == DayEnd.CloseOfBusiness))
            {
                return DueDate.NeedsDay(date);
            }
            if ((policy.RollOver == RollOver.StatutoryHolidaysAndWeekends && kind != 'W') || (policy.RollOver == RollOver.StatutoryHolidaysOnly && kind == 'H'))
            {
                continue;
            }
            var close = policy.DayEnd == DayEnd.Midnight ? 0 : Array.LastIndexOf(Shift(date), true) + 1; // 0 where nothing is open
            var at = date.AtMidnight().PlusMinutes(close == 0 ? 1440 : close).InZoneLeniently(_zone).ToInstant();
            if (IsStopped(at, pauses))
            {
                return DueDate.Stopped;
            }
            if (date == last || !Minutes(date).All(minute => IsPaused(minute, pauses)))
            {
                return DueDate.Known(at, date);
            }
        }
    }

    private static LocalDate MonthEnd(LocalDate day, TimeLimit limit, CountingPolicy policy, bool countsStart)
    {
        var month = new LocalDate(day.Year, day.Month, 1).PlusMonths(limit.Unit == LimitUnit.Years ? limit.Amount * 12 : limit.Amount);
        var length = CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month);
        return day.Day <= length ? month.PlusDays(day.Day - 1 - (countsStart ? 1 : 0))
            : month.PlusDays(countsStart || policy.MonthEnd == MonthEndRule.LastDayOfMonth ? length - 1 : length);
    }

    private IEnumerable<(LayerKind Kind, CalendarDayRule Rule)> Rules(LocalDate date) =>
        from layer in definition.Layers from rule in layer.Days where rule.From <= date && date <= (rule.To ?? rule.From) select (layer.Kind, rule);

    private char FindKind(LocalDate date)
    {
        var kind = _week.Contains(date.DayOfWeek) ? 'W' : 'R';
        if (definition.ObservesHolidays ?? true)
        {
            var said = _notices.SelectMany(n => n.Days).LastOrDefault(d => d.Date == date);
            kind = !_notices.Any(n => n.Year == date.Year && n.Days.Count > 0) ? 'U' : said is null ? kind : said.IsOffDay ? 'H' : 'W';
        }

        foreach (var layer in Rules(date).GroupBy(r => r.Kind).OrderBy(g => g.Key))
        {
            var effects = layer.Where(r => r.Rule.Effect != DayEffect.Closed || r.Rule.Hours.Count == 0).Select(r => r.Rule.Effect).ToList();
            kind = effects.Contains(DayEffect.Holiday) ? 'H' : effects.Contains(DayEffect.Closed) ? 'C' : effects.Contains(DayEffect.Working) ? 'W' : kind;
        }

        return kind == 'W' && !FindShift(date).Contains(true) ? 'C' : kind;
    }

    private bool[] Shift(LocalDate date) => Kind(date) == 'W' ? FindShift(date) : new bool[2880];
    private bool[] FindOpen(LocalDate date)
    {
        var (own, before, today, yesterday) = (Shift(date), Shift(date.PlusDays(-1)), Closures(date), Closures(date.PlusDays(-1)));
        return [.. Enumerable.Range(0, 1440).Select(m => (own[m] || before[m + 1440]) && !IsClosed(today, m) && !IsClosed(yesterday, m + 1440) && Kind(date) != 'C')];
    }

    private bool[] FindShift(LocalDate date)
    {
        var special = definition.WeekdayHours.FirstOrDefault(w => w.Day == date.DayOfWeek && _week.Contains(w.Day));
        var rules = Rules(date).Where(r => r.Rule.Effect is DayEffect.Working or DayEffect.Hours && r.Rule.Hours.Count > 0).ToList();
        var closures = Closures(date);
        var highest = rules.Where(r => r.Kind == rules.Max(x => x.Kind)).Select(r => r.Rule.Hours).DefaultIfEmpty(special?.Hours ?? [.. _hours]).ToList();
        return [.. Enumerable.Range(0, 2880).Select(m => highest.All(hours => hours.Any(h => h.FromMinute <= m && m < h.ToMinute)) && !IsClosed(closures, m))];
    }

    private List<CalendarDayRule> Closures(LocalDate date) => [.. Rules(date).Select(r => r.Rule).Where(r => r.Effect == DayEffect.Closed)];
    private static bool IsClosed(List<CalendarDayRule> closures, int minute) =>
        closures.Exists(r => r.Hours.Any(h => h.FromMinute <= minute && minute < h.ToMinute));

    private IEnumerable<Instant> Minutes(LocalDate date) =>
        Enumerable.Range(0, (int)(StartOf(date.PlusDays(1)) - StartOf(date)).TotalMinutes).Select(minute => StartOf(date) + Duration.FromMinutes(minute));

    private LocalDate UnknownAt(Instant at) => Kind(Local(at).Date) == 'U' ? Local(at).Date : Local(at).Date.PlusDays(-1);
    private LocalDateTime Local(Instant at) => at.InZone(_zone).LocalDateTime;
    private Instant StartOf(LocalDate date) => date.AtStartOfDayInZone(_zone).ToInstant();
}
