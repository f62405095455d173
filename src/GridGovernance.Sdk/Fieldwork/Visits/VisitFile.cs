using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>One subject's visits (走访台账): the fold of its events.</summary>
/// <remarks>
/// <para>One visit is owed in each period of the rule that the duty runs into, by the period's last day or, in the last period, by the last day of the duty.
/// A visit settles the period before when that is open and within its grace, else the period it falls in; a further one is a duplicate, or counts beside what
/// is owed. A period that is past its grace without a visit stays missed.</para>
/// <para>Another rule makes no visit vanish or come later: what is in its grace stays owed; of the visit of the running period the earlier of the two due days
/// holds, and the periods of the new rule begin after it, or at once. A release alone lifts the visit of the period that it cuts short.</para>
/// <para>Equality is by value: replaying the same events gives an equal file. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record VisitFile
{
    /// <summary>The number that <see cref="VisitMade.Period"/> has for the first of the <see cref="Arrears"/> that is open.</summary>
    public const int ArrearPeriod = -1;

    private VisitFile(SubjectEnrolled enrolled) => (Subject, Rule) = (enrolled.Subject, enrolled.Rule);

    /// <summary>Gets the subject, in its present category, risk level, cell and days.</summary>
    public VisitSubject Subject { get; private init; }

    /// <summary>Gets the rule that it falls under.</summary>
    public VisitRule Rule { get; private init; }

    /// <summary>Gets the periods of that rule.</summary>
    public DutyCycle Cycle { get; private init; }

    /// <summary>Gets the first day under the present category, from which the term of the rule runs.</summary>
    public LocalDate CategorySince { get; private init; }

    /// <summary>Gets the last day of the duty as it was stated, whatever the term of the rule; null when open.</summary>
    public LocalDate? StatedTo { get; private init; }

    /// <summary>Gets the day on which the subject was released; null while it was not.</summary>
    public LocalDate? ReleasedOn { get; private init; }

    /// <summary>Gets a value indicating whether the subject was released: nothing more is recorded until it is enrolled again.</summary>
    public bool IsReleased => ReleasedOn is not null;

    /// <summary>Gets the last period under the present rule that was settled, or given up because the subject was enrolled or visited after it; −1 while there is none.</summary>
    public int LastSettled { get; private init; } = -1;

    /// <summary>Gets what is owed from before the present rule, the earliest first.</summary>
    public EquatableArray<VisitArrear> Arrears { get; private init; }

    /// <summary>Gets every period that was settled, under all rules, in order.</summary>
    public EquatableArray<VisitSettlement> Settled { get; private init; }

    /// <summary>Gets the last days of the periods that were missed before the last one that was settled, or under earlier rules.</summary>
    public EquatableArray<LocalDate> Lapsed { get; private init; }

    /// <summary>Gets the days of releases that cut a period short before its visit was made: nobody could make it any more, and it is neither owed nor missed.</summary>
    public EquatableArray<LocalDate> Lifted { get; private init; }

    /// <summary>Gets the days of all visits, in order (户次).</summary>
    public EquatableArray<LocalDate> Visits { get; private init; }

    /// <summary>Gets how many people were met on each of <see cref="Visits"/>; 0 where the visit is counted with another duty of the same subject.</summary>
    public EquatableArray<int> PeopleMet { get; private init; }

    /// <summary>Gets how many people were met in all (人次).</summary>
    public long PersonTimes { get; private init; }

    /// <summary>Gets the days of visits that are counted with another duty of the same subject.</summary>
    public EquatableArray<LocalDate> Shared { get; private init; }

    /// <summary>Gets the days of visits beyond those owed.</summary>
    public EquatableArray<LocalDate> Extra { get; private init; }

    /// <summary>Gets the days on which a visit was refused.</summary>
    public EquatableArray<LocalDate> Refused { get; private init; }

    /// <summary>Gets the days on which nobody was met.</summary>
    public EquatableArray<LocalDate> Unmet { get; private init; }

    /// <summary>Gets the earlier duties to visit the same subject, in order.</summary>
    public EquatableArray<VisitDuty> Earlier { get; private init; }

    /// <summary>Gets a value indicating whether the last attempt since the last visit was refused.</summary>
    public bool WasRefused { get; private init; }

    /// <summary>Gets the day of the last event.</summary>
    public LocalDate ChangedOn { get; private init; }

    /// <summary>Gets the number of events: the version at which the next ones are appended.</summary>
    public int Version { get; private init; }

    /// <summary>Gets the first day on which the next visit is owed.</summary>
    public LocalDate OpensOn => Next.OpensOn;

    /// <summary>Gets the last day by which the next visit is owed.</summary>
    public LocalDate DueOn => Next.DueOn;

    /// <summary>Gets the last day on which that visit still makes up for its period.</summary>
    public LocalDate GraceEndsOn => Next.GraceEndsOn;

    /// <summary>Gets the last day on which the subject was visited; null while it was not.</summary>
    public LocalDate? LastVisitOn => Visits.Count > 0 ? Visits[^1] : null;

    private VisitArrear Next => Arrears.Count > 0 ? Capped(Arrears[0]) : PeriodAt(LastSettled + 1);

    // What the rule's term and the stated end leave of the duty, whether or not a release ended it sooner.
    private LocalDate? PlannedTo
    {
        get
        {
            var term = Rule.For is { } length ? new DutyCycle(CategorySince, length).LastDay(0) : (LocalDate?)null;
            return term is null || StatedTo < term ? StatedTo : term;
        }
    }

    /// <summary>Returns the file after one more event.</summary>
    /// <param name="state">The file before; null before the first event.</param>
    /// <param name="e">The event.</param>
    /// <returns>The file after.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="e"/> is null.</exception>
    /// <exception cref="ArgumentException">The first event is not <see cref="SubjectEnrolled"/>, one comes before the duty before is over, goes back in time, is a visit
    /// outside the days of the duty or of fewer people than none, settles a period that was settled or is not open on its day, or follows a release without enrolling the subject again.</exception>
    public static VisitFile Apply(VisitFile? state, VisitEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if ((state is null && e is not SubjectEnrolled) || e.On < state?.ChangedOn
            || (state is not null && e is SubjectEnrolled again && !(state.Subject.To < e.On && state.Subject.To < again.Subject.From)))
        {
            throw new ArgumentException(
                $"The first event of a file must be \"{nameof(SubjectEnrolled)}\", another may follow only when the duty is over, and none may go back in time, but \"{e.GetType().Name}\" does.", nameof(e));
        }

        var next = state is null ? new VisitFile((SubjectEnrolled)e).Begun((SubjectEnrolled)e) : state.With(e);
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
        Subject.To < on ? VisitState.Ended
        : on < Subject.From ? VisitState.Ahead
        : on < OpensOn ? VisitState.Done
        : on > GraceEndsOn ? VisitState.Overdue
        : on > DueOn ? VisitState.Grace
        : WasRefused ? VisitState.Refused
        : VisitState.Due;

    /// <summary>Returns the period that a visit on a day settles.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The period, <see cref="ArrearPeriod"/> for one that is owed from before the present rule; null where none is open, and the visit is one more than owed.</returns>
    public int? PeriodFor(LocalDate on)
    {
        if (!IsReleased && Arrears.Any(arrear => Capped(arrear).GraceEndsOn >= on))
        {
            return ArrearPeriod;
        }

        var current = Cycle.PeriodOf(on);
        return IsReleased || current < 0 || LastSettled >= current ? null
            : current > 0 && LastSettled < current - 1 && on <= PeriodAt(current - 1).GraceEndsOn ? current - 1
            : current;
    }

    /// <summary>Says whether the visit of a period comes late on a day.</summary>
    /// <param name="period">The period, as <see cref="PeriodFor"/> returns it.</param>
    /// <param name="on">The day.</param>
    /// <returns>True when the period was over before; false for a visit more than owed.</returns>
    public bool IsLate(int? period, LocalDate on) =>
        period is { } one && (one == ArrearPeriod ? Arrears.Select(Capped).First(arrear => arrear.GraceEndsOn >= on).DueOn : PeriodAt(one).DueOn) < on;

    /// <summary>Returns the last days of all periods that were missed by a day: over, past their grace and without a visit.</summary>
    /// <param name="on">The day; not before the last event.</param>
    /// <returns>The days, in order.</returns>
    public IEnumerable<LocalDate> MissedBy(LocalDate on) => Lapsed.Concat(OwedUpTo(on).Where(one => one.GraceEndsOn < on).Select(static one => one.DueOn)).Order();

    /// <summary>Returns the last days of the visits without which no period is missed yet, up to a day.</summary>
    /// <param name="on">The day on which is counted; not before the last event.</param>
    /// <param name="upTo">The last day of interest.</param>
    /// <returns>The days, in order.</returns>
    internal IEnumerable<LocalDate> OpenOn(LocalDate on, LocalDate upTo) =>
        OwedUpTo(upTo).Where(one => one.DueOn <= upTo && one.GraceEndsOn >= on).Select(static one => one.DueOn);

    // Every visit that is owed and was not made, of the periods that begin by a day, the earliest first.
    private IEnumerable<VisitArrear> OwedUpTo(LocalDate on)
    {
        foreach (var arrear in Arrears)
        {
            yield return Capped(arrear);
        }

        for (var period = LastSettled + 1; Cycle.FirstDay(period) <= on && !(Subject.To < Cycle.FirstDay(period)) && !IsLifted(Cycle.LastDay(period)); period++)
        {
            yield return PeriodAt(period);
        }
    }

    private VisitArrear Capped(VisitArrear arrear) => arrear with { DueOn = Sooner(arrear.DueOn, Subject.To), GraceEndsOn = Sooner(arrear.GraceEndsOn, Subject.To) };

    private bool IsLifted(LocalDate last) => ReleasedOn is { } released && released < Sooner(last, PlannedTo);

    private VisitArrear PeriodAt(int period)
    {
        var (first, last) = (Cycle.FirstDay(period), Cycle.LastDay(period));
        if (Subject.To < first || IsLifted(last))
        {
            // Nothing more is owed: the next visit would open after the duty.
            first = Subject.To < first ? first : Subject.To!.Value.PlusDays(1);
            return new VisitArrear(first, last, last.PlusDays(Rule.GraceDays));
        }

        var due = Sooner(last, Subject.To);
        return new VisitArrear(first, due, Sooner(due.PlusDays(Rule.GraceDays), Subject.To));
    }

    private static LocalDate Sooner(LocalDate day, LocalDate? other) => other < day ? other.Value : day;

    private VisitFile With(VisitEvent e) => e switch
    {
        not SubjectEnrolled when IsReleased => throw OutOfPlace(e),
        VisitMade made when e.On < Subject.From || Subject.To < e.On || made.People < 0 => throw OutOfPlace(e),
        VisitMade { Period: null } made => Visited(made) with { Extra = made.IsShared ? Extra : Extra.Add(made.On) },
        VisitMade { Period: ArrearPeriod } made when PeriodFor(e.On) == ArrearPeriod => SettlingArrear(made),
        VisitMade { Period: >= 0 and var period } made when PeriodFor(e.On) is >= 0 && period > LastSettled && Cycle.PeriodOf(e.On) is var current && period <= current && period >= current - 1 => Settling(made, period),
        VisitAttempted { Outcome: VisitOutcome.Refused } => this with { Refused = Refused.Add(e.On), WasRefused = true },
        VisitAttempted { Outcome: VisitOutcome.Absent } => this with { Unmet = Unmet.Add(e.On), WasRefused = false },
        SubjectReclassified changed => Reclassified(changed),
        SubjectMoved moved => this with { Subject = Subject with { Cell = moved.Cell } },
        SubjectReleased => Released(e.On),
        SubjectEnrolled again => (this with
        {
            Earlier = Earlier.Add(new VisitDuty(Subject.From, Subject.To!.Value)),
            Lapsed = [.. MissedBy(e.On)],
            Arrears = [],
            ReleasedOn = null,
            WasRefused = false,
        }).Begun(again),
        _ => throw OutOfPlace(e),
    };

    private static ArgumentException OutOfPlace(VisitEvent e) =>
        new($"A visit must be made by 0 or more people within the duty and settle a period that is open on its day, but \"{e.GetType().Name}\" does not.", nameof(e));

    private VisitFile Begun(SubjectEnrolled enrolled)
    {
        var (subject, cycle) = (enrolled.Subject, new DutyCycle(enrolled.Subject.From, enrolled.Rule.Every));
        var next = this with
        {
            Subject = subject,
            Rule = enrolled.Rule,
            Cycle = cycle,
            CategorySince = subject.From,
            StatedTo = subject.To,

            // Nobody owes the visits of periods that were over when the subject was enrolled.
            LastSettled = Math.Max(0, cycle.PeriodOf(enrolled.On)) - 1,
        };
        return next with { Subject = subject with { To = next.PlannedTo } };
    }

    private VisitFile Visited(VisitMade made)
    {
        var people = made.IsShared ? 0 : made.People;
        return this with
        {
            Visits = Visits.Add(made.On),
            PeopleMet = PeopleMet.Add(people),
            PersonTimes = checked(PersonTimes + people),
            Shared = made.IsShared ? Shared.Add(made.On) : Shared,
            WasRefused = false,
        };
    }

    private VisitFile SettlingArrear(VisitMade made)
    {
        var at = Enumerable.Range(0, Arrears.Count).First(i => Capped(Arrears[i]).GraceEndsOn >= made.On);

        // Whatever is past its grace by now is given up, also what came later under a rule with less of it, and under the present rule.
        var isGivenUp = Arrears.Where((_, i) => i != at).ToLookup(arrear => Capped(arrear).GraceEndsOn < made.On);
        var last = LastSettled;
        while (Cycle.FirstDay(last + 1) <= made.On && PeriodAt(last + 1).GraceEndsOn < made.On)
        {
            last++;
        }

        return Visited(made) with
        {
            Lapsed = [.. Lapsed, .. isGivenUp[true].Select(arrear => Capped(arrear).DueOn), .. Enumerable.Range(LastSettled + 1, last - LastSettled).Select(Cycle.LastDay)],
            LastSettled = last,
            Arrears = EquatableArray.From(isGivenUp[false]),
            Settled = Settled.Add(new VisitSettlement(Capped(Arrears[at]).DueOn, made.On)),
        };
    }

    private VisitFile Settling(VisitMade made, int period) => Visited(made) with
    {
        Lapsed = [.. Lapsed, .. Arrears.Select(arrear => Capped(arrear).DueOn), .. Enumerable.Range(LastSettled + 1, period - LastSettled - 1).Select(Cycle.LastDay)],
        Arrears = [],
        LastSettled = period,
        Settled = Settled.Add(new VisitSettlement(PeriodAt(period).DueOn, made.On)),
    };

    private VisitFile Reclassified(SubjectReclassified changed)
    {
        var (on, subject) = (changed.On, Subject with { Category = changed.Category, Risk = changed.Risk });
        var next = this with
        {
            Subject = subject,
            Rule = changed.Rule,
            CategorySince = string.Equals(changed.Category, Subject.Category, StringComparison.Ordinal) ? CategorySince : on,
        };
        if (changed.Rule != Rule)
        {
            // What can still be made stays owed. Of a period that is not over the visit comes no later than it was due, and the new periods begin after it.
            var cycle = new DutyCycle(on, changed.Rule.Every);

            // Where an end cut the grace of what was owed before, that end may go with the rule: the grace itself stays.
            var open = OwedUpTo(on).Select((one, i) => i < Arrears.Count ? one with { GraceEndsOn = Arrears[i].GraceEndsOn } : one).Where(one => one.GraceEndsOn >= on).ToArray();
            var running = open.Where(one => one.DueOn >= on && one.DueOn <= cycle.LastDay(0)).Select(static one => (LocalDate?)one.DueOn).Max();
            next = next with
            {
                Lapsed = [.. MissedBy(on)],
                Arrears = EquatableArray.From(open.Where(one => one.DueOn < on || one.DueOn <= running)),
                Cycle = running is { } due ? new DutyCycle(due.PlusDays(1), changed.Rule.Every) : cycle,
                LastSettled = -1,
                WasRefused = false,
            };
        }

        // A term that would have been over before ends the duty today.
        var to = next.PlannedTo;
        return next with { Subject = subject with { To = to < on ? on : to } };
    }

    private VisitFile Released(LocalDate on)
    {
        var lifts = OwedUpTo(on).Any(one => one.DueOn > on);
        return this with
        {
            Subject = Subject with { To = on },
            ReleasedOn = on,
            Arrears = EquatableArray.From(Arrears.Where(arrear => Capped(arrear).DueOn <= on)),
            Lifted = lifts ? Lifted.Add(on) : Lifted,
            Settled = EquatableArray.From(Settled.Select(one => one.DueOn > on ? one with { DueOn = on } : one)),
        };
    }
}
