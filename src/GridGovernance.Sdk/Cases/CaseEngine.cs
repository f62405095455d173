using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Decides what a command does to a case: a pure function of case, command, actor, instant and model.</summary>
/// <remarks>
/// <para>It changes nothing: apply the events of an accepted decision with <see cref="GridCase.Apply"/>.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class CaseEngine
{
    private readonly CaseIntake _intake;
    private readonly CaseMovement _movement;
    private readonly CaseSupervision _supervision;
    private readonly CaseReview _review;
    private readonly CaseRegistrar _registrar;

    /// <summary>Creates an engine over a model.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    public CaseEngine(CaseModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        Model = model;
        var parties = new CaseParties(model);
        var clocks = new CaseClockwork(model.Calendar);
        _intake = new CaseIntake(model, parties, clocks);
        _movement = new CaseMovement(model, parties, clocks);
        _supervision = new CaseSupervision(model, parties, clocks);
        _review = new CaseReview(model, parties);
        _registrar = new CaseRegistrar(model, parties, clocks);
    }

    /// <summary>Gets the model.</summary>
    public CaseModel Model { get; }

    /// <summary>Decides a command.</summary>
    /// <param name="current">The case, or null when the command reports a new one.</param>
    /// <param name="command">The command.</param>
    /// <param name="actor">Who gives it.</param>
    /// <param name="at">When; not before the last event of the case.</param>
    /// <returns>The events, or every reason why not. A command that was done before is accepted without events.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="command"/> or <paramref name="actor"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="current"/> is null and the command does not report a case, or the command's id, or the reported case's, is empty.
    /// </exception>
    public Decision<CaseEvent> Decide(GridCase? current, CaseCommand command, CaseActor actor, Instant at)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentException.ThrowIfNullOrWhiteSpace(command.CommandId, nameof(command));
        if (current is null)
        {
            return command is ReportCase report
                ? Signed(_intake.Decide(report, actor, at), actor)
                : throw new ArgumentException($"\"{command.GetType().Name}\" needs a case; only \"{nameof(ReportCase)}\" begins one.", nameof(current));
        }

        if (current.CommandIds.Contains(command.CommandId))
        {
            return Decision<CaseEvent>.Accept([]);
        }

        if (at < current.ChangedAt)
        {
            return CaseRefusal.Alone(RefusalKind.ConditionUnmet, "cases.time-runs-backward", at, current.ChangedAt);
        }

        return Signed(Decided(current, command, actor, at), actor);
    }

    private Decision<CaseEvent> Decided(GridCase current, CaseCommand command, CaseActor actor, Instant at) => command switch
    {
        TriggerCommand move => _movement.Decide(current, move, actor, at),
        PassDeadline pass => _supervision.Pass(current, pass, actor, at),
        ExtendDeadline extend => _supervision.Extend(current, extend, actor, at),
        RecordOnCase record => _registrar.Decide(current, record, actor, at),
        AssignSubtask assign => _registrar.Decide(current, assign, actor, at),
        FinishSubtask finish => CaseRegistrar.Decide(current, finish, actor, at),
        AttachTeam attach => _registrar.Decide(current, attach, actor, at),
        SizeCase size => _registrar.Decide(current, size, actor, at),
        EvaluateCase evaluate => _review.Decide(current, evaluate, actor, at),
        _ => CaseRefusal.Alone(RefusalKind.NoSuchAction, "cases.reported-before", current.Id),
    };

    private static Decision<CaseEvent> Signed(Decision<CaseEvent> decision, CaseActor actor) => actor.Person is { } person && decision.Events.Count > 0
        ? Decision<CaseEvent>.Accept(EquatableArray.From(decision.Events.Select(e => e with { Person = person })))
        : decision;
}
