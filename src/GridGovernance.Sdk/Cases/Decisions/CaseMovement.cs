using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Decides triggers: the lifecycle's table, the actor's role and place, the guards, and for a dispatch the lists.</summary>
internal sealed class CaseMovement
{
    private readonly CaseModel _model;
    private readonly CaseParties _parties;
    private readonly CaseClockwork _clocks;
    private readonly Dictionary<string, CaseGuard> _guards;

    internal CaseMovement(CaseModel model, CaseParties parties, CaseClockwork clocks)
    {
        _model = model;
        _parties = parties;
        _clocks = clocks;
        _guards = model.Guards.ToDictionary(guard => guard.Name, StringComparer.Ordinal);
    }

    internal Decision<CaseEvent> Decide(GridCase c, TriggerCommand command, CaseActor actor, Instant at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(command.Trigger, nameof(command));
        if (_model.Lifecycles.Find(c.Lifecycle) is not { } lifecycle || lifecycle.FindState(c.State) is not { } state)
        {
            return CaseRefusal.Alone(RefusalKind.ConditionUnmet, "cases.lifecycle-absent", c.Lifecycle, c.Id);
        }

        var context = new CaseGuardContext(_model, c, command, actor, at);
        var candidates = lifecycle.Transitions(state, command.Trigger);
        if (candidates.Length == 0)
        {
            return Decision<CaseEvent>.Refuse([NoSuchAction(lifecycle, state, context)]);
        }

        var refusals = new List<Refusal>();
        var chosen = Choose(c, state, candidates, context, refusals);
        var (dispatch, merge) = (command as DispatchCase, command as MergeCase);
        if (chosen is not null && chosen.Definition.Effects.Contains(CaseEffect.MarkDispatched) != dispatch is not null)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, dispatch is null ? "cases.needs-dispatch" : "cases.not-a-dispatch", command.Trigger, state.Code) with
            {
                Nearest = CaseMessages.Texts[dispatch is null ? "cases.nearest-name-lead" : "cases.nearest-no-lead"],
            });
        }

        if (chosen is not null && chosen.Definition.Effects.Contains(CaseEffect.MarkMerged) != merge is not null)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, merge is null ? "cases.needs-merge" : "cases.not-a-merge", command.Trigger, state.Code) with
            {
                Nearest = CaseMessages.Texts[merge is null ? "cases.nearest-name-other" : "cases.nearest-no-other"],
            });
        }

        if (merge is not null)
        {
            CaseMerging.Check(c, merge, refusals);
        }

        var rules = dispatch is null ? [] : CheckDispatch(c, dispatch, actor, at, refusals);
        if (refusals.Count > 0)
        {
            return Decision<CaseEvent>.Refuse(EquatableArray.From(refusals.Select(refusal => refusal.Nearest is null ? refusal with { Nearest = OtherWays(lifecycle, state, context) } : refusal)));
        }

        var missed = EquatableArray.From(CaseClockwork.Missed(c, command, actor, at));
        var events = new List<CaseEvent>(missed);
        if (dispatch is not null)
        {
            events.Add(new CaseDispatched(dispatch.Lead, dispatch.Assisting, dispatch.Action, EquatableArray.From(rules))
            {
                CommandId = command.CommandId,
                At = at,
                By = actor.Seat,
            });
        }

        if (merge is not null)
        {
            events.Add(new CaseMerged(merge.Into.Id) { CommandId = command.CommandId, At = at, By = actor.Seat });
        }

        var target = chosen!.Target;
        var responsible = target.IsFinal ? null : _parties.SeatOf(target.Responsible!, c, dispatch?.Lead ?? c.Lead, at);
        if (responsible is null && !target.IsFinal)
        {
            return CaseRefusal.Alone(RefusalKind.ConditionUnmet, "cases.nobody-responsible", target.Code, target.Responsible);
        }

        var moved = new CaseMoved(command.Trigger, c.State, target.Code, target.IsFinal, responsible, chosen.Effects, command.Note) { CommandId = command.CommandId, At = at, By = actor.Seat };
        events.Add(moved);
        if (!chosen.IsInternal)
        {
            _clocks.Enter(lifecycle, missed.Aggregate(c, GridCase.Apply), target, moved, events, refusals);
        }

        return refusals.Count > 0 ? Decision<CaseEvent>.Refuse(EquatableArray.From(refusals)) : Decision<CaseEvent>.Accept(EquatableArray.From(events));
    }

    private LifecycleTransition? Choose(
        GridCase c, LifecycleState state, ReadOnlySpan<LifecycleTransition> candidates, CaseGuardContext context, List<Refusal> refusals)
    {
        LifecycleTransition? chosen = null;
        List<Refusal>? unmet = null;
        var roleFits = false;
        foreach (var transition in candidates)
        {
            var permitted = transition.Definition.By.Any(party => CaseParties.Is(context.Actor, party, c, state));
            if (roleFits && !permitted)
            {
                continue;
            }

            if (permitted && !roleFits)
            {
                (roleFits, chosen, unmet) = (true, null, null);
            }

            if (chosen is null)
            {
                var reasons = transition.Definition.Guards.SelectMany(guard => _guards[guard].Unmet(context)).Concat(OutsideWindow(transition, context)).ToList();
                (chosen, unmet) = reasons.Count == 0 ? (transition, unmet) : (null, unmet ?? reasons);
            }
        }

        if (!roleFits)
        {
            var allowed = string.Join(", ", candidates.ToArray().SelectMany(transition => transition.Definition.By).Distinct(StringComparer.Ordinal));
            refusals.Add(CaseRefusal.Of(RefusalKind.NotYourRole, "cases.not-your-role", context.Actor.Seat.ToString(), context.Command.Trigger, state.Code) with
            {
                Nearest = CaseMessages.Texts["cases.role-that-may", allowed],
            });
        }

        if (!ActsAt(context.Actor.Seat, c, context.At))
        {
            refusals.Add(NotYourGrid(context.Actor.Seat, c, context.At));
        }

        if (chosen is null)
        {
            refusals.AddRange(unmet!);
        }

        return chosen;
    }

    // A window opens when the case enters the state that the transition leaves.
    private IEnumerable<Refusal> OutsideWindow(LifecycleTransition transition, CaseGuardContext context)
    {
        if (transition.Definition.Within is not { } within)
        {
            yield break;
        }

        var last = _clocks.Due(context.Case.EnteredAt, within, transition.Definition.Policy ?? CountingPolicy.CivilCode);
        if (!last.IsKnown)
        {
            yield return CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.calendar-unknown", transition.Trigger, last.UnknownDay);
        }
        else if (last.At < context.At)
        {
            yield return CaseRefusal.Of(RefusalKind.OutsideListOrTime, "cases.window-passed", transition.Trigger, within, last.At);
        }
    }

    private List<string> CheckDispatch(GridCase c, DispatchCase command, CaseActor actor, Instant at, List<Refusal> refusals)
    {
        var rules = new List<string>();
        var local = _model.LocalTime(at);

        void Ask(ListAnswer answer)
        {
            rules.AddRange(answer.Rules);
            refusals.AddRange(answer.Refusals);
        }

        Ask(_model.Lists.Authorise(actor.Seat, CaseAction.Dispatch, c.Matter, c.Place, local));
        foreach (var seat in command.Assisting.Prepend(command.Lead))
        {
            CheckSeat(c, seat, at, refusals);
            if (seat.Post is not { } code || !_model.Establishment.TryFindPost(code, out var post))
            {
                continue;
            }

            if (!post.IsOfDepartment)
            {
                Ask(_model.Lists.Admit(seat, c.Matter, c.Place, local));
            }

            // Whoever is dispatched handles, whatever else is asked of them.
            Ask(_model.Lists.Authorise(seat, CaseAction.Handle, c.Matter, c.Place, local));
            if (command.Action != CaseAction.Handle)
            {
                Ask(_model.Lists.Authorise(seat, command.Action, c.Matter, c.Place, local));
            }
        }

        if (command.Assisting.Prepend(command.Lead).GroupBy(static seat => seat).FirstOrDefault(static group => group.Skip(1).Any()) is { } twice)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.seat-named-twice", twice.Key.ToString()) with { Nearest = CaseMessages.Texts["cases.nearest-once", twice.Key.ToString()] });
        }

        return rules;
    }

    private void CheckSeat(GridCase c, Seat seat, Instant at, List<Refusal> refusals)
    {
        if (seat.Post is not { } code || !_model.Establishment.TryFindPost(code, out _))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NoSuchAction, "cases.unknown-seat", seat.ToString()) with
            {
                Nearest = CaseMessages.Texts["cases.nearest-posts", string.Join(", ", _model.Establishment.Posts.Select(static post => post.Code))],
            });
        }
        else if (!ActsAt(seat, c, at))
        {
            refusals.Add(NotYourGrid(seat, c, at));
        }
        else if (_parties.IsVacant(seat, at))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.seat-vacant", seat.ToString()) with
            {
                Nearest = _parties.Occupied(seat, at) is var above && above != seat && !_parties.IsVacant(above, at) ? CaseMessages.Texts["cases.nearest-above", above.ToString()] : null,
            });
        }
    }

    // By delegation one acts where the seat does whose power it is.
    private bool ActsAt(Seat seat, GridCase c, Instant at) =>
        _parties.Covers(seat, c.Place, at) || _model.Lists.Authorise(seat, CaseAction.Handle, c.Matter, c.Place, _model.LocalTime(at)).Delegations.Count > 0;

    private Refusal NotYourGrid(Seat seat, GridCase c, Instant at) => CaseRefusal.Of(RefusalKind.NotYourGrid, "cases.not-your-grid", seat.ToString(), c.Place) with
    {
        Nearest = (_parties.Covering(seat, c, at) ?? c.Responsible) is { } nearest ? CaseMessages.Texts["cases.nearest-seat", nearest.ToString()] : null,
    };

    // Where a reason names nothing better: what else may be done here, or the one thing that always may.
    private Message OtherWays(Lifecycle lifecycle, LifecycleState state, CaseGuardContext context)
    {
        var others = Permitted(lifecycle, state, context).Where(code => !string.Equals(code, context.Command.Trigger, StringComparison.Ordinal)).ToArray();
        return others.Length > 0 ? CaseMessages.Texts["cases.permitted-triggers", string.Join(", ", others)] : CaseMessages.Texts["cases.nearest-report-anew"];
    }

    private Refusal NoSuchAction(Lifecycle lifecycle, LifecycleState state, CaseGuardContext context)
    {
        var permitted = Permitted(lifecycle, state, context).ToArray();
        return CaseRefusal.Of(RefusalKind.NoSuchAction, "cases.no-such-trigger", context.Command.Trigger, state.Code) with
        {
            Nearest = permitted.Length == 0 ? CaseMessages.Texts["cases.closed", state.Code] : CaseMessages.Texts["cases.permitted-triggers", string.Join(", ", permitted)],
        };
    }

    // The triggers that do something here, but for those whose window has closed.
    private IEnumerable<string> Permitted(Lifecycle lifecycle, LifecycleState state, CaseGuardContext context) => lifecycle.PermittedTriggers(state).Select(static trigger => trigger.Code)
        .Where(code => lifecycle.Transitions(state, code).ToArray().Any(transition => !OutsideWindow(transition, context).Any()));
}
