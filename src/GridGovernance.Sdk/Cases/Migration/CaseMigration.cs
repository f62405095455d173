using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Brings open cases to another version of their lifecycle: the dry run and the real run are one and the same reckoning.</summary>
/// <remarks>
/// <para>A case keeps its history, its deadlines and what it has used of them: clocks go on, those without a successor stop, and those that its
/// state newly starts begin. A closed case stays under the version that it ended with. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class CaseMigration
{
    private readonly LifecycleMigration _plan;
    private readonly CaseClockwork _clocks;
    private readonly CaseParties? _parties;

    /// <summary>Creates a migration.</summary>
    /// <param name="plan">Where states and clocks go.</param>
    /// <param name="calendar">The working calendar, for clocks that begin.</param>
    /// <param name="model">Who sits where; null where it is not known, and a case that needs another seat needs a decision.</param>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> or <paramref name="calendar"/> is null.</exception>
    public CaseMigration(LifecycleMigration plan, WorkCalendar calendar, CaseModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(calendar);
        _plan = plan;
        _clocks = new CaseClockwork(calendar);
        _parties = model is null ? null : new CaseParties(model);
    }

    /// <summary>Says what becomes of a case, with the events that make it so.</summary>
    /// <param name="c">The case.</param>
    /// <param name="commandId">The id of the migration among the commands of the case.</param>
    /// <param name="by">Who migrates.</param>
    /// <param name="at">When; not before the last event of the case.</param>
    /// <returns>The outcome; append its events, or leave it at that.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="c"/> or <paramref name="by"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="commandId"/> is null or white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is before the last event of the case.</exception>
    public CaseMigrationResult Plan(GridCase c, string commandId, CaseActor by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(c);
        ArgumentException.ThrowIfNullOrWhiteSpace(commandId);
        ArgumentNullException.ThrowIfNull(by);
        ArgumentOutOfRangeException.ThrowIfLessThan(at, c.ChangedAt);
        if (c.Lifecycle == _plan.To.Key)
        {
            return Stays(c, MigrationOutcome.Kept, "cases.migration-there-already", c.Id, _plan.To.Key);
        }

        if (!c.IsOpen)
        {
            return Stays(c, MigrationOutcome.Kept, "cases.migration-closed", c.Id, c.Lifecycle);
        }

        if (c.Lifecycle != _plan.From.Key || _plan.StepOf(c.State) is not { } step || _plan.From.FindState(c.State) is not { } old)
        {
            return Stays(c, MigrationOutcome.Impossible, "cases.migration-other-lifecycle", c.Id, c.Lifecycle, _plan.From.Key);
        }

        if (step.Target is null)
        {
            return new CaseMigrationResult { CaseId = c.Id, State = c.State, Outcome = step.Outcome, Reasons = [step.Reason], Candidates = step.Candidates };
        }

        var state = _plan.To.FindState(step.Target)!;
        if (c.Clocks.FirstOrDefault(clock => (clock.IsMissed || clock.IsDueBefore(at)) && IsGoing(clock) && _plan.ClockAfter(clock.Code) is null) is { } late)
        {
            return Stays(c, MigrationOutcome.NeedsDecision, "cases.migration-drops-overdue", c.Id, late.Code);
        }

        var sameParty = string.Equals(old.Responsible, state.Responsible, StringComparison.Ordinal);
        if ((sameParty ? c.Responsible : SeatOf(c, state, at)) is not { } responsible)
        {
            return Stays(c, _parties is null ? MigrationOutcome.NeedsDecision : MigrationOutcome.Impossible, "cases.nobody-responsible", state.Code, state.Responsible);
        }

        return Moved(c, step, state, responsible, (commandId, by.Seat, at));
    }

    private CaseMigrationResult Moved(GridCase c, MigrationStep step, LifecycleState state, Seat responsible, (string CommandId, Seat By, Instant At) cause)
    {
        var events = new List<CaseEvent>();
        foreach (var clock in c.Clocks.Where(clock => IsGoing(clock) && _plan.ClockAfter(clock.Code) is null))
        {
            // One that is overdue needs a decision and does not come here.
            events.Add(new ClockStopped(clock.Code, InTime: true) { CommandId = cause.CommandId, At = cause.At, By = cause.By });
        }

        var renamed = c.Clocks.Select(clock => (Old: clock.Code, New: _plan.ClockAfter(clock.Code) ?? clock.Code)).Where(static pair => !string.Equals(pair.Old, pair.New, StringComparison.Ordinal)).ToArray();
        var migrated = new CaseMigrated(
            c.Lifecycle, _plan.To.Key, state.Code, responsible, EquatableArray.From(renamed.Select(static pair => pair.Old)), EquatableArray.From(renamed.Select(static pair => pair.New)))
        {
            CommandId = cause.CommandId,
            At = cause.At,
            By = cause.By,
        };
        events.Add(migrated);
        var refusals = new List<Refusal>();
        var after = events.Aggregate(c, GridCase.Apply);
        _clocks.Enter(_plan.To, after, state, migrated, events, refusals);
        if (refusals.Count > 0)
        {
            return new CaseMigrationResult { CaseId = c.Id, State = c.State, Outcome = MigrationOutcome.Impossible, Reasons = EquatableArray.From(refusals.Select(static refusal => refusal.Message)) };
        }

        return events.Aggregate(c, GridCase.Apply).NextDeadline is null
            ? Stays(c, MigrationOutcome.Impossible, "cases.migration-no-deadline", c.Id, state.Code)
            : new CaseMigrationResult { CaseId = c.Id, State = c.State, Target = state.Code, Outcome = step.Outcome, Reasons = [step.Reason], Events = EquatableArray.From(events) };
    }

    private Seat? SeatOf(GridCase c, LifecycleState state, Instant at) => _parties is { } parties
        ? parties.SeatOf(state.Responsible!, c, c.Lead, at)
        : state.Responsible switch
        {
            LifecycleParty.Lead => c.Lead,
            LifecycleParty.Reporter => c.Reporter,
            _ => null,
        };

    private static bool IsGoing(CaseClock clock) => clock.Status is ClockStatus.Running or ClockStatus.Paused;

    private static CaseMigrationResult Stays(GridCase c, MigrationOutcome outcome, string code, params ReadOnlySpan<object?> values) =>
        new() { CaseId = c.Id, State = c.State, Outcome = outcome, Reasons = [CaseMessages.Texts[code, values]] };
}
