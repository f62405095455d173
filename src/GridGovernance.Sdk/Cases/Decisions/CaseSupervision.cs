using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Decides what the clock brings: missed deadlines, escalation (逐级督办), extension.</summary>
internal sealed class CaseSupervision
{
    private readonly CaseModel _model;
    private readonly CaseParties _parties;
    private readonly CaseClockwork _clocks;

    internal CaseSupervision(CaseModel model, CaseParties parties, CaseClockwork clocks)
    {
        _model = model;
        _parties = parties;
        _clocks = clocks;
    }

    internal Decision<CaseEvent> Pass(GridCase c, PassDeadline command, CaseActor actor, Instant at)
    {
        if (actor != CaseActor.Clock)
        {
            return CaseRefusal.Alone(RefusalKind.NotYourRole, "cases.only-the-clock", actor.Seat.ToString());
        }

        if (c.NextDeadline is not { } next || next >= at)
        {
            return Decision<CaseEvent>.Accept([]);
        }

        if (_model.Lifecycles.Find(c.Lifecycle) is not { } lifecycle)
        {
            return CaseRefusal.Alone(RefusalKind.ConditionUnmet, "cases.lifecycle-absent", c.Lifecycle, c.Id);
        }

        var events = new List<CaseEvent>(CaseClockwork.Missed(c, command, actor, at));
        events.AddRange(c.Subtasks.Where(subtask => subtask is { DoneAt: null, IsMissed: false } && subtask.DueAt < at).Select(subtask => new SubtaskMissed(subtask.Code, subtask.DueAt)
        {
            CommandId = command.CommandId,
            At = at,
            By = actor.Seat,
        }));
        var ladder = lifecycle.Definition.Escalation;
        var rung = Math.Min(c.Rung + 1, ladder.Count - 1);
        if (_parties.SeatOf(ladder[rung].To, c, c.Lead, at) is not { } supervisor)
        {
            return CaseRefusal.Alone(RefusalKind.ConditionUnmet, "cases.nobody-responsible", c.State, ladder[rung].To);
        }

        events.Add(new CaseEscalated(rung, supervisor, NextRung(ladder[rung], at)) { CommandId = command.CommandId, At = at, By = actor.Seat });
        return Decision<CaseEvent>.Accept(EquatableArray.From(events));
    }

    // What was missed is recorded whatever the calendar knows: beyond its last day the next rung falls on the first day that it does not know.
    private Instant NextRung(EscalationRung rung, Instant at)
    {
        var due = _clocks.Due(at, rung.Within, rung.Policy);
        return due.IsKnown ? due.At : Instant.Max(at, due.UnknownDay!.Value.AtStartOfDayInZone(_model.Calendar.Zone).ToInstant()) + Duration.FromDays(1);
    }

    internal Decision<CaseEvent> Extend(GridCase c, ExtendDeadline command, CaseActor actor, Instant at)
    {
        if (_model.Lifecycles.Find(c.Lifecycle) is not { } lifecycle)
        {
            return CaseRefusal.Alone(RefusalKind.ConditionUnmet, "cases.lifecycle-absent", c.Lifecycle, c.Id);
        }

        var refusals = new List<Refusal>();
        Approval(lifecycle, c, command, actor, at, refusals);

        if (string.IsNullOrWhiteSpace(command.Reason))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.note-missing", "extend"));
        }

        if (command.By.Amount < 1)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.extension-not-positive", command.By));
        }

        var clock = c.Clock(command.Clock);
        if (clock is not { Status: ClockStatus.Running })
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NoSuchAction, "cases.clock-not-running", command.Clock) with { Nearest = RunningClocks(c) });
        }
        else if (clock.DueAt < at)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.OutsideListOrTime, "cases.deadline-passed", command.Clock, clock.DueAt));
        }
        else if (!clock.Ledger.CanExtend(command.By))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.extension-too-long", command.Clock, command.By));
        }

        if (refusals.Count > 0
            || CaseClockwork.Known(command.Clock, _clocks.Due(clock!.Ledger.Extend(command.By, at)), refusals) is not { } due)
        {
            return Decision<CaseEvent>.Refuse(EquatableArray.From(refusals));
        }

        return Decision<CaseEvent>.Accept(
        [
            new DeadlineExtended(command.Clock, command.By, due.At, due.On, command.Reason) { CommandId = command.CommandId, At = at, By = actor.Seat },
        ]);
    }

    private static Message? RunningClocks(GridCase c)
    {
        var running = string.Join(", ", c.Clocks.Where(static known => known.Status == ClockStatus.Running).Select(static known => known.Code));
        return running.Length > 0 ? CaseMessages.Texts["cases.nearest-clocks", running] : null;
    }

    // The nth extension needs the nth approver of its clock; where the clock names none, anybody above the responsible seat.
    private void Approval(Lifecycle lifecycle, GridCase c, ExtendDeadline command, CaseActor actor, Instant at, List<Refusal> refusals)
    {
        var approvals = lifecycle.Definition.Clocks.FirstOrDefault(clock => string.Equals(clock.Code, command.Clock, StringComparison.Ordinal))?.Extensions ?? [];
        if (approvals.Count == 0)
        {
            if (c.Responsible is { } responsible && !_parties.IsAbove(actor.Seat, responsible))
            {
                refusals.Add(CaseRefusal.Of(RefusalKind.NotYourRole, "cases.not-above", actor.Seat.ToString(), responsible.ToString()).Or(_parties.Above(responsible)));
            }

            return;
        }

        var extended = c.Clock(command.Clock)?.Ledger.Extensions.Count ?? 0;
        if (extended >= approvals.Count)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.extended-enough", command.Clock, approvals.Count, extended));
            return;
        }

        var approval = approvals[extended];
        if (_parties.SeatOf(approval.By, c, c.Lead, at) is not { } approver)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.nobody-approves", command.Clock, approval.By));
        }
        else if (actor.Seat != approver)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NotYourRole, "cases.not-the-approver", actor.Seat.ToString(), extended + 1, command.Clock) with
            {
                Nearest = CaseMessages.Texts["cases.nearest-seat", approver.ToString()],
            });
        }

        if (approval.IsOverMost(command.By))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.extension-over-most", command.By, extended + 1, command.Clock, approval.Most) with
            {
                Nearest = CaseMessages.Texts["cases.nearest-most", approval.Most],
            });
        }
    }
}
