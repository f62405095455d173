using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>A calendar of working time (工作日历), compiled: which days and hours are worked, and when something is due.</summary>
/// <remarks>
/// <para>A day that no notice covers is unknown, and every answer that needs it says so: it is never guessed.</para>
/// <para>Instants lie within the years 1 to 8999 (UTC): whatever is counted from them then has a date. Others are a caller's mistake.</para>
/// <para>Compile once and share: queries take the same few steps whatever the amount, and allocate nothing unless they say so.
/// Times are exact to a ten-millionth of a second.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class WorkCalendar
{
    private static readonly Lazy<WorkCalendar> ChinaCalendar = new(static () => Compile(CalendarDefinition.China, out _)!);

    private WorkCalendar(CalendarDefinition definition, LocalDate? asKnownAt, CalendarTables tables)
    {
        Definition = definition;
        KnownAt = asKnownAt;
        (Days, Work, Shifts, Known, Closures) = tables;
    }

    /// <summary>Gets the calendar of mainland China: notices for 2007–2026, Monday to Friday, 08:00–12:00 and 14:00–18:00, Asia/Shanghai.</summary>
    public static WorkCalendar China => ChinaCalendar.Value;

    /// <summary>Gets the definition that was compiled.</summary>
    public CalendarDefinition Definition { get; }

    /// <summary>Gets the date as of which notices are taken into account; null when all are.</summary>
    public LocalDate? KnownAt { get; }

    /// <summary>Gets the time zone.</summary>
    public DateTimeZone Zone => Days.Zone;

    /// <summary>Gets the days.</summary>
    internal DayTable Days { get; }

    /// <summary>Gets the working time.</summary>
    internal WorkTable Work { get; }

    /// <summary>Gets the working time by the day on which it begins.</summary>
    internal ShiftTable Shifts { get; }

    /// <summary>Gets the known runs of time.</summary>
    internal KnownRuns Known { get; }

    /// <summary>Gets the closed hours of days that are worked otherwise, in order of their beginnings.</summary>
    internal EquatableArray<ClosureSpan> Closures { get; }

    /// <summary>Compiles a definition.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="report">Everything that is wrong or doubtful in it, with JSON Pointers.</param>
    /// <returns>The calendar; null when the report has errors.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="definition"/> is null.</exception>
    public static WorkCalendar? Compile(CalendarDefinition definition, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return Compile(definition, null, out report);
    }

    /// <summary>Returns the calendar as it was known on a date: without the notices that came later. It is compiled anew.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The calendar.</returns>
    public WorkCalendar AsKnownAt(LocalDate date)
    {
        // What is wrong with a definition does not depend on the date: this one was compiled before.
        return Compile(Definition, date, out _)!;
    }

    /// <summary>Says what a day is, and on whose word.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The day; allocated.</returns>
    public CalendarDay Day(LocalDate date)
    {
        var facts = Days.Facts(DayTable.NumberOf(date));
        return new CalendarDay(date, facts.Kind) { Name = facts.Name, Source = facts.Source, Hours = facts.Hours };
    }

    /// <summary>Says whether a day is worked.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True or false; null when the day is unknown.</returns>
    public bool? IsWorkingDay(LocalDate date)
    {
        var facts = Days.Facts(DayTable.NumberOf(date));
        return facts.Kind == DayKind.Unknown ? null : facts.IsWorking;
    }

    /// <summary>Says whether an instant is working time; the very end of a stretch is not.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>True or false; null when its day is unknown.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is outside the years 1 to 8999 (UTC).</exception>
    public bool? IsWorkingTime(Instant at)
    {
        var ticks = InstantRange.Ticks(at, nameof(at));
        return Known.TryEnd(ticks, out _) ? Work.IsWorking(ticks) : null;
    }

    /// <summary>Returns when a limit is due.</summary>
    /// <remarks>A limit in working hours is due at the earliest instant by which so much was worked: work that ends with the day is due
    /// at its close, not next morning. A limit in days is due at the end of its last day.</remarks>
    /// <param name="start">When it starts.</param>
    /// <param name="limit">How long.</param>
    /// <param name="policy">How it is counted.</param>
    /// <returns>The due date, or the day that is unknown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is outside the years 1 to 8999 (UTC).</exception>
    public DueDate Due(Instant start, TimeLimit limit, CountingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var read = policy.Read(limit);
        return new DueCounter(this, policy, []).Due(InstantRange.Ticks(start, nameof(start)), LimitLeg.Of(read));
    }

    /// <summary>Explains when a limit is due: every stretch of time from its start, with its reason.</summary>
    /// <param name="start">When it starts.</param>
    /// <param name="limit">How long.</param>
    /// <param name="policy">How it is counted.</param>
    /// <returns>The explanation; allocated.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is outside the years 1 to 8999 (UTC).</exception>
    public DeadlineExplanation Explain(Instant start, TimeLimit limit, CountingPolicy policy)
    {
        _ = InstantRange.Ticks(start, nameof(start));
        return DeadlineLedger.Start(limit, policy, start).Explain(this);
    }

    /// <summary>Returns the last second at which something can start and still be due by an instant: the limit counted backward.</summary>
    /// <param name="until">When it must be due at the latest.</param>
    /// <param name="limit">How long.</param>
    /// <param name="policy">How it is counted.</param>
    /// <returns>For a limit in days the last second of the last day on which it can start; or the day that is unknown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="until"/> is outside the years 1 to 8999 (UTC).</exception>
    public DueDate LatestStart(Instant until, TimeLimit limit, CountingPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var read = policy.Read(limit);
        return new StartFinder(this, policy).Find(InstantRange.Ticks(until, nameof(until)), LimitLeg.Of(read));
    }

    /// <summary>Returns the earliest instant by which so much working time has passed.</summary>
    /// <param name="from">The instant to begin at.</param>
    /// <param name="time">The working time; not negative, and no more than a hundred years round the clock (876,600 hours).</param>
    /// <returns>The instant, or the day that is unknown.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or too long, or <paramref name="from"/> is outside the years 1 to 8999 (UTC).</exception>
    public DueDate AddWorkingTime(Instant from, Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, InstantRange.Longest);
        var ticks = InstantRange.Ticks(from, nameof(from));
        if (time == Duration.Zero)
        {
            return At(ticks);
        }

        if (!Known.TryEnd(ticks, out var end))
        {
            return DueDate.NeedsDay(Days.UnknownAt(ticks));
        }

        var worked = Work.WorkedBefore(ticks) + time.BclCompatibleTicks;
        var at = worked <= Work.Total ? Work.EarliestAt(worked) : long.MaxValue;
        return at <= end ? At(at) : DueDate.NeedsDay(Days.UnknownAt(end));
    }

    /// <summary>Returns the latest instant from which so much working time is left until an instant.</summary>
    /// <remarks>For a working instant and any time: subtracting what was added gives the instant again.</remarks>
    /// <param name="until">The instant to end at.</param>
    /// <param name="time">The working time; not negative, and no more than a hundred years round the clock (876,600 hours).</param>
    /// <returns>The instant, or the day that is unknown.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative or too long, or <paramref name="until"/> is outside the years 1 to 8999 (UTC).</exception>
    public DueDate SubtractWorkingTime(Instant until, Duration time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, Duration.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(time, InstantRange.Longest);
        var ticks = InstantRange.Ticks(until, nameof(until));
        if (time == Duration.Zero)
        {
            return At(ticks);
        }

        if (!Known.TryStart(ticks, out var start))
        {
            return DueDate.NeedsDay(Days.UnknownAt(ticks - 1));
        }

        var worked = Work.WorkedBefore(ticks) - time.BclCompatibleTicks;
        var at = worked >= 0 ? Work.LatestAt(worked) : long.MinValue;
        return at >= start ? At(at) : DueDate.NeedsDay(Days.UnknownAt(start - 1));
    }

    /// <summary>Returns the working time between two instants.</summary>
    /// <param name="from">One instant.</param>
    /// <param name="to">The other; when it is earlier, the result is negative.</param>
    /// <returns>The working time, or the first day that is unknown.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> or <paramref name="to"/> is outside the years 1 to 8999 (UTC).</exception>
    public WorkingTime WorkingTimeBetween(Instant from, Instant to)
    {
        var (a, b) = (InstantRange.Ticks(from, nameof(from)), InstantRange.Ticks(to, nameof(to)));
        if (a == b)
        {
            return WorkingTime.Known(Duration.Zero);
        }

        var first = Math.Min(a, b);
        if (!Known.TryEnd(first, out var end))
        {
            return WorkingTime.NeedsDay(Days.UnknownAt(first));
        }

        return Math.Max(a, b) <= end
            ? WorkingTime.Known(Duration.FromTicks(Work.WorkedBefore(b) - Work.WorkedBefore(a)))
            : WorkingTime.NeedsDay(Days.UnknownAt(end));
    }

    private static WorkCalendar? Compile(CalendarDefinition definition, LocalDate? asKnownAt, out FindingReport report) =>
        CalendarCompiler.Compile(definition, asKnownAt, out report) is { } tables ? new WorkCalendar(definition, asKnownAt, tables) : null;

    private DueDate At(long ticks) => DueDate.Known(Instant.FromUnixTimeTicks(ticks), Days.DateOf(Days.DayAt(ticks)));
}
