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
    private readonly bool[] _none = new bool[2880];
    private (Instant At, LocalDateTime Time) _local = (Instant.MinValue, default);
    private readonly Dictionary<LocalDate, char> _kinds = [];
    private readonly Dictionary<LocalDate, bool[]> _open = [], _shifts = [];
    /// <summary>U unknown, W worked, H holiday, C closed, R weekend.</summary>
    internal char Kind(LocalDate date) => _kinds.TryGetValue(date, out var kind) ? kind : _kinds[date] = FindKind(date);

    internal DueDate Due(Instant start, IReadOnlyList<TimeLimit> limits, CountingPolicy policy, IReadOnlyList<(Instant From, Instant? To)> spans)
    {
        var (at, day, inHours, pauses) = (start, default(LocalDate), true, Joined(spans));
        for (var k = 0; k < limits.Count; k++)
        {
            var (limit, counts) = (limits[k], k == 0 && policy.CountsStartDay);
            at = inHours ? at : StartOf(day.PlusDays(1));
            day = inHours ? Local(at).Date : day;
            var needsOpenDoor = !limit.IsInHours && inHours && policy.DayEnd == DayEnd.CloseOfBusiness && (counts || limit.Amount == 0);
            if (needsOpenDoor && Kind(day) == 'U')
            {
                return DueDate.NeedsDay(day);
            }
            day = needsOpenDoor && at >= EndOf(day, policy) ? day.PlusDays(1) : day;
            at += Duration.FromMinutes(k == 0 && limit.IsInHours && policy.HourStart == HourStart.NextHour ? 60 - Local(at).Minute : 0);
            if ((limit.IsInHours ? Hours(ref at, limit, pauses) : Days(ref day, limit, policy, counts, pauses, k == limits.Count - 1)) is { } problem)
            {
                return problem;
            }
            inHours = limit.IsInHours;
        }
        return inHours ? DueDate.Known(at, Local(at).Date) : DueDate.Known(EndOf(day, policy), day);
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
        var date = Local(at).Date;
        return (_open.TryGetValue(date, out var open) ? open : _open[date] = FindOpen(date))[MinuteOf(at)];
    }

    internal bool IsKnown(Instant at)
    {
        var (date, before, minute) = (Local(at).Date, Local(at).Date.PlusDays(-1), MinuteOf(at));
        return Kind(date) != 'U' ? Kind(before) != 'U' || minute >= Reach(before).Max(h => h.ToMinute) - 1440
            : Kind(before) != 'U' && minute <= Array.LastIndexOf(Shift(before), true) - 1440 && minute < Reach(date).Min(h => h.FromMinute);
    }

    private static bool IsPaused(Instant at, List<(Instant From, Instant? To)> pauses) => pauses.Exists(p => p.From <= at && p.To > at);
    private static bool IsStopped(Instant end, List<(Instant From, Instant? To)> pauses) => pauses.Exists(p => p.To is null && p.From < end);
    private DueDate? Hours(ref Instant at, TimeLimit limit, List<(Instant From, Instant? To)> pauses)
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

    private DueDate? Days(ref LocalDate day, TimeLimit limit, CountingPolicy policy, bool countsStart, List<(Instant From, Instant? To)> pauses, bool isLast)
    {
        var (first, working, moved, counted, shares) = (countsStart && limit.Amount > 0 ? day : day.PlusDays(1), limit.Unit == LimitUnit.WorkingDays, false, 0, new List<(int Part, int Of)>());
        var need = limit.Amount > 0 && limit.Unit >= LimitUnit.Months ? Period.DaysBetween(first, MonthEnd(day, limit, policy, countsStart)) + 1 : limit.Amount;
        for (var date = limit.Amount == 0 ? day : first; limit.Amount > 0 || isLast; date = date.PlusDays(1))
        {
            var (kind, end) = (Kind(date), isLast ? EndOf(date, policy) : StartOf(date.PlusDays(1)));
            var counts = date >= first && (!working || kind == 'W');
            counted += counts ? 1 : 0;
            var left = counted < need ? -1 : counted - Whole([.. shares, counts ? Share(date, working, end, pauses) : default]);
            var fits = !isLast || (working && (moved || need > 0) ? counts
                : policy.RollOver == RollOver.StatutoryHolidaysAndWeekends ? kind is 'W' or 'U' : policy.RollOver == RollOver.None || kind != 'H');
            var stops = (counted >= need || (kind == 'U' && working)) && IsStopped(end, pauses);
            var needsDay = kind == 'U' && ((working && date >= first)
                || (isLast && left >= need && fits && (policy.RollOver != RollOver.None || policy.DayEnd == DayEnd.CloseOfBusiness)));
            if (stops || needsDay || (left >= need && fits && !(isLast && pauses.Exists(p => p.From < end && end <= p.To))))
            {
                day = date;
                return stops ? DueDate.Stopped : needsDay ? DueDate.NeedsDay(date) : null;
            }
            moved |= left >= need && fits;
            shares.AddRange(counts && Share(date, working, Instant.MaxValue, pauses) is { Part: > 0 } share ? [share] : Array.Empty<(int, int)>());
        }
        return null;
    }

    private (int Part, int Of) Share(LocalDate date, bool working, Instant end, List<(Instant From, Instant? To)> pauses)
    {
        var (before, shift) = (Shift(date.PlusDays(-1)), Shift(date));
        var minutes = !pauses.Exists(p => p.From < StartOf(date.PlusDays(2)) && p.To > StartOf(date)) ? [] : !working ? Minutes(date).ToList()
            : Minutes(date).Where(at => shift[MinuteOf(at)] && !before[MinuteOf(at) + 1440] && Works(at)).Concat(Minutes(date.PlusDays(1)).Where(at => shift[MinuteOf(at) + 1440] && Works(at))).ToList();
        return (minutes.Count(at => at < end && IsPaused(at, pauses)), Math.Max(1, minutes.Count));
    }

    private static int Whole(List<(int Part, int Of)> shares) => shares.Where(s => s.Part > 0).Aggregate(
        (BigInteger.Zero, BigInteger.One), (sum, s) => ((sum.Item1 * s.Of) + (s.Part * sum.Item2), sum.Item2 * s.Of), sum => (int)(sum.Item1 / sum.Item2));

    private Instant EndOf(LocalDate date, CountingPolicy policy)
    {
        var close = policy.DayEnd == DayEnd.Midnight ? 0 : Array.LastIndexOf(Shift(date), true) + 1; // 0 where nothing is open
        return close == 0 ? StartOf(date.PlusDays(1)) : date.AtMidnight().PlusMinutes(close).InZoneLeniently(_zone).ToInstant();
    }

    // What lasts begins where the pauses begin that lead to it.
    private static List<(Instant From, Instant? To)> Joined(IReadOnlyList<(Instant From, Instant? To)> pauses)
    {
        var lead = pauses.Where(p => p.To is null).SelectMany(open => pauses.Where(p => p.From < open.From && p.To >= open.From)).Select(p => (Instant?)p.From).Min();
        return lead is not { } from ? [.. pauses] : Joined([.. pauses.Select(p => (p.To is null ? from : p.From, p.To))]);
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

    private bool[] Shift(LocalDate date) => Kind(date) == 'W' ? FindShift(date) : _none;
    private bool[] FindOpen(LocalDate date)
    {
        var (own, before, today, yesterday) = (Shift(date), Shift(date.PlusDays(-1)), Closures(date), Closures(date.PlusDays(-1)));
        return [.. Enumerable.Range(0, 1440).Select(m => (own[m] || before[m + 1440]) && !IsClosed(today, m) && !IsClosed(yesterday, m + 1440))];
    }

    private bool[] FindShift(LocalDate date) => _shifts.TryGetValue(date, out var shift) ? shift : _shifts[date] = CutShift(date);
    private bool[] CutShift(LocalDate date)
    {
        var special = definition.WeekdayHours.FirstOrDefault(w => w.Day == date.DayOfWeek && _week.Contains(w.Day));
        var rules = Rules(date).Where(r => r.Rule.Effect is DayEffect.Working or DayEffect.Hours && r.Rule.Hours.Count > 0).ToList();
        var closures = Closures(date);
        var highest = rules.Where(r => r.Kind == rules.Max(x => x.Kind)).Select(r => r.Rule.Hours).DefaultIfEmpty(special?.Hours ?? [.. _hours]).Select(h => h.ToArray()).ToList();
        return [.. Enumerable.Range(0, 2880).Select(m => highest.TrueForAll(hours => Array.Exists(hours, h => h.FromMinute <= m && m < h.ToMinute)) && !IsClosed(closures, m))];
    }

    private List<CalendarDayRule> Closures(LocalDate date) => [.. Rules(date).Select(r => r.Rule).Where(r => r.Effect == DayEffect.Closed)];
    private static bool IsClosed(List<CalendarDayRule> closures, int minute) => closures.Exists(r => r.Hours.Any(h => h.FromMinute <= minute && minute < h.ToMinute));

    private IEnumerable<Instant> Minutes(LocalDate date) =>
        Enumerable.Range(0, (int)(StartOf(date.PlusDays(1)) - StartOf(date)).TotalMinutes).Select(minute => StartOf(date) + Duration.FromMinutes(minute));

    private IEnumerable<DailyHours> Reach(LocalDate date) => [.. _hours, .. definition.WeekdayHours.SelectMany(w => w.Hours),
        .. Rules(date).Where(r => r.Rule.Effect is DayEffect.Working or DayEffect.Hours).SelectMany(r => r.Rule.Hours)];

    private int MinuteOf(Instant at) => (Local(at).Hour * 60) + Local(at).Minute;
    private LocalDate UnknownAt(Instant at) => Kind(Local(at).Date) == 'U' ? Local(at).Date : Local(at).Date.PlusDays(-1);
    private LocalDateTime Local(Instant at) => at == _local.At ? _local.Time : (_local = (at, at.InZone(_zone).LocalDateTime)).Time;
    private Instant StartOf(LocalDate date) => date.AtStartOfDayInZone(_zone).ToInstant();
}
