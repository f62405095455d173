using System.Globalization;
using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>All notices of a calendar laid over each other: which days they name, and which years they make known.</summary>
internal sealed class NoticeDays
{
    private readonly SortedDictionary<LocalDate, Statement> _days = [];
    private readonly SortedSet<int> _years = [];

    private NoticeDays()
    {
    }

    /// <summary>Gets the years that are known, in order.</summary>
    internal IReadOnlyCollection<int> Years => _years;

    /// <summary>Lays notices over each other.</summary>
    /// <param name="definition">The calendar.</param>
    /// <param name="asKnownAt">Only notices known on this date; null for all.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <returns>The days.</returns>
    internal static NoticeDays Merge(CalendarDefinition definition, LocalDate? asKnownAt, List<Finding> findings)
    {
        var result = new NoticeDays();
        if (definition.EmbeddedNotices ?? true)
        {
            foreach (var notice in EmbeddedNotices.All)
            {
                result.Add(notice, null, asKnownAt, findings);
            }
        }

        for (var i = 0; i < definition.Notices.Count; i++)
        {
            result.Add(definition.Notices[i], string.Create(CultureInfo.InvariantCulture, $"/notices/{i}"), asKnownAt, findings);
        }

        return result;
    }

    /// <summary>Looks a day up.</summary>
    /// <param name="date">The date.</param>
    /// <returns>What the notices say; null when they do not name it.</returns>
    internal Statement? Find(LocalDate date) => _days.GetValueOrDefault(date);

    /// <summary>Says whether a year is known.</summary>
    /// <param name="year">The year.</param>
    /// <returns>True when a notice with days was given for it.</returns>
    internal bool Covers(int year) => _years.Contains(year);

    private void Add(HolidayNotice notice, string? path, LocalDate? asKnownAt, List<Finding> findings)
    {
        if (notice.Year is < CalendarCompiler.MinYear or > CalendarCompiler.MaxYear)
        {
            findings.Add(Finding.Error(
                CalendarMessages.All["calendars.notice-year", notice.Year, CalendarCompiler.MinYear, CalendarCompiler.MaxYear], At(path + "/year")));
            return;
        }

        if (notice.Days.Count == 0)
        {
            findings.Add(Finding.Warning(CalendarMessages.All["calendars.notice-empty", notice.Year], At(path + "/days")));
            return;
        }

        var seen = new Dictionary<LocalDate, HolidayNoticeDay>();
        for (var i = 0; i < notice.Days.Count; i++)
        {
            var day = notice.Days[i];
            var place = At(string.Create(CultureInfo.InvariantCulture, $"{path}/days/{i}"));
            if (day.Date < new LocalDate(notice.Year - 1, 12, 1) || day.Date > new LocalDate(notice.Year, 12, 31))
            {
                findings.Add(Finding.Error(CalendarMessages.All["calendars.notice-outside-year", Text(day.Date), notice.Year], place));
            }
            else if (!seen.TryAdd(day.Date, day))
            {
                findings.Add(seen[day.Date].IsOffDay == day.IsOffDay
                    ? Finding.Warning(CalendarMessages.All["calendars.notice-duplicate", notice.Year, Text(day.Date)], place)
                    : Finding.Error(CalendarMessages.All["calendars.notice-contradiction", notice.Year, Text(day.Date)], place));
            }
            else if (asKnownAt is null || notice.EffectiveFrom is null || notice.EffectiveFrom <= asKnownAt)
            {
                Lay(new Statement(day.IsOffDay, day.Name, notice.Papers.Count == 0 ? null : notice.Papers[0], notice.EffectiveFrom, path is not null), day.Date, place, findings);
                _years.Add(notice.Year);
            }
        }
    }

    private void Lay(Statement statement, LocalDate date, FindingPlace place, List<Finding> findings)
    {
        if (!_days.TryGetValue(date, out var other))
        {
            _days.Add(date, statement);
            return;
        }

        if (other.IsOff != statement.IsOff && !IsOrdered(other, statement))
        {
            findings.Add(Finding.Error(CalendarMessages.All["calendars.notice-conflict", Text(date)], place));
        }

        // A later notice amends an earlier one; at the same date off wins, so that the order of loading does not matter.
        var order = Comparer<LocalDate>.Default.Compare(statement.KnownFrom ?? LocalDate.MinIsoValue, other.KnownFrom ?? LocalDate.MinIsoValue);
        if (order > 0 || (order == 0 && statement.IsOff && !other.IsOff))
        {
            _days[date] = statement;
        }
    }

    // An own notice without a date of effect cannot say that it amends what the library carries, nor be amended silently by it.
    private static bool IsOrdered(Statement left, Statement right) => left.KnownFrom != right.KnownFrom
        && (left.KnownFrom is not null || !left.IsOwn) && (right.KnownFrom is not null || !right.IsOwn);

    private static FindingPlace At(string? path) => path is null || !path.StartsWith("/notices", StringComparison.Ordinal) ? FindingPlace.Nowhere : FindingPlace.At(path);

    private static string Text(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    /// <summary>What a notice says of a day.</summary>
    /// <param name="IsOff">True when it is off.</param>
    /// <param name="Name">The holiday.</param>
    /// <param name="Paper">The address of the paper.</param>
    /// <param name="KnownFrom">Since when it is known.</param>
    /// <param name="IsOwn">True when the host loaded it.</param>
    internal sealed record Statement(bool IsOff, string Name, string? Paper, LocalDate? KnownFrom, bool IsOwn);
}
