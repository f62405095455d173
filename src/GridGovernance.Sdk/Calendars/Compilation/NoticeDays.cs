using System.Globalization;
using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>All notices of a calendar laid over each other: which days they name, and which years they make known.</summary>
/// <remarks>Of each day the notice known last decides, whatever the order in which notices were given; what was always known comes before
/// everything that has a date. Findings are of all notices, whichever of them are taken into account.</remarks>
internal sealed class NoticeDays
{
    private readonly SortedDictionary<LocalDate, List<Statement>> _days = [];
    private readonly SortedSet<int> _years = [];
    private readonly HashSet<int> _embeddedYears = [];
    private readonly HashSet<int> _allYears = [];
    private readonly Predicate<LocalDate> _isWorkedByPattern;
    private readonly LocalDate? _asKnownAt;
    private readonly List<Finding> _findings;

    private NoticeDays(Predicate<LocalDate> isWorkedByPattern, LocalDate? asKnownAt, List<Finding> findings)
    {
        _isWorkedByPattern = isWorkedByPattern;
        _asKnownAt = asKnownAt;
        _findings = findings;
    }

    /// <summary>Gets the years that are known, in order.</summary>
    internal IReadOnlyCollection<int> Years => _years;

    /// <summary>Lays notices over each other.</summary>
    /// <param name="definition">The calendar.</param>
    /// <param name="isWorkedByPattern">Whether the weekly pattern works on a date.</param>
    /// <param name="asKnownAt">Only notices known on this date; null for all.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The days.</returns>
    internal static NoticeDays Merge(CalendarDefinition definition, Predicate<LocalDate> isWorkedByPattern, LocalDate? asKnownAt, List<Finding> findings)
    {
        var result = new NoticeDays(isWorkedByPattern, asKnownAt, findings);
        if (definition.EmbeddedNotices ?? true)
        {
            foreach (var notice in EmbeddedNotices.All)
            {
                result.Add(notice, null);
            }
        }

        result._embeddedYears.UnionWith(result._allYears);
        for (var i = 0; i < definition.Notices.Count; i++)
        {
            result.Add(definition.Notices[i], Path(i));
        }

        for (var i = 0; i < definition.Notices.Count; i++)
        {
            var notice = definition.Notices[i];
            if (notice.Days.Any(day => IsOf(notice, day.Date)) && IsYear(notice.Year) && !result._allYears.Contains(notice.Year))
            {
                findings.Add(Finding.Warning(CalendarMessages.All["calendars.notice-without-base", notice.Year], FindingPlace.At(Path(i) + "/days")));
            }
        }

        foreach (var (date, statements) in result._days)
        {
            result.Check(date, statements);
        }

        return result;
    }

    /// <summary>Looks a day up.</summary>
    /// <param name="date">The date.</param>
    /// <returns>What the notices say; null when they do not name it.</returns>
    internal Statement? Find(LocalDate date) => _days.TryGetValue(date, out var statements) ? Latest(statements, IsTakenIntoAccount) : null;

    /// <summary>Says whether a year is known.</summary>
    /// <param name="year">The year.</param>
    /// <returns>True when its yearly notice was given: one that names its 1 January.</returns>
    internal bool Covers(int year) => _years.Contains(year);

    private void Add(HolidayNotice notice, string? path)
    {
        if (!IsYear(notice.Year))
        {
            _findings.Add(Finding.Error(
                CalendarMessages.All["calendars.notice-year", notice.Year, CalendarCompiler.MinYear, CalendarCompiler.MaxYear], At(path + "/year")));
            return;
        }

        if (notice.Days.Count == 0)
        {
            _findings.Add(Finding.Warning(CalendarMessages.All["calendars.notice-empty", notice.Year], At(path + "/days")));
            return;
        }

        var seen = new Dictionary<LocalDate, HolidayNoticeDay>();
        for (var i = 0; i < notice.Days.Count; i++)
        {
            var day = notice.Days[i];
            var place = At(string.Create(CultureInfo.InvariantCulture, $"{path}/days/{i}"));
            if (!IsOf(notice, day.Date))
            {
                _findings.Add(Finding.Error(CalendarMessages.All["calendars.notice-outside-year", Text(day.Date), notice.Year], place));
            }
            else if (!seen.TryAdd(day.Date, day))
            {
                _findings.Add(seen[day.Date].IsOffDay == day.IsOffDay
                    ? Finding.Warning(CalendarMessages.All["calendars.notice-duplicate", notice.Year, Text(day.Date)], place)
                    : Finding.Error(CalendarMessages.All["calendars.notice-contradiction", notice.Year, Text(day.Date)], place));
            }
            else
            {
                Add(notice, day, place, path is not null);
            }
        }
    }

    private void Add(HolidayNotice notice, HolidayNoticeDay day, FindingPlace place, bool isOwn)
    {
        if (!_days.TryGetValue(day.Date, out var statements))
        {
            _days.Add(day.Date, statements = []);
        }

        var statement = new Statement(day.IsOffDay, day.Name, notice.Papers.Count == 0 ? null : notice.Papers[0], notice.EffectiveFrom, notice.Year, isOwn, place);
        statements.Add(statement);

        // Every yearly notice arranges New Year's Day; what does not is an amendment, and one day of a year does not tell of the others.
        if (day.IsOffDay && day.Date == new LocalDate(notice.Year, 1, 1))
        {
            _allYears.Add(notice.Year);
            if (IsTakenIntoAccount(statement))
            {
                _years.Add(notice.Year);
            }
        }
    }

    private void Check(LocalDate date, List<Statement> statements)
    {
        var embedded = Latest(statements, static statement => !statement.IsOwn);
        for (var i = 0; i < statements.Count; i++)
        {
            var statement = statements[i];
            if (!statement.IsOwn)
            {
                continue;
            }

            // A notice without a date of effect cannot say that it amends what the library carries: neither what a day is, nor that it is as usual.
            var isAmending = statement.KnownFrom is null
                && (embedded is not null ? embedded.IsOff != statement.IsOff
                    : _embeddedYears.Contains(statement.Year) && statement.IsOff == _isWorkedByPattern(date));
            if (isAmending || statements.Take(i).Any(other => other.KnownFrom == statement.KnownFrom && other.IsOff != statement.IsOff))
            {
                _findings.Add(Finding.Error(CalendarMessages.All["calendars.notice-conflict", Text(date)], statement.Place));
            }
            else if (!statement.IsOff && date.DayOfWeek <= IsoDayOfWeek.Friday && _isWorkedByPattern(date)
                && !statements.Exists(static other => other.IsOff) && !IsAfterHoliday(date))
            {
                _findings.Add(Finding.Warning(CalendarMessages.All["calendars.notice-needless-makeup", statement.Year, Text(date)], statement.Place));
            }
        }
    }

    // Some notices say from which day on work goes on as usual.
    private bool IsAfterHoliday(LocalDate date) => _days.TryGetValue(date.PlusDays(-1), out var statements) && statements.Exists(static statement => statement.IsOff);

    private bool IsTakenIntoAccount(Statement statement) => _asKnownAt is null || statement.KnownFrom is null || statement.KnownFrom <= _asKnownAt;

    // Of statements known from one date, which agree, the one that the library carries, then the first by name: not by the order of loading.
    private static Statement? Latest(List<Statement> statements, Predicate<Statement> condition)
    {
        Statement? latest = null;
        foreach (var statement in statements)
        {
            if (condition(statement) && (latest is null || Compare(statement, latest) > 0))
            {
                latest = statement;
            }
        }

        return latest;
    }

    private static int Compare(Statement left, Statement right) =>
        (left.KnownFrom ?? LocalDate.MinIsoValue).CompareTo(right.KnownFrom ?? LocalDate.MinIsoValue) is not 0 and var byDate ? byDate
        : left.IsOwn != right.IsOwn ? right.IsOwn.CompareTo(left.IsOwn)
        : string.CompareOrdinal(right.Paper, left.Paper) is not 0 and var byPaper ? byPaper
        : string.CompareOrdinal(right.Name, left.Name);

    private static bool IsOf(HolidayNotice notice, LocalDate date) => date.Year == notice.Year || (date.Year == notice.Year - 1 && date.Month == 12);

    private static bool IsYear(int year) => year is >= CalendarCompiler.MinYear and <= CalendarCompiler.MaxYear;

    private static string Path(int index) => string.Create(CultureInfo.InvariantCulture, $"/notices/{index}");

    private static FindingPlace At(string? path) => path is null || !path.StartsWith("/notices", StringComparison.Ordinal) ? FindingPlace.Nowhere : FindingPlace.At(path);

    private static string Text(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    /// <summary>What a notice says of a day.</summary>
    /// <param name="IsOff">True when it is off.</param>
    /// <param name="Name">The holiday.</param>
    /// <param name="Paper">The address of the paper.</param>
    /// <param name="KnownFrom">Since when it is known; null when it always was.</param>
    /// <param name="Year">The year that the notice is about.</param>
    /// <param name="IsOwn">True when the host loaded it.</param>
    /// <param name="Place">Where it stands.</param>
    internal sealed record Statement(bool IsOff, string Name, string? Paper, LocalDate? KnownFrom, int Year, bool IsOwn, FindingPlace Place);
}
