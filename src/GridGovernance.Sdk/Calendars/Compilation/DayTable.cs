using NodaTime;
using NodaTime.TimeZones;

namespace GridGovernance.Sdk.Calendars;

/// <summary>The days of a calendar in flat arrays: what each is, when it begins, and where the next of a kind is.</summary>
/// <remarks>
/// <para>A day is a number: the days since 1970-01-01. Days outside the table are unknown, yet have a date and a beginning.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
internal sealed class DayTable
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    // A local time that a change of the clock skips is the instant of the change; one that occurs twice is the first.
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    private readonly int _first;
    private readonly DayFacts[] _facts;
    private readonly long[] _starts;
    private readonly long[] _closes;
    private readonly LocalDate[] _dates;
    private readonly int[] _workdaysBefore;
    private readonly int[] _workdays;
    private readonly int[] _nextUnknown;
    private readonly int[] _nextWorking;
    private readonly int[] _nextNoHoliday;

    /// <summary>Creates the table.</summary>
    /// <param name="zone">The time zone.</param>
    /// <param name="first">The number of the first day.</param>
    /// <param name="facts">The days, in order.</param>
    internal DayTable(DateTimeZone zone, int first, DayFacts[] facts)
    {
        Zone = zone;
        _first = first;
        _facts = facts;
        var count = facts.Length;
        _starts = new long[count + 1];
        _closes = new long[count];
        _dates = new LocalDate[count];
        _workdaysBefore = new int[count + 1];
        _nextUnknown = new int[count + 1];
        _nextWorking = new int[count + 1];
        _nextNoHoliday = new int[count + 1];
        var workdays = new List<int>(count);
        for (var i = 0; i <= count; i++)
        {
            _starts[i] = TicksAt(first + i, 0);
        }

        for (var i = 0; i < count; i++)
        {
            _dates[i] = Epoch.PlusDays(first + i);
            _closes[i] = facts[i].Hours.Count == 0 ? _starts[i + 1] : TicksAt(first + i, facts[i].Hours[^1].ToMinute);
            _workdaysBefore[i] = workdays.Count;
            if (facts[i].IsWorking)
            {
                workdays.Add(i);
            }
        }

        _workdaysBefore[count] = workdays.Count;
        _workdays = [.. workdays];
        (_nextUnknown[count], _nextWorking[count], _nextNoHoliday[count]) = (count, count, count);
        for (var i = count - 1; i >= 0; i--)
        {
            var unknown = facts[i].Kind == DayKind.Unknown;
            _nextUnknown[i] = unknown ? i : _nextUnknown[i + 1];
            _nextWorking[i] = unknown || facts[i].IsWorking ? i : _nextWorking[i + 1];
            _nextNoHoliday[i] = facts[i].Kind != DayKind.Holiday ? i : _nextNoHoliday[i + 1];
        }
    }

    /// <summary>Gets the time zone.</summary>
    internal DateTimeZone Zone { get; }

    /// <summary>Gets the number of the first day in the table.</summary>
    internal int First => _first;

    /// <summary>Gets the number of the day after the last in the table.</summary>
    internal int End => _first + _facts.Length;

    /// <summary>Returns the number of a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The days since 1970-01-01.</returns>
    internal static int NumberOf(LocalDate date) => Period.DaysBetween(Epoch, date);

    /// <summary>Returns what a day is; unknown outside the table.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The facts.</returns>
    internal DayFacts Facts(int day) => (uint)(day - _first) < (uint)_facts.Length ? _facts[day - _first] : DayFacts.Unknown;

    /// <summary>Returns the date of a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The date.</returns>
    internal LocalDate DateOf(int day) => (uint)(day - _first) < (uint)_dates.Length ? _dates[day - _first] : Epoch.PlusDays(day);

    /// <summary>Returns when a day begins.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Unix ticks.</returns>
    internal long StartOf(int day) => (uint)(day - _first) < (uint)_starts.Length ? _starts[day - _first] : TicksAt(day, 0);

    /// <summary>Returns when business closes on a day: at its end when there is none.</summary>
    /// <param name="day">The day.</param>
    /// <returns>Unix ticks.</returns>
    internal long CloseOf(int day) => (uint)(day - _first) < (uint)_closes.Length ? _closes[day - _first] : TicksAt(day + 1, 0);

    /// <summary>Returns the instant of a local time.</summary>
    /// <param name="day">The day.</param>
    /// <param name="minute">Minutes from its midnight; may pass into later days.</param>
    /// <returns>Unix ticks.</returns>
    internal long TicksAt(int day, int minute) =>
        Epoch.PlusDays(day).AtMidnight().PlusMinutes(minute).InZone(Zone, Resolver).ToInstant().ToUnixTimeTicks();

    /// <summary>Returns the day of an instant.</summary>
    /// <param name="ticks">Unix ticks.</param>
    /// <returns>The day.</returns>
    internal int DayAt(long ticks)
    {
        if (ticks < _starts[0] || ticks >= _starts[^1])
        {
            return NumberOf(Instant.FromUnixTimeTicks(ticks).InZone(Zone).Date);
        }

        // Days are a day long but for changes of the clock: the guess is one off at most, and more only where a zone skipped whole days.
        var i = Math.Min((int)((ticks - _starts[0]) / NodaConstants.TicksPerDay), _facts.Length - 1);
        while (_starts[i] > ticks)
        {
            i--;
        }

        while (_starts[i + 1] <= ticks)
        {
            i++;
        }

        return _first + i;
    }

    /// <summary>Returns the working days before a day, from the beginning of the table.</summary>
    /// <param name="day">A day in the table, or the day after its last.</param>
    /// <returns>How many.</returns>
    internal int WorkdaysBefore(int day) => _workdaysBefore[day - _first];

    /// <summary>Returns the working day of an ordinal.</summary>
    /// <param name="ordinal">How many working days are before it in the table.</param>
    /// <returns>The day; the day after the table's last when there are not so many.</returns>
    internal int Workday(int ordinal) => ordinal < _workdays.Length ? _first + _workdays[ordinal] : End;

    /// <summary>Returns the first unknown day not before a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The unknown day, which may be the day after the table's last.</returns>
    internal int NextUnknown(int day) => IsOutside(day) ? day : _first + _nextUnknown[day - _first];

    /// <summary>Returns the first day not before a day that ends a search past rest days: worked, or unknown.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The day.</returns>
    internal int NextWorking(int day) => IsOutside(day) ? day : _first + _nextWorking[day - _first];

    /// <summary>Returns the first day not before a day that is no holiday by notice or layer.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The day.</returns>
    internal int NextNoHoliday(int day) => IsOutside(day) ? day : _first + _nextNoHoliday[day - _first];

    /// <summary>Says whether a day is known.</summary>
    /// <param name="day">The day.</param>
    /// <returns>True when it is.</returns>
    internal bool IsKnown(int day) => Facts(day).Kind != DayKind.Unknown;

    /// <summary>Returns the day because of which an instant is unknown: its own, or the day before, whose night shift may last until it.</summary>
    /// <param name="ticks">Unix ticks of an instant that is unknown.</param>
    /// <returns>The date.</returns>
    internal LocalDate UnknownAt(long ticks)
    {
        var day = DayAt(ticks);
        return DateOf(IsKnown(day) ? day - 1 : day);
    }

    private bool IsOutside(int day) => (uint)(day - _first) >= (uint)_facts.Length;
}
