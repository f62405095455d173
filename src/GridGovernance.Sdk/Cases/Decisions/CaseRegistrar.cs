using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Decides what is put on record without moving the case: supervision and accountability, parts of joint handling, the size.</summary>
internal sealed class CaseRegistrar
{
    private readonly CaseModel _model;
    private readonly CaseParties _parties;
    private readonly CaseClockwork _clocks;

    internal CaseRegistrar(CaseModel model, CaseParties parties, CaseClockwork clocks)
    {
        _model = model;
        _parties = parties;
        _clocks = clocks;
    }

    internal Decision<CaseEvent> Decide(GridCase c, RecordOnCase command, CaseActor actor, Instant at)
    {
        var refusals = new List<Refusal>();
        RequireText(command.Note, "record", refusals);
        if (command.Kind is CaseRecordKind.Notice or CaseRecordKind.Accountability && command.Target is null)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.record-needs-target", command.Kind));
        }

        if (command.Kind is CaseRecordKind.Evidence or CaseRecordKind.Duplicate or CaseRecordKind.Split && string.IsNullOrWhiteSpace(command.Reference))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.record-needs-reference", command.Kind));
        }

        if (!MayRecord(c, command, actor, at))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NotYourRole, "cases.may-not-record", actor.Seat.ToString(), command.Kind).Or(WhoMayRecord(c, command, actor, at)));
        }

        if (!c.IsOpen && command.Kind is CaseRecordKind.Urging or CaseRecordKind.Supervision or CaseRecordKind.StageReport)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.record-on-closed", command.Kind, c.Id));
        }

        if (!HoldsGround(c, command, at))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.ground-not-given", command.Ground, c.Id));
        }

        return Decided(refusals, () => new CaseRecorded(command.Kind, command.Ground, command.Note, command.Target, command.Reference)
        {
            CommandId = command.CommandId,
            At = at,
            By = actor.Seat,
        });
    }

    internal Decision<CaseEvent> Decide(GridCase c, AssignSubtask command, CaseActor actor, Instant at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(command.Subtask, nameof(command));
        var refusals = new List<Refusal>();
        if (c.Lead is not { } lead || (actor.Seat != lead && !_parties.IsAbove(actor.Seat, lead)))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NotYourRole, "cases.not-the-lead", actor.Seat.ToString(), c.Id).Or(c.Lead));
        }

        if (!c.IsOpen)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NoSuchAction, "cases.closed", c.State));
        }

        // A part that is still open may be given to another, or given anew.
        if (c.Subtasks.Any(known => known.DoneAt is not null && string.Equals(known.Code, command.Subtask, StringComparison.Ordinal)))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.subtask-twice", command.Subtask));
        }

        CheckSeat(c, command.Seat, at, refusals);

        if (command.Within.Amount < 1)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.extension-not-positive", command.Within));
        }

        var due = CaseClockwork.Known(command.Subtask, _clocks.Due(at, command.Within, command.Policy ?? CountingPolicy.CivilCode), refusals);
        return Decided(refusals, () => new SubtaskAssigned(command.Subtask, command.Seat, due!.Value.At) { CommandId = command.CommandId, At = at, By = actor.Seat });
    }

    internal static Decision<CaseEvent> Decide(GridCase c, FinishSubtask command, CaseActor actor, Instant at)
    {
        var refusals = new List<Refusal>();
        RequireText(command.Note, command.Subtask, refusals);
        var subtask = c.Subtasks.FirstOrDefault(known => string.Equals(known.Code, command.Subtask, StringComparison.Ordinal));
        if (!c.IsOpen)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NoSuchAction, "cases.closed", c.State));
        }
        else if (subtask is not { DoneAt: null })
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NoSuchAction, "cases.no-open-subtask", command.Subtask));
        }
        else if (subtask.Seat != actor.Seat)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NotYourRole, "cases.not-your-subtask", actor.Seat.ToString(), command.Subtask, subtask.Seat.ToString()).Or(subtask.Seat));
        }

        return Decided(refusals, () => new SubtaskFinished(command.Subtask, at <= subtask!.DueAt, command.Note) { CommandId = command.CommandId, At = at, By = actor.Seat });
    }

    internal Decision<CaseEvent> Decide(GridCase c, AttachTeam command, CaseActor actor, Instant at)
    {
        var refusals = new List<Refusal>();
        RequireText(command.Note, "team", refusals);
        if (c.Responsible is not { } responsible)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NoSuchAction, "cases.closed", c.State));
        }
        else if (actor.Seat != command.Team.Commander() && !_parties.IsAbove(actor.Seat, responsible))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NotYourRole, "cases.may-not-attach", actor.Seat.ToString(), command.Team.Code).Or(command.Team.Commander()));
        }

        var commanders = command.Team.Members.Count(static member => member.Role == CommandTeamRole.Commander);
        if (commanders != 1)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.team-commanders", command.Team.Code, commanders));
        }

        foreach (var seat in command.Team.Members.GroupBy(static member => member.Seat))
        {
            if (seat.Skip(1).Any())
            {
                refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.team-seat-twice", seat.Key.ToString(), command.Team.Code));
            }

            CheckSeat(c, seat.Key, at, refusals);
        }

        return Decided(refusals, () => new TeamAttached(command.Team, command.Note) { CommandId = command.CommandId, At = at, By = actor.Seat });
    }

    internal Decision<CaseEvent> Decide(GridCase c, SizeCase command, CaseActor actor, Instant at)
    {
        var refusals = new List<Refusal>();
        RequireText(command.Reason, "size", refusals);
        if (!c.IsOpen)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NoSuchAction, "cases.closed", c.State));
        }

        // Whoever handles must not make the matter smaller than others found it: a hard one needs coordination.
        if (actor.Seat == c.Lead && command.Size < c.Size)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NotYourRole, "cases.lead-sizes-down", actor.Seat.ToString(), c.Size, command.Size));
        }

        if (!_parties.Covers(actor.Seat, c.Place, at))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NotYourGrid, "cases.not-your-grid", actor.Seat.ToString(), c.Place).Or(_parties.Covering(actor.Seat, c, at)));
        }

        return Decided(refusals, () => new CaseSized(command.Size, command.Reason) { CommandId = command.CommandId, At = at, By = actor.Seat });
    }

    private void CheckSeat(GridCase c, Seat seat, Instant at, List<Refusal> refusals)
    {
        if (!_parties.IsKnown(seat))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NoSuchAction, "cases.unknown-seat", seat.ToString()));
        }
        else if (!_parties.Covers(seat, c.Place, at))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NotYourGrid, "cases.not-your-grid", seat.ToString(), c.Place).Or(_parties.Covering(seat, c, at)));
        }
        else if (_parties.IsVacant(seat, at))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.seat-vacant", seat.ToString()));
        }
    }

    private bool MayRecord(GridCase c, RecordOnCase command, CaseActor actor, Instant at) => command.Kind switch
    {
        CaseRecordKind.Urging or CaseRecordKind.Supervision => c.Responsible is { } responsible && _parties.IsAbove(actor.Seat, responsible),
        CaseRecordKind.Notice or CaseRecordKind.Accountability => command.Target is not { } target || _parties.IsAbove(actor.Seat, target),
        CaseRecordKind.StageReport => actor.Seat == c.Lead,
        _ => _parties.Covers(actor.Seat, c.Place, at),
    };

    private Seat? WhoMayRecord(GridCase c, RecordOnCase command, CaseActor actor, Instant at) => command.Kind switch
    {
        CaseRecordKind.Urging or CaseRecordKind.Supervision => c.Responsible is { } responsible ? _parties.Above(responsible) : null,
        CaseRecordKind.Notice or CaseRecordKind.Accountability => command.Target is { } target ? _parties.Above(target) : null,
        CaseRecordKind.StageReport => c.Lead,
        _ => _parties.Covering(actor.Seat, c, at),
    };

    // A ground is a fact of the case, not a word of the actor.
    private bool HoldsGround(GridCase c, RecordOnCase command, Instant at) => command.Ground switch
    {
        CaseRecordGround.Timeout => Overdue(c, at) is not null || (!c.IsOpen && c.Clocks.Any(static clock => clock.TimesMissed > 0)),
        CaseRecordGround.UnresolvedWithinAuthority => command.Target is { } target && CaseResolution.Of(c).IsSolved != true && (!c.IsOpen || Overdue(c, at) is not null)
            && _model.Lists.Authorise(target, CaseAction.Handle, c.Matter, c.Place, _model.LocalTime(at)).IsAllowed,
        CaseRecordGround.OverdueAndPassive => command.Target == c.Responsible && Overdue(c, at) is { } due && c.EnteredAt <= due,
        _ => true,
    };

    // A pause moves no deadline that has passed, so what was missed once stays so.
    private static Instant? Overdue(GridCase c, Instant at)
    {
        foreach (var clock in c.Clocks)
        {
            if (clock.Status == ClockStatus.Running && clock.DueAt < at)
            {
                return clock.DueAt;
            }
        }

        return null;
    }

    private static void RequireText(string text, string what, List<Refusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.note-missing", what));
        }
    }

    private static Decision<CaseEvent> Decided(List<Refusal> refusals, Func<CaseEvent> create) => refusals.Count > 0
        ? Decision<CaseEvent>.Refuse(EquatableArray.From(refusals))
        : Decision<CaseEvent>.Accept([create()]);
}
