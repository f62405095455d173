using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>One subject's visits (走访台账): the fold of its events.</summary>
/// <remarks>
/// <para>One visit is owed in each period of the rule, by its last day. A visit settles the period before when that is open and within its grace, else the
/// period it falls in; a further one is a duplicate, or counts beside what is owed. A period that is past its grace without a visit stays missed.</para>
/// <para>Equality is by value: replaying the same events gives an equal file. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record VisitFile
{
    private VisitFile(SubjectEnrolled enrolled)
    {
        Subject = enrolled.Subject;
        Rule = enrolled.Rule;
        Cycle = new DutyCycle(enrolled.Subject.From, enrolled.Rule.Every);
        ChangedOn = enrolled.On;
    }

    /// <summary>Gets the subject, in its present category, risk level and days.</summary>
    public VisitSubject Subject { get; private init; }

    /// <summary>Gets the rule that it falls under.</summary>
    public VisitRule Rule { get; private init; }

    /// <summary>Gets the periods of that rule.</summary>
    public DutyCycle Cycle { get; private init; }

    /// <summary>Gets the last period under that rule that was settled; −1 while none was.</summary>
    public int LastSettled { get; private init; } = -1;

    /// <summary>Gets every period that was settled, under all rules, in order.</summary>
    public EquatableArray<VisitSettlement> Settled { get; private init; }

    /// <summary>Gets the last days of the periods that were missed before the last one that was settled, or under earlier rules.</summary>
    public EquatableArray<LocalDate> Lapsed { get; private init; }

    /// <summary>Gets the days of all visits, in order (户次).</summary>
    public EquatableArray<LocalDate> Visits { get; private init; }

    /// <summary>Gets how many people were met on them (人次).</summary>
    public long PersonTimes { get; private init; }

    /// <summary>Gets the days of visits beyond those owed.</summary>
    public EquatableArray<LocalDate> Extra { get; private init; }

    /// <summary>Gets the days on which a visit was refused.</summary>
    public EquatableArray<LocalDate> Refused { get; private init; }

    /// <summary>Gets the days on which nobody was met.</summary>
    public EquatableArray<LocalDate> Unmet { get; private init; }

    /// <summary>Gets a value indicating whether the last attempt since the last visit was refused.</summary>
    public bool WasRefused { get; private init; }

    /// <summary>Gets the day of the last event.</summary>
    public LocalDate ChangedOn { get; private init; }

    /// <summary>Gets the number of events: the version at which the next ones are appended.</summary>
    public int Version { get; private init; }

    /// <summary>Gets the first day on which the next visit is owed.</summary>
    public LocalDate OpensOn => Cycle.FirstDay(LastSettled + 1);

    /// <summary>Gets the last day by which the next visit is owed.</summary>
    public LocalDate DueOn => Cycle.LastDay(LastSettled + 1);

    /// <summary>Gets the last day on which that visit still makes up for its period.</summary>
    public LocalDate GraceEndsOn => DueOn.PlusDays(Rule.GraceDays);

    /// <summary>Returns the file after one more event.</summary>
    /// <param name="state">The file before; null before the first event.</param>
    /// <param name="e">The event.</param>
    /// <returns>The file after.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="e"/> is null.</exception>
    /// <exception cref="ArgumentException">The first event is not <see cref="SubjectEnrolled"/>, a later one is, it goes back in time, or it settles a period that was settled.</exception>
    public static VisitFile Apply(VisitFile? state, VisitEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if ((state is null) != (e is SubjectEnrolled) || e.On < state?.ChangedOn)
        {
            throw new ArgumentException($"The first event of a file, and no other, must be \"{nameof(SubjectEnrolled)}\", and none may go back in time, but \"{e.GetType().Name}\" does.", nameof(e));
        }

        var next = state is null ? new VisitFile((SubjectEnrolled)e) : state.With(e);
        return next with { Version = next.Version + 1, ChangedOn = e.On };
    }

    /// <summary>Replays the events of a subject.</summary>
    /// <param name="events">The events, in order; at least one.</param>
    /// <returns>The file.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no event, or one of them is out of place.</exception>
    public static VisitFile Replay(IEnumerable<VisitEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        VisitFile? state = null;
        foreach (var e in events)
        {
            state = Apply(state, e);
        }

        return state ?? throw new ArgumentException("A file has at least one event, but found none.", nameof(events));
    }

    /// <summary>Says how the subject stands on a day.</summary>
    /// <param name="on">The day; not before the last event, whose later course is not known.</param>
    /// <returns>The state.</returns>
    public VisitState StateOn(LocalDate on) =>
        on < Subject.From ? VisitState.Ahead
        : Subject.To < on ? VisitState.Ended
        : on < OpensOn ? VisitState.Done
        : on > GraceEndsOn ? VisitState.Overdue
        : on > DueOn ? VisitState.Grace
        : WasRefused ? VisitState.Refused
        : VisitState.Due;

    /// <summary>Returns the period that a visit on a day settles.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The period; null where none is open, and the visit is one more than owed.</returns>
    public int? PeriodFor(LocalDate on)
    {
        var current = Cycle.PeriodOf(on);
        return LastSettled >= current ? null
            : current > 0 && LastSettled < current - 1 && on <= Cycle.LastDay(current - 1).PlusDays(Rule.GraceDays) ? current - 1
            : current;
    }

    /// <summary>Returns the last days of all periods that were missed by a day: over, past their grace and without a visit.</summary>
    /// <param name="on">The day; not before the last event.</param>
    /// <returns>The days, in order.</returns>
    public IEnumerable<LocalDate> MissedBy(LocalDate on) => Lapsed.Concat(OpenBefore(on));

    private IEnumerable<LocalDate> OpenBefore(LocalDate on)
    {
        for (var period = LastSettled + 1; Cycle.LastDay(period).PlusDays(Rule.GraceDays) < on && !(Subject.To < Cycle.LastDay(period)); period++)
        {
            yield return Cycle.LastDay(period);
        }
    }

    private VisitFile With(VisitEvent e) => e switch
    {
        VisitMade { Period: { } period } made when period > LastSettled => this with
        {
            Lapsed = [.. Lapsed, .. Enumerable.Range(LastSettled + 1, period - LastSettled - 1).Select(Cycle.LastDay)],
            LastSettled = period,
            Settled = Settled.Add(new VisitSettlement(Cycle.LastDay(period), made.On)),
            Visits = Visits.Add(made.On),
            PersonTimes = checked(PersonTimes + made.People),
            WasRefused = false,
        },
        VisitMade { Period: null } made => this with
        {
            Visits = Visits.Add(made.On),
            Extra = Extra.Add(made.On),
            PersonTimes = checked(PersonTimes + made.People),
            WasRefused = false,
        },
        VisitAttempted { Outcome: VisitOutcome.Refused } => this with { Refused = Refused.Add(e.On), WasRefused = true },
        VisitAttempted => this with { Unmet = Unmet.Add(e.On), WasRefused = false },
        SubjectReclassified changed => this with
        {
            Lapsed = [.. MissedBy(e.On)],
            Subject = Subject with { Category = changed.Category, Risk = changed.Risk },
            Rule = changed.Rule,
            Cycle = new DutyCycle(e.On, changed.Rule.Every),
            LastSettled = -1,
            WasRefused = false,
        },
        SubjectReleased => this with { Subject = Subject with { To = e.On } },
        _ => throw new ArgumentException($"A visit must settle a period after the last one settled, but \"{e.GetType().Name}\" does not.", nameof(e)),
    };
}
