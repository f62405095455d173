using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>One clock of a case (时限台账): its limit, when it started, its pauses, extensions and changes; from which the due date follows.</summary>
/// <remarks>
/// <para>The ledger holds facts, not results: a due date is computed over a calendar, so that it can be evaluated with any notices, and a
/// retroactive entry needs no correction of anything else. First response and completion are two ledgers.</para>
/// <para>Pauses may be entered in any order and may overlap: time is taken away once. A change of the limit keeps start, pauses and extensions.</para>
/// <para>A limit in hours is moved by exactly the time of its pauses that would have counted. Of a limit in days, months or years, the pauses take
/// from each counted day the share that they cover (of a working day, of the shift that begins on it, a night shift whole; of a calendar day, of
/// its 24 hours); the shares are added up, and every whole day that they make is not counted. Half a day paused alone therefore moves nothing,
/// two halves move a day. The last day is the first on which enough days are counted, on which the limit may end by its roll-over, and whose
/// end lies in no pause: a clock falls due only while it runs. So a pause outside working time takes nothing away, but where the end of the last
/// day falls into it, the next day that may be the last is. While a pause lasts that began before the end of the last day, nothing is due; one
/// that began later changes nothing.</para>
/// <para>Instants lie within the years 1 to 8999 (UTC), and a limit with its extensions is no more than five hundred years.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record DeadlineLedger
{
    private const int OnStack = 16;

    // Five limits of the longest kind: every due date then is a date.
    private const long LongestHalfHours = 5L * 876_600 * 2;

    private DeadlineLedger(TimeLimit limit, CountingPolicy policy, Instant startedAt)
    {
        Limit = limit;
        Policy = policy;
        StartedAt = startedAt;
    }

    /// <summary>Gets the limit, without extensions.</summary>
    public TimeLimit Limit { get; private init; }

    /// <summary>Gets how it is counted.</summary>
    public CountingPolicy Policy { get; }

    /// <summary>Gets when the clock started.</summary>
    public Instant StartedAt { get; private init; }

    /// <summary>Gets the pauses, in order of their beginnings.</summary>
    public EquatableArray<DeadlinePause> Pauses { get; private init; }

    /// <summary>Gets the extensions, in the order in which they were granted.</summary>
    public EquatableArray<DeadlineExtension> Extensions { get; private init; }

    /// <summary>Gets the changes of the limit, in the order in which they were made.</summary>
    public EquatableArray<LimitChange> Changes { get; private init; }

    /// <summary>Gets when what the clock measures was done; null while it is not.</summary>
    public Instant? CompletedAt { get; private init; }

    /// <summary>Gets a value indicating whether the clock is paused.</summary>
    public bool IsPaused => OpenPause >= 0;

    private int OpenPause
    {
        get
        {
            for (var i = 0; i < Pauses.Count; i++)
            {
                if (Pauses[i].To is null)
                {
                    return i;
                }
            }

            return -1;
        }
    }

    /// <summary>Starts a clock.</summary>
    /// <param name="limit">The limit.</param>
    /// <param name="policy">How it is counted.</param>
    /// <param name="at">When; may be long ago.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policy"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is outside the years 1 to 8999 (UTC).</exception>
    public static DeadlineLedger Start(TimeLimit limit, CountingPolicy policy, Instant at)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new DeadlineLedger(limit, policy, InstantRange.Check(at, nameof(at)));
    }

    /// <summary>Pauses the clock.</summary>
    /// <param name="at">When; may be in the past.</param>
    /// <param name="cause">Why.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ArgumentException"><paramref name="cause"/> is null or white space.</exception>
    /// <exception cref="InvalidOperationException">The clock is paused already.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is outside the years 1 to 8999 (UTC).</exception>
    public DeadlineLedger Pause(Instant at, string cause)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(cause);
        return IsPaused
            ? throw new InvalidOperationException($"The clock was expected to run when it is paused for \"{cause}\", but is paused since {Pauses[OpenPause].From}.")
            : With(new DeadlinePause(InstantRange.Check(at, nameof(at)), null, cause));
    }

    /// <summary>Resumes the clock.</summary>
    /// <param name="at">When; not before the pause.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="InvalidOperationException">The clock is not paused.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is before the beginning of the pause, or is outside the years 1 to 8999 (UTC).</exception>
    public DeadlineLedger Resume(Instant at)
    {
        var open = OpenPause;
        if (open < 0)
        {
            throw new InvalidOperationException("The clock was expected to be paused when it is resumed, but is running.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(at, Pauses[open].From);
        var pauses = Pauses.ToArray();
        pauses[open] = pauses[open] with { To = InstantRange.Check(at, nameof(at)) };
        return this with { Pauses = EquatableArray.From(pauses) };
    }

    /// <summary>Enters a pause that is over.</summary>
    /// <param name="from">When it began.</param>
    /// <param name="to">When it ended.</param>
    /// <param name="cause">Why.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ArgumentException"><paramref name="cause"/> is null or white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>, or one of them is outside the years 1 to 8999 (UTC).</exception>
    public DeadlineLedger PauseBetween(Instant from, Instant to, string cause)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(cause);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return With(new DeadlinePause(InstantRange.Check(from, nameof(from)), InstantRange.Check(to, nameof(to)), cause));
    }

    /// <summary>Extends the limit.</summary>
    /// <param name="by">By how much.</param>
    /// <param name="at">When it was granted.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit and its extensions together are more than five hundred years.</exception>
    public DeadlineLedger Extend(TimeLimit by, Instant at) => CheckLength(Limit, by, nameof(by)) with { Extensions = Extensions.Add(new DeadlineExtension(by, at)) };

    /// <summary>Changes the limit; it is counted anew from the same start, around the same pauses, with the same extensions.</summary>
    /// <param name="limit">The new limit.</param>
    /// <param name="at">When it was changed.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit and its extensions together are more than five hundred years.</exception>
    public DeadlineLedger ChangeLimit(TimeLimit limit, Instant at) => CheckLength(limit, default, nameof(limit)) with { Limit = limit, Changes = Changes.Add(new LimitChange(Limit, limit, at)) };

    /// <summary>Corrects when the clock started; pauses, extensions and changes stay.</summary>
    /// <param name="at">When it really started.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is outside the years 1 to 8999 (UTC).</exception>
    public DeadlineLedger StartAt(Instant at) => this with { StartedAt = InstantRange.Check(at, nameof(at)) };

    /// <summary>Starts the clock again with its limit: pauses and extensions are forgotten, and it runs.</summary>
    /// <param name="at">When.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is outside the years 1 to 8999 (UTC).</exception>
    public DeadlineLedger Reset(Instant at) => this with { StartedAt = InstantRange.Check(at, nameof(at)), Pauses = [], Extensions = [], CompletedAt = null };

    /// <summary>Enters that what the clock measures was done.</summary>
    /// <param name="at">When.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is outside the years 1 to 8999 (UTC).</exception>
    public DeadlineLedger Complete(Instant at) => this with { CompletedAt = InstantRange.Check(at, nameof(at)) };

    /// <summary>Returns when it is due.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <returns>The due date; the day that is unknown; or <see cref="DueDate.Stopped"/> while a pause lasts that began before it was due.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public DueDate Due(WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var pauses = Pauses.Count <= OnStack ? stackalloc PauseSpan[OnStack] : new PauseSpan[Pauses.Count];
        var legs = Extensions.Count < OnStack ? stackalloc LimitLeg[OnStack] : new LimitLeg[Extensions.Count + 1];
        pauses = pauses[..CopyPauses(pauses)];
        legs = legs[..CopyLegs(legs)];
        return new DueCounter(calendar, Policy, pauses).Due(StartedAt.ToUnixTimeTicks(), legs);
    }

    /// <summary>Explains the due date: every stretch of time from the start, with its reason.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <returns>The explanation; allocated.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public DeadlineExplanation Explain(WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return DeadlineExplainer.Explain(calendar, this);
    }

    /// <summary>Returns how much of its time the clock has used, for warnings: working time for limits in working hours or days, natural time for others,
    /// without pauses.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="at">Now; after completion, the share stays what it was then.</param>
    /// <returns>0 before it runs, 1 when it is due, more when it is late; null when a day is unknown. A clock that is paused is taken as resumed now.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is outside the years 1 to 8999 (UTC).</exception>
    public decimal? ShareUsed(WorkCalendar calendar, Instant at)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        _ = InstantRange.Ticks(at, nameof(at));
        var now = CompletedAt is { } done && done < at ? done : at;
        var pauses = new PauseSpan[Pauses.Count];
        var count = CopyPauses(pauses);
        if (count > 0 && pauses[count - 1].To == PauseSpan.Open)
        {
            var ticks = now.ToUnixTimeTicks();
            pauses[count - 1] = pauses[count - 1] with { To = ticks };
            count -= ticks <= pauses[count - 1].From ? 1 : 0;
        }

        var legs = new LimitLeg[Extensions.Count + 1];
        return new DeadlineProgress(calendar, this, pauses.AsSpan(0, count), legs.AsSpan(0, CopyLegs(legs))).ShareAt(now.ToUnixTimeTicks());
    }

    /// <summary>Returns when a share of the clock's time will be used, for a warning before it is due.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="share">The share, 0..1.</param>
    /// <returns>The instant; the day that is unknown; or <see cref="DueDate.Stopped"/> while a pause lasts that began before it was due.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside 0..1.</exception>
    public DueDate ReachesShare(WorkCalendar calendar, decimal share)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1m);
        var pauses = new PauseSpan[Pauses.Count];
        var legs = new LimitLeg[Extensions.Count + 1];
        var count = CopyPauses(pauses);
        return new DeadlineProgress(calendar, this, pauses.AsSpan(0, count), legs.AsSpan(0, CopyLegs(legs))).Reach(share);
    }

    /// <summary>Writes the pauses as spans in order that share no time: what two pauses have in common is taken away once.</summary>
    /// <param name="target">At least as long as there are pauses.</param>
    /// <returns>How many spans were written.</returns>
    internal int CopyPauses(Span<PauseSpan> target)
    {
        var count = 0;
        foreach (var pause in Pauses.AsSpan())
        {
            var from = pause.From.ToUnixTimeTicks();
            var to = pause.To?.ToUnixTimeTicks() ?? PauseSpan.Open;
            if (count > 0 && from <= target[count - 1].To)
            {
                target[count - 1] = new PauseSpan(target[count - 1].From, Math.Max(to, target[count - 1].To));
            }
            else if (from < to)
            {
                target[count++] = new PauseSpan(from, to);
            }
        }

        return count;
    }

    /// <summary>Writes the limit with its extensions, those in one unit added up; a year is twelve months (民法典 202 counts both to the corresponding day).</summary>
    /// <param name="target">At least one longer than there are extensions.</param>
    /// <returns>How many parts were written.</returns>
    internal int CopyLegs(Span<LimitLeg> target)
    {
        target[0] = LimitLeg.Of(Policy.Read(Limit));
        var count = 1;
        foreach (var extension in Extensions.AsSpan())
        {
            var by = LimitLeg.Of(Policy.Read(extension.By));
            if (target[count - 1].Unit == by.Unit)
            {
                target[count - 1] = new LimitLeg(target[count - 1].Amount + by.Amount, by.Unit);
            }
            else if (by.Amount > 0)
            {
                target[count++] = by;
            }
        }

        return count;
    }

    internal bool CanExtend(TimeLimit by) => IsWithinLength(Limit, by);

    private DeadlineLedger CheckLength(TimeLimit limit, TimeLimit by, string name) => IsWithinLength(limit, by)
        ? this
        : throw new ArgumentOutOfRangeException(name, "A limit with all its extensions was expected to be no more than five hundred years.");

    private bool IsWithinLength(TimeLimit limit, TimeLimit by)
    {
        var sum = HalfHours(limit) + HalfHours(by);
        foreach (var extension in Extensions.AsSpan())
        {
            sum += HalfHours(extension.By);
        }

        return sum <= LongestHalfHours;
    }

    private static long HalfHours(TimeLimit limit) => limit.Amount * limit.Unit switch
    {
        LimitUnit.UrgentHours or LimitUnit.WorkingHours => 2L,
        LimitUnit.WorkingDays or LimitUnit.CalendarDays => 48L,
        LimitUnit.Months => 1_461L,
        _ => 17_532L,
    };

    private DeadlineLedger With(DeadlinePause pause)
    {
        // In order of beginnings, whatever the order of entry: retroactive pauses are nothing special.
        var index = 0;
        while (index < Pauses.Count && Pauses[index].From <= pause.From)
        {
            index++;
        }

        var pauses = Pauses.ToList();
        pauses.Insert(index, pause);
        return this with { Pauses = EquatableArray.From(pauses) };
    }
}
