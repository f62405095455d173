using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Turns the entry into a state into events of the clocks.</summary>
internal sealed class CaseClockwork
{
    private readonly WorkCalendar _calendar;

    internal CaseClockwork(WorkCalendar calendar) => _calendar = calendar;

    /// <summary>Adds what happens to every clock of a case that enters a state; a deadline on an unknown day is a refusal.</summary>
    internal void Enter(Lifecycle lifecycle, GridCase c, LifecycleState entered, CaseEvent cause, List<CaseEvent> events, List<Refusal> refusals)
    {
        foreach (var clock in lifecycle.Clocks.AsSpan())
        {
            var now = c.Clock(clock.Code);
            var before = now?.Status ?? ClockStatus.Idle;

            // What only the closure stopped is owed again when the case is reopened, with the time that was left: closing buys no time.
            var owed = now is { IsStoppedByClosure: true } && !c.IsOpen;
            var after = clock.After(owed ? ClockStatus.Running : before, entered);
            if (before == after)
            {
                continue;
            }

            switch (after)
            {
                case ClockStatus.Running when now is null || (before == ClockStatus.Stopped && clock.Definition.Reentry == ClockReentry.Restart):
                    if (Known(clock.Code, _calendar.Due(cause.At, clock.Definition.Limit, clock.Definition.Policy), refusals) is { } first)
                    {
                        events.Add(new ClockStarted(clock.Code, clock.Definition.Limit, clock.Definition.Policy, first.At, first.On)
                        {
                            CommandId = cause.CommandId,
                            At = cause.At,
                            By = cause.By,
                        });
                    }

                    break;
                case ClockStatus.Running:
                    if (Known(clock.Code, now!.Ledger.Resume(cause.At).Due(_calendar), refusals) is { } next)
                    {
                        events.Add(new ClockResumed(clock.Code, next.At, next.On) { CommandId = cause.CommandId, At = cause.At, By = cause.By });
                    }

                    break;
                case ClockStatus.Paused:
                    if (owed && Known(clock.Code, now!.Ledger.Resume(cause.At).Due(_calendar), refusals) is { } again)
                    {
                        events.Add(new ClockResumed(clock.Code, again.At, again.On) { CommandId = cause.CommandId, At = cause.At, By = cause.By });
                    }

                    events.Add(new ClockPaused(clock.Code, entered.Code) { CommandId = cause.CommandId, At = cause.At, By = cause.By });
                    break;
                default:
                    var inTime = !now!.IsMissed && (before == ClockStatus.Paused || cause.At <= now.DueAt);
                    events.Add(new ClockStopped(clock.Code, inTime) { CommandId = cause.CommandId, At = cause.At, By = cause.By });
                    break;
            }
        }
    }

    /// <summary>Returns the deadlines that passed before an instant: one whose tick has not come yet is missed all the same.</summary>
    internal static IEnumerable<DeadlineMissed> Missed(GridCase c, CaseCommand command, CaseActor actor, Instant at) =>
        c.Clocks.Where(clock => clock.IsDueBefore(at)).Select(clock => new DeadlineMissed(clock.Code, clock.DueAt)
        {
            CommandId = command.CommandId,
            At = at,
            By = actor.Seat,
        });

    /// <summary>Returns a deadline that the calendar knows, or adds a refusal that names the day it does not.</summary>
    internal static DueDate? Known(string clock, DueDate due, List<Refusal> refusals)
    {
        if (due.IsKnown)
        {
            return due;
        }

        refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.calendar-unknown", clock, due.UnknownDay) with { Nearest = CaseMessages.Texts["cases.nearest-notice", due.UnknownDay!.Value.Year] });
        return null;
    }

    /// <summary>Computes a deadline from an instant.</summary>
    internal DueDate Due(Instant at, TimeLimit limit, CountingPolicy policy) => _calendar.Due(at, limit, policy);

    /// <summary>Computes the deadline of a ledger.</summary>
    internal DueDate Due(DeadlineLedger ledger) => ledger.Due(_calendar);
}
