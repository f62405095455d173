using System.Runtime.CompilerServices;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using NodaTime;

namespace GridGovernance.Sdk.Hosting;

/// <summary>The host's loop: load a case's events, fold them, decide, append at the expected version, hand effects out once, note the next deadline.</summary>
/// <remarks>
/// <para>When somebody else was faster, the case is loaded and the command decided anew, as often as the policy allows: the second
/// decision may well be a refusal. The desk has no state of its own. This type is safe to share between threads.</para>
/// </remarks>
public sealed class CaseDesk
{
    /// <summary>How often a command is decided at most where the caller says nothing.</summary>
    public const int DefaultAttempts = 5;

    private readonly CaseEngine _engine;
    private readonly IEventStore _events;
    private readonly IEffectOutlet _effects;
    private readonly IDueIndex _due;
    private readonly int _attempts;

    /// <summary>Creates a desk.</summary>
    /// <param name="engine">Decides.</param>
    /// <param name="events">Keeps the events.</param>
    /// <param name="effects">Takes the effects.</param>
    /// <param name="due">Notes the deadlines.</param>
    /// <param name="attempts">How often a command is decided at most when versions conflict.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="attempts"/> is not positive.</exception>
    public CaseDesk(CaseEngine engine, IEventStore events, IEffectOutlet effects, IDueIndex due, int attempts = DefaultAttempts)
    {
        ArgumentNullException.ThrowIfNull(engine);
        ArgumentNullException.ThrowIfNull(events);
        ArgumentNullException.ThrowIfNull(effects);
        ArgumentNullException.ThrowIfNull(due);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(attempts);
        _engine = engine;
        _events = events;
        _effects = effects;
        _due = due;
        _attempts = attempts;
    }

    /// <summary>Returns a desk that decides by another model over the same events.</summary>
    /// <remarks>
    /// A case keeps the lifecycle that it began with, so the new model must hold the lifecycles of the open cases:
    /// <see cref="Lifecycles.LifecycleCatalogue.Keeping"/>.
    /// </remarks>
    /// <param name="engine">Decides from now on.</param>
    /// <returns>The other desk.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="engine"/> is null.</exception>
    public CaseDesk Over(CaseEngine engine) => new(engine, _events, _effects, _due, _attempts);

    /// <summary>Returns a case as its events tell it.</summary>
    /// <param name="caseId">The case's id.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <returns>The case, or null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="caseId"/> is null.</exception>
    public async ValueTask<GridCase?> FindAsync(string caseId, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caseId);
        return Fold(await _events.LoadAsync(caseId, cancellation));
    }

    /// <summary>Handles a command from its decision to the last effect.</summary>
    /// <param name="caseId">The case's id.</param>
    /// <param name="command">The command.</param>
    /// <param name="actor">Who gives it.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no such case, and the command does not report one; or it reports one by another id.</exception>
    public async ValueTask<CaseOutcome> HandleAsync(
        string caseId, CaseCommand command, CaseActor actor, Instant at, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caseId);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        if (command is ReportCase report && !string.Equals(report.CaseId, caseId, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The report should be of case \"{caseId}\", but is of \"{report.CaseId}\".", nameof(command));
        }

        return await HandleAsync(caseId, _ => command, actor, at, cancellation);
    }

    private async ValueTask<CaseOutcome> HandleAsync(string caseId, Func<GridCase?, CaseCommand> commandFor, CaseActor actor, Instant at, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = Fold(await _events.LoadAsync(caseId, cancellation));
            var decision = _engine.Decide(before, commandFor(before), actor, at);
            if (decision.Events.Count == 0)
            {
                return new CaseOutcome { Decision = decision, Case = before, Attempts = attempt };
            }

            var version = before?.Version ?? 0;
            var append = await _events.AppendAsync(caseId, version, decision.Events, cancellation);
            if (append.IsAppended)
            {
                var after = decision.Events.Aggregate(before, GridCase.Apply)!;
                await PublishAsync(caseId, version, decision.Events, after, cancellation);
                return new CaseOutcome { Decision = decision, Case = after, Attempts = attempt };
            }

            if (attempt == _attempts)
            {
                return new CaseOutcome { Decision = decision, Case = before, Attempts = attempt, IsConflict = true };
            }
        }
    }

    /// <summary>Passes the deadlines of every case that is due before an instant, the earliest first.</summary>
    /// <param name="at">The instant: now, as the host knows it.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <returns>What came of each, in order; a case that could not be read or kept has a <see cref="CaseOutcome.Fault"/>, and the others go on.</returns>
    public async ValueTask<EquatableArray<CaseOutcome>> PassDeadlinesAsync(Instant at, CancellationToken cancellation = default)
    {
        var outcomes = new List<CaseOutcome>();
        await foreach (var outcome in PassEachDeadlineAsync(at, cancellation))
        {
            outcomes.Add(outcome);
        }

        return EquatableArray.From(outcomes);
    }

    /// <summary>Passes the deadlines of every case that is due before an instant, the earliest first, and tells what came of each as soon as it is done: for very many.</summary>
    /// <param name="at">The instant: now, as the host knows it.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <returns>What came of each, in order; what is not asked for is not done. A case that could not be read or kept has a <see cref="CaseOutcome.Fault"/>.</returns>
    public async IAsyncEnumerable<CaseOutcome> PassEachDeadlineAsync(Instant at, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        foreach (var due in await _due.DueBeforeAsync(at, cancellation))
        {
            yield return await PassAsync(due.CaseId, at, cancellation);
        }
    }

    // One deadline is passed once, however many hosts look at the clock: the version tells them apart, and a deadline that comes again after rework is another.
    // A case that cannot be read must not keep those behind it waiting.
    private async ValueTask<CaseOutcome> PassAsync(string caseId, Instant at, CancellationToken cancellation)
    {
        try
        {
            return await HandleAsync(caseId, static c => new PassDeadline(FormattableString.Invariant($"deadline-{c?.Version}")), CaseActor.Clock, at, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return new CaseOutcome { Decision = CaseRefusal.Alone(RefusalKind.ConditionUnmet, "cases.unreadable", caseId, fault.Message), Case = null, Attempts = 1, Fault = fault };
        }
    }

    /// <summary>Offers the effects of a case again and notes its deadline, as after a crash between the append and what follows it.</summary>
    /// <param name="caseId">The case's id.</param>
    /// <param name="cancellation">Stops the wait.</param>
    /// <returns>The case, or null when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="caseId"/> is null.</exception>
    public async ValueTask<GridCase?> ResumeAsync(string caseId, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(caseId);
        var events = await _events.LoadAsync(caseId, cancellation);
        var state = Fold(events);
        if (state is not null)
        {
            await PublishAsync(caseId, 0, events, state, cancellation);
        }

        return state;
    }

    private static GridCase? Fold(EquatableArray<CaseEvent> events) => events.Count == 0 ? null : GridCase.Replay(events);

    private async ValueTask PublishAsync(
        string caseId, int version, EquatableArray<CaseEvent> events, GridCase after, CancellationToken cancellation)
    {
        // The deadline first: whatever becomes of the effects, the clock finds the case.
        await _due.NoteAsync(caseId, after.Version, after.NextDeadline, cancellation);
        foreach (var e in events)
        {
            version++;
            var effects = e is CaseMoved moved ? moved.Effects : [];
            for (var i = 0; i < effects.Count; i++)
            {
                if (!CaseEffect.IsMark(effects[i]))
                {
                    await _effects.OfferAsync(new HostEffect(caseId, version, i, effects[i], e.At), cancellation);
                }
            }
        }
    }
}
