using System.Globalization;
using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>Turns a <see cref="CalendarDefinition"/> into tables, and says everything that is wrong with it.</summary>
internal sealed class CalendarCompiler
{
    /// <summary>The first year that a notice or a rule may name.</summary>
    internal const int MinYear = 1900;

    /// <summary>The last year that a notice or a rule may name.</summary>
    internal const int MaxYear = 2199;

    private static readonly EquatableArray<DailyHours> OfficeHours = [new(8 * 60, 12 * 60), new(14 * 60, 18 * 60)];
    private static readonly EquatableArray<IsoDayOfWeek> MondayToFriday =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    private readonly CalendarDefinition _definition;
    private readonly List<Finding> _findings = [];
    private readonly DateTimeZone _zone;
    private readonly EquatableArray<DailyHours> _standard;
    private readonly EquatableArray<DailyHours>[] _week = new EquatableArray<DailyHours>[8];
    private readonly NoticeDays _notices;
    private readonly LayerRules _layers;

    private CalendarCompiler(CalendarDefinition definition, LocalDate? asKnownAt)
    {
        _definition = definition;
        _zone = ReadZone();
        _standard = ReadHours(definition.Hours ?? OfficeHours, "/hours");
        ReadWeek();
        _notices = NoticeDays.Merge(definition, date => _week[(int)date.DayOfWeek].Count > 0, asKnownAt, _findings);
        _layers = LayerRules.Read(definition, _findings);
        if (!ObservesHolidays && definition.Notices.Count > 0)
        {
            _findings.Add(Finding.Warning(CalendarMessages.All["calendars.notices-ignored", definition.Notices.Count], FindingPlace.At("/observesHolidays")));
        }
        else if (ObservesHolidays && _notices.Years.Count == 0)
        {
            _findings.Add(Finding.Warning(CalendarMessages.All["calendars.no-known-year", definition.Code], FindingPlace.At("/notices")));
        }
    }

    private bool ObservesHolidays => _definition.ObservesHolidays ?? true;

    /// <summary>Compiles a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="asKnownAt">Only notices known on this date; null for all.</param>
    /// <param name="report">Everything that is wrong.</param>
    /// <returns>The tables; null when the report has errors.</returns>
    internal static CalendarTables? Compile(CalendarDefinition definition, LocalDate? asKnownAt, out FindingReport report)
    {
        var compiler = new CalendarCompiler(definition, asKnownAt);
        report = new FindingReport(compiler._findings);
        return report.HasErrors ? null : compiler.Build();
    }

    private CalendarTables Build()
    {
        var years = (ObservesHolidays ? _notices.Years : [1990, 2099]).Concat(_layers.Years).DefaultIfEmpty(2007).ToList();
        var first = DayTable.NumberOf(new LocalDate(years.Min(), 1, 1));
        var facts = new DayFacts[DayTable.NumberOf(new LocalDate(years.Max() + 1, 1, 1)) - first];
        for (var i = 0; i < facts.Length; i++)
        {
            var date = new LocalDate(1970, 1, 1).PlusDays(first + i);
            var pattern = _week[(int)date.DayOfWeek];
            facts[i] = _layers.Apply(date, ByPattern(date), pattern.Count > 0 ? pattern : _standard);
        }

        var days = new DayTable(_zone, first, facts);
        var closures = _layers.PartialClosures(days);
        var shifts = Shifts(days, closures);
        return new CalendarTables(days, new WorkTable(Join(shifts)), new ShiftTable(first, shifts), KnownRuns.Of(days, ReachOf), closures);
    }

    private DayFacts ByPattern(LocalDate date)
    {
        var pattern = _week[(int)date.DayOfWeek];
        if (ObservesHolidays)
        {
            if (!_notices.Covers(date.Year))
            {
                return DayFacts.Unknown;
            }

            if (_notices.Find(date) is { } notice && (notice.IsOff || pattern.Count == 0))
            {
                var name = new LocalizedText(notice.Name, notice.Name);
                return notice.IsOff
                    ? new DayFacts(DayKind.Holiday, [], name, notice.Paper)
                    : new DayFacts(DayKind.Makeup, _standard, name, notice.Paper);
            }
        }

        return pattern.Count == 0 ? new DayFacts(DayKind.Weekend, [], null, null) : new DayFacts(DayKind.Working, pattern, null, null);
    }

    private static List<List<(long Start, long End)>> Shifts(DayTable days, EquatableArray<ClosureSpan> closures)
    {
        var shifts = new List<List<(long Start, long End)>>(days.End - days.First);
        var closure = 0;
        for (var day = days.First; day < days.End; day++)
        {
            var shift = new List<(long Start, long End)>();
            foreach (var hours in days.Facts(day).Hours)
            {
                // A change of the clock may swallow a stretch.
                var (start, end) = (days.TicksAt(day, hours.FromMinute), days.TicksAt(day, hours.ToMinute));
                if (start < end)
                {
                    shift.Add((start, end));
                }
            }

            // Where the night shift of the day before runs into these hours, the time is its own.
            foreach (var (start, end) in shifts.Count > 0 ? shifts[^1] : [])
            {
                Cut(shift, start, end);
            }

            // Closures are in order of their beginnings and a day long at most: those that begin two days later cannot matter, nor those two days ago.
            while (closure < closures.Count && closures[closure].From < days.StartOf(day - 2))
            {
                closure++;
            }

            for (var k = closure; shift.Count > 0 && k < closures.Count && closures[k].From < days.StartOf(day + 2); k++)
            {
                Cut(shift, closures[k].From, closures[k].To);
            }

            shifts.Add(shift);
        }

        return shifts;
    }

    private static List<(long Start, long End)> Join(List<List<(long Start, long End)>> shifts)
    {
        var stretches = new List<(long Start, long End)>();
        foreach (var (start, end) in shifts.SelectMany(static shift => shift).OrderBy(static stretch => stretch.Start))
        {
            if (stretches.Count > 0 && start == stretches[^1].End)
            {
                stretches[^1] = (stretches[^1].Start, end);
            }
            else
            {
                stretches.Add((start, end));
            }
        }

        return stretches;
    }

    private static void Cut(List<(long Start, long End)> stretches, long start, long end)
    {
        for (var k = stretches.Count - 1; k >= 0; k--)
        {
            var (from, to) = stretches[k];
            if (from >= end || to <= start)
            {
                continue;
            }

            stretches.RemoveAt(k);
            if (to > end)
            {
                stretches.Insert(k, (end, to));
            }

            if (from < start)
            {
                stretches.Insert(k, (from, start));
            }
        }
    }

    // The minutes of an unknown day between which it could be worked.
    private (int First, int Last) ReachOf(LocalDate date)
    {
        var hours = _week.Append(_standard).Concat(_layers.HoursOn(date)).SelectMany(static some => some).ToList();
        return (hours.Min(static item => item.FromMinute), hours.Max(static item => item.ToMinute));
    }

    private DateTimeZone ReadZone()
    {
        var id = _definition.TimeZone ?? "Asia/Shanghai";
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(id);
        if (zone is null)
        {
            _findings.Add(Finding.Error(CalendarMessages.All["calendars.unknown-zone", id], FindingPlace.At("/timeZone")));
        }

        return zone ?? DateTimeZone.Utc;
    }

    private EquatableArray<DailyHours> ReadHours(EquatableArray<DailyHours> hours, string path)
    {
        if (hours.Count == 0)
        {
            _findings.Add(Finding.Error(CalendarMessages.All["calendars.no-hours"], FindingPlace.At(path)));
        }

        HourRules.Check(hours, path, _findings);
        return HourSet.Normalise(hours);
    }

    private void ReadWeek()
    {
        var weekdays = _definition.WorkingWeekdays ?? MondayToFriday;
        for (var i = 0; i < weekdays.Count; i++)
        {
            if (IsWeekday(weekdays[i], string.Create(CultureInfo.InvariantCulture, $"/workingWeekdays/{i}")))
            {
                _week[(int)weekdays[i]] = _standard;
            }
        }

        for (var i = 0; i < _definition.WeekdayHours.Count; i++)
        {
            var special = _definition.WeekdayHours[i];
            var path = string.Create(CultureInfo.InvariantCulture, $"/weekdayHours/{i}");
            var hours = ReadHours(special.Hours, path + "/hours");
            if (!IsWeekday(special.Day, path + "/day"))
            {
                continue;
            }

            if (_week[(int)special.Day].Count == 0)
            {
                _findings.Add(Finding.Error(CalendarMessages.All["calendars.weekday-not-worked", special.Day], FindingPlace.At(path + "/day")));
            }

            _week[(int)special.Day] = hours;
        }
    }

    private bool IsWeekday(IsoDayOfWeek day, string path)
    {
        var valid = day is >= IsoDayOfWeek.Monday and <= IsoDayOfWeek.Sunday;
        if (!valid)
        {
            _findings.Add(Finding.Error(CalendarMessages.All["calendars.bad-weekday", (int)day], FindingPlace.At(path)));
        }

        return valid;
    }
}
