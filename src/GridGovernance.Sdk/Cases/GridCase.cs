using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>A case (案件): the fold of its events.</summary>
/// <remarks>
/// <para>While a case is open it has exactly one responsible seat and one next deadline.</para>
/// <para>Equality is by value: replaying the same events gives an equal case. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record GridCase
{
    private GridCase(CaseReported reported)
    {
        Id = reported.CaseId;
        Lifecycle = reported.Lifecycle;
        Matter = reported.Matter;
        Place = reported.Place;
        Channel = reported.Channel;
        Reporter = reported.By;
        Subject = reported.Subject;
        TierReason = reported.TierReason;
        ReportedAt = reported.At;
        State = "";
    }

    /// <summary>Gets the opaque id.</summary>
    public string Id { get; private init; }

    /// <summary>Gets the lifecycle that the case follows to its end.</summary>
    public LifecycleKey Lifecycle { get; private init; }

    /// <summary>Gets the tier, which is the lifecycle's code.</summary>
    public string Tier => Lifecycle.Code;

    /// <summary>Gets why somebody gave it another tier than the rules; null where the rules gave it.</summary>
    public string? TierReason { get; private init; }

    /// <summary>Gets the matter's code.</summary>
    public string Matter { get; private init; }

    /// <summary>Gets the leaf cell.</summary>
    public GridCode Place { get; private init; }

    /// <summary>Gets the channel through which it came.</summary>
    public string Channel { get; private init; }

    /// <summary>Gets what it points to; null where it points to nothing that a register holds.</summary>
    public CaseSubject? Subject { get; private init; }

    /// <summary>Gets the seat that reported it or took it in.</summary>
    public Seat Reporter { get; private init; }

    /// <summary>Gets when it was reported.</summary>
    public Instant ReportedAt { get; private init; }

    /// <summary>Gets the code of the state it is in.</summary>
    public string State { get; private init; }

    /// <summary>Gets when it entered that state; what is done within the state does not change it.</summary>
    public Instant EnteredAt { get; private init; }

    /// <summary>Gets when it reached a final state; null while it is open.</summary>
    public Instant? ClosedAt { get; private init; }

    /// <summary>Gets a value indicating whether it is open.</summary>
    public bool IsOpen => ClosedAt is null;

    /// <summary>Gets the seat that must act next; null exactly when the case is closed.</summary>
    public Seat? Responsible { get; private init; }

    /// <summary>Gets the seat that leads; null before dispatch, and after the lead has returned the case.</summary>
    public Seat? Lead { get; private init; }

    /// <summary>Gets every seat that was given the case to lead, those that returned it included, in order.</summary>
    public EquatableArray<CaseLead> Leads { get; private init; }

    /// <summary>Gets the seats that assist.</summary>
    public EquatableArray<Seat> Assisting { get; private init; }

    /// <summary>Gets when a lead first acted on it (首次响应), whatever the act; null while none has.</summary>
    public Instant? FirstRespondedAt { get; private init; }

    /// <summary>Gets the seat that handled the matter; null before it was handled, and after it was sent back or taken from its lead: then nothing is handled yet.</summary>
    public Seat? Handler { get; private init; }

    /// <summary>Gets the person who handled it; null where nobody did, or the host does not record persons.</summary>
    public string? HandlerPerson { get; private init; }

    /// <summary>Gets when it was handled; null exactly when <see cref="Handler"/> is.</summary>
    public Instant? HandledAt { get; private init; }

    /// <summary>Gets the supervisor that was told last; null while nothing escalated.</summary>
    public Seat? Supervisor { get; private init; }

    /// <summary>Gets how often the seat on the last rung was reminded (催办).</summary>
    public int Reminders { get; private init; }

    /// <summary>Gets how often the case climbed a rung (逐级督办).</summary>
    public int Escalations { get; private init; }

    /// <summary>Gets the rung on which the case stands, from 0; −1 while nothing is overdue.</summary>
    public int Rung { get; private init; } = -1;

    /// <summary>Gets how often it was sent back to its handler (返工).</summary>
    public int Reworks { get; private init; }

    /// <summary>Gets how often a lead returned it to the dispatcher (回退); a reopening that relieves the lead is no return.</summary>
    public int Returns { get; private init; }

    /// <summary>Gets how often a closed case was reopened (重新办理), or went on to a review.</summary>
    public int Reopenings { get; private init; }

    /// <summary>Gets the seat that brought it to its final state; null while it is open.</summary>
    public Seat? ClosedBy { get; private init; }

    /// <summary>Gets a value indicating whether it was closed by order (强制结案).</summary>
    public bool IsForced { get; private init; }

    /// <summary>Gets a value indicating whether it ended with its matter unsolved (未解决), as its lifecycle says of that end.</summary>
    public bool IsUnsolved { get; private init; }

    /// <summary>Gets a value indicating whether the report was found true on the spot (核实属实).</summary>
    public bool IsVerified { get; private init; }

    /// <summary>Gets the id of the case that goes on for it; null where it is no duplicate (重复件).</summary>
    public string? MergedInto { get; private init; }

    /// <summary>Gets the command team that has taken it up; null where none has.</summary>
    public CommandTeam? Team { get; private init; }

    /// <summary>Gets how often a lead refused to come (拒哨).</summary>
    public int Refusals { get; private init; }

    /// <summary>Gets how large the matter is, where somebody has said so: an axis of its own beside the tier.</summary>
    public CaseSize? Size { get; private init; }

    /// <summary>Gets what was put on record, in order (催办、督办、通报、问责 …).</summary>
    public EquatableArray<CaseRecord> Records { get; private init; }

    /// <summary>Gets the parts of joint handling (会办), in the order in which they were given.</summary>
    public EquatableArray<CaseSubtask> Subtasks { get; private init; }

    /// <summary>Gets the clocks, in the order in which they first started.</summary>
    public EquatableArray<CaseClock> Clocks { get; private init; }

    /// <summary>Gets the ratings of the three parties, in the order in which they came, of earlier closures too.</summary>
    public EquatableArray<CaseEvaluation> Evaluations { get; private init; }

    /// <summary>Returns the ratings of the last closure: once a case was reopened, everybody may judge anew what came of it.</summary>
    /// <returns>The ratings, in the order in which they came.</returns>
    public IEnumerable<CaseEvaluation> CurrentEvaluations() => Evaluations.Where(evaluation => evaluation.Closure == Reopenings);

    /// <summary>Gets the number of events: the version at which the next ones are appended.</summary>
    public int Version { get; private init; }

    /// <summary>Gets when the last event happened.</summary>
    public Instant ChangedAt { get; private init; }

    /// <summary>Gets the ids of the commands that moved it, in order.</summary>
    public EquatableArray<string> CommandIds { get; private init; }

    /// <summary>Gets the next deadline: of the running clocks and open parts, or of the ladder where one is missed; null exactly when the case is closed.</summary>
    public Instant? NextDeadline { get; private init; }

    internal Instant? NextRungAt { get; private init; }

    /// <summary>Returns the case after one more event.</summary>
    /// <param name="state">The case before; null before the first event.</param>
    /// <param name="e">The event.</param>
    /// <returns>The case after.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="e"/> is null.</exception>
    /// <exception cref="ArgumentException">The first event is not <see cref="CaseReported"/>, a later one is, or the event names a clock that never started, goes back in time, or leaves an open case without anybody responsible.</exception>
    public static GridCase Apply(GridCase? state, CaseEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        if ((state is null) != (e is CaseReported))
        {
            throw new ArgumentException($"The first event of a case, and no other, must be \"{nameof(CaseReported)}\", but found \"{e.GetType().Name}\".", nameof(e));
        }

        if (e.At < state?.ChangedAt)
        {
            throw new ArgumentException($"An event must not be earlier than the one before, but {e.At} is before {state.ChangedAt}.", nameof(e));
        }

        if (e is CaseMoved moved && moved.IsFinal == moved.Responsible is not null)
        {
            throw new ArgumentException($"A case has a responsible seat exactly while it is open, but \"{moved.To}\" breaks this.", nameof(e));
        }

        var next = state is null ? new GridCase((CaseReported)e) : state.With(e);
        next = next with
        {
            Version = next.Version + 1,
            FirstRespondedAt = next.FirstRespondedAt ?? (e.By == state?.Lead ? e.At : null),
            ChangedAt = e.At,
            CommandIds = next.CommandIds.Count > 0 && string.Equals(next.CommandIds[^1], e.CommandId, StringComparison.Ordinal)
                ? next.CommandIds
                : next.CommandIds.Add(e.CommandId),
        };
        if (next.Rung >= 0 && !next.Clocks.Any(static clock => clock.IsOverdue) && !next.Subtasks.Any(static subtask => subtask.IsOverdue))
        {
            // What was late is done with: the next obligation that is missed begins at the foot of the ladder.
            next = next with { Rung = -1, NextRungAt = null };
        }

        return next with { NextDeadline = next.ComputeNextDeadline() };
    }

    /// <summary>Replays the events of a case.</summary>
    /// <param name="events">The events, in order; at least one.</param>
    /// <returns>The case.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no event, or one of them is out of place.</exception>
    public static GridCase Replay(IEnumerable<CaseEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        GridCase? state = null;
        foreach (var e in events)
        {
            state = Apply(state, e);
        }

        return state ?? throw new ArgumentException("A case has at least one event, but found none.", nameof(events));
    }

    /// <summary>Returns a clock by its code.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The clock, or null when it never started.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public CaseClock? Clock(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return Clocks.FirstOrDefault(clock => string.Equals(clock.Code, code, StringComparison.Ordinal));
    }

    private GridCase With(CaseEvent e) => e switch
    {
        CaseMoved moved => Moved(moved),
        CaseDispatched dispatched => this with { Lead = dispatched.Lead, Assisting = dispatched.Assisting, Leads = Leads.Add(new CaseLead(dispatched.Lead, e.At)) },
        ClockStarted started => WithClock(new CaseClock
        {
            Code = started.Clock,
            Status = ClockStatus.Running,
            Ledger = DeadlineLedger.Start(started.Limit, started.Policy, e.At),
            DueAt = started.DueAt,
            DueOn = started.DueOn,
            TimesMissed = Clock(started.Clock)?.TimesMissed ?? 0,
        }),
        ClockPaused paused => Change(paused.Clock, clock => clock with { Status = ClockStatus.Paused, Ledger = clock.Ledger.Pause(e.At, paused.Cause) }),
        ClockResumed resumed => Change(resumed.Clock, clock => clock with
        {
            Status = ClockStatus.Running,
            Ledger = clock.Ledger.Resume(e.At),
            DueAt = resumed.DueAt,
            DueOn = resumed.DueOn,
            StoppedAt = null,
            IsStoppedByClosure = false,
        }),
        ClockStopped stopped => Change(stopped.Clock, clock => clock with
        {
            Status = ClockStatus.Stopped,
            StoppedAt = e.At,
            IsStoppedByClosure = !IsOpen,
            IsMissed = clock.IsMissed || !stopped.InTime,
            TimesMissed = clock.TimesMissed + (clock.IsMissed || stopped.InTime ? 0 : 1),
            Ledger = clock.Ledger.IsPaused ? clock.Ledger : clock.Ledger.Pause(e.At, "stopped"),
        }),
        DeadlineExtended extended => Change(extended.Clock, clock => clock with
        {
            Ledger = clock.Ledger.Extend(extended.Extension, e.At),
            DueAt = extended.DueAt,
            DueOn = extended.DueOn,
        }),
        DeadlineMissed missed => Change(missed.Clock, clock => clock with { IsMissed = true, TimesMissed = clock.TimesMissed + (clock.IsMissed ? 0 : 1) }),
        CaseEscalated escalated => this with
        {
            Rung = escalated.Rung,
            Supervisor = escalated.Supervisor,
            Escalations = Escalations + (escalated.Rung > Rung ? 1 : 0),
            Reminders = Reminders + (escalated.Rung > Rung ? 0 : 1),
            NextRungAt = escalated.NextAt,
        },
        CaseRecorded recorded => this with { Records = Records.Add(new CaseRecord(recorded.Kind, recorded.Ground, e.By, e.At, recorded.Target, recorded.Reference)) },
        CaseMerged merged => this with { MergedInto = merged.Into },
        TeamAttached attached => this with { Team = attached.Team },
        CaseSized sized => this with { Size = sized.Size },
        SubtaskAssigned assigned when Subtasks.All(known => known.Code != assigned.Subtask) => this with { Subtasks = Subtasks.Add(new CaseSubtask(assigned.Subtask, assigned.Seat, assigned.DueAt)) },
        SubtaskAssigned again => ChangePart(again.Subtask, _ => new CaseSubtask(again.Subtask, again.Seat, again.DueAt)),
        SubtaskFinished finished => ChangePart(finished.Subtask, subtask => subtask with { DoneAt = e.At }),
        SubtaskMissed missed => ChangePart(missed.Subtask, static subtask => subtask with { IsMissed = true }),
        CaseMigrated migrated => this with
        {
            Lifecycle = migrated.To,
            State = migrated.State,
            Responsible = migrated.Responsible,
            Clocks = EquatableArray.From(Clocks.Select(clock => clock with { Code = migrated.CodeAfter(clock.Code) })),
        },
        CaseEvaluated evaluated => this with { Evaluations = Evaluations.Add(new CaseEvaluation(evaluated.Party, evaluated.Rating, e.By, Reopenings)) },
        _ => throw new ArgumentException($"\"{e.GetType().Name}\" must be an event of this library, but is not.", nameof(e)),
    };

    // A lead that returned the case leads no longer: whoever comes next is dispatched, and checked, anew. What was sent back is not handled yet.
    private GridCase Moved(CaseMoved moved)
    {
        var isReopened = ClosedAt is not null && !moved.IsFinal;
        var isReturned = moved.Effects.Contains(CaseEffect.MarkReturned);
        var isReworked = moved.Effects.Contains(CaseEffect.MarkReworked);
        var isHandled = moved.Effects.Contains(CaseEffect.MarkHandled);
        return this with
        {
            Lead = isReturned ? null : Lead,
            Assisting = isReturned ? [] : Assisting,
            State = moved.To,
            EnteredAt = string.Equals(moved.From, moved.To, StringComparison.Ordinal) ? EnteredAt : moved.At,
            Reopenings = Reopenings + (isReopened ? 1 : 0),
            Responsible = moved.Responsible,
            ClosedAt = moved.IsFinal ? moved.At : null,
            Handler = isHandled ? moved.By : isReturned || isReworked ? null : Handler,
            HandlerPerson = isHandled ? moved.Person : isReturned || isReworked ? null : HandlerPerson,
            HandledAt = isHandled ? moved.At : isReturned || isReworked ? null : HandledAt,
            Reworks = Reworks + (isReworked ? 1 : 0),
            ClosedBy = moved.IsFinal ? moved.By : null,
            IsForced = moved.IsFinal && moved.Effects.Contains(CaseEffect.MarkForced),
            IsUnsolved = moved.IsFinal && moved.Effects.Contains(CaseEffect.MarkUnsolved),
            IsVerified = IsVerified || moved.Effects.Contains(CaseEffect.MarkVerified),
            MergedInto = moved.IsFinal ? MergedInto : null,
            Refusals = Refusals + (moved.Effects.Contains(CaseEffect.MarkRefused) ? 1 : 0),
            Returns = Returns + (isReturned && !isReopened ? 1 : 0),
        };
    }

    private GridCase Change(string code, Func<CaseClock, CaseClock> change) => Clock(code) is { } clock
        ? WithClock(change(clock))
        : throw new ArgumentException($"Clock \"{code}\" must have started before this event, but has not.", nameof(code));

    private GridCase ChangePart(string code, Func<CaseSubtask, CaseSubtask> change) => Subtasks.Any(known => known.Code == code)
        ? this with { Subtasks = EquatableArray.From(Subtasks.Select(known => known.Code == code ? change(known) : known)) }
        : throw new ArgumentException($"Part \"{code}\" must have been given before this event, but was not.", nameof(code));

    private GridCase WithClock(CaseClock changed) => this with
    {
        Clocks = Clock(changed.Code) is null
            ? Clocks.Add(changed)
            : EquatableArray.From(Clocks.Select(clock => string.Equals(clock.Code, changed.Code, StringComparison.Ordinal) ? changed : clock)),
    };

    // INVARIANT: an open case has a running clock (the lifecycle's analysis proves it). A missed one is followed by the ladder's next rung, paused or not,
    // and until the first rung is climbed by the deadline that was missed; so is a part of joint handling.
    private Instant? ComputeNextDeadline()
    {
        if (!IsOpen)
        {
            return null;
        }

        Instant? next = null;
        foreach (var clock in Clocks.AsSpan())
        {
            if (clock.Status == ClockStatus.Running || clock.IsOverdue)
            {
                next = Earlier(next, clock.DueAt, clock.IsMissed);
            }
        }

        foreach (var subtask in Subtasks.AsSpan())
        {
            if (subtask.DoneAt is null)
            {
                next = Earlier(next, subtask.DueAt, subtask.IsMissed);
            }
        }

        return next;
    }

    private Instant Earlier(Instant? next, Instant dueAt, bool isMissed)
    {
        var at = isMissed ? NextRungAt ?? dueAt : dueAt;
        return next is { } known ? Instant.Min(known, at) : at;
    }
}
