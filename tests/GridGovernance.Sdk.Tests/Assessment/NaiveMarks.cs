using GridGovernance.Sdk.Assessment;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Events;
using NodaTime;

namespace GridGovernance.Sdk.Tests.Assessment;

/// <summary>Says what assessment counts of a case of the sample's lifecycles, from the list of its events alone: no fold, no clock.</summary>
internal static class NaiveMarks
{
    internal static CaseMarks Of(IReadOnlyList<CaseEvent> events, Instant asOf)
    {
        var moves = events.OfType<CaseMoved>().ToList();
        var (isOpen, state) = (!moves[^1].IsFinal, moves[^1].To);
        var returned = moves.Count(static move => move.Effects.Contains(CaseEffect.MarkReturned));
        var marks = CaseMarks.Reported;
        Mark(ref marks, CaseMarks.Dispatched, events.OfType<CaseDispatched>().Any());
        Mark(ref marks, CaseMarks.DispatchReturned, returned > 0);
        Mark(ref marks, CaseMarks.Reworked, moves.Exists(static move => move.Effects.Contains(CaseEffect.MarkReworked)));
        Mark(ref marks, CaseMarks.Deferred, isOpen && Last(events, "suspension") is ("running" or "paused"));
        var rung = -1;
        foreach (var e in events)
        {
            rung = e is CaseEscalated { Rung: var at } ? at : rung;
            Mark(ref marks, CaseMarks.Escalated, rung >= 0);
        }

        Mark(ref marks, CaseMarks.Closed, !isOpen);
        Mark(ref marks, CaseMarks.ClosureDue, !isOpen || WasMissed(events, "closure") || RunsTo(events, "closure", asOf));
        Mark(ref marks, CaseMarks.ClosedOnTime, !isOpen && !WasMissed(events, "closure"));
        Mark(ref marks, CaseMarks.ClosedLate, !isOpen && WasMissed(events, "closure"));

        var handled = Last(events, "handling") == "stopped" && !StoppedByClosure(events, "handling") && moves.Exists(static move => move.Effects.Contains(CaseEffect.MarkHandled));
        var beyond = RunsTo(events, "handling", asOf - Duration.Epsilon) || (Last(events, "handling") == "running" && MissedThisRound(events, "handling"));
        Mark(ref marks, CaseMarks.Disposed, handled);
        Mark(ref marks, CaseMarks.DisposalDue, handled || WasMissed(events, "handling") || RunsTo(events, "handling", asOf));
        Mark(ref marks, CaseMarks.DisposedOnTime, handled && !WasMissed(events, "handling"));
        Mark(ref marks, CaseMarks.DisposalOverdue, !handled && beyond);

        var filed = Last(events, "intake") == "stopped" && !StoppedByClosure(events, "intake");
        Mark(ref marks, CaseMarks.Filed, filed);
        Mark(ref marks, CaseMarks.FiledOnTime, filed && !WasMissed(events, "intake"));

        var dispatched = Last(events, "dispatch") == "stopped" && !StoppedByClosure(events, "dispatch");
        Mark(ref marks, CaseMarks.DispatchDue, dispatched || WasMissed(events, "dispatch") || RunsTo(events, "dispatch", asOf));
        Mark(ref marks, CaseMarks.DispatchedOnTime, dispatched && !WasMissed(events, "dispatch"));
        Mark(ref marks, CaseMarks.Dispatched, dispatched);

        var looked = Last(events, "verification") == "stopped";
        Mark(ref marks, CaseMarks.CheckDue, looked || WasMissed(events, "verification") || RunsTo(events, "verification", asOf));
        Mark(ref marks, CaseMarks.CheckedOnTime, looked && !WasMissed(events, "verification"));

        Mark(ref marks, CaseMarks.ValidReport, state != "rejected");
        Mark(ref marks, CaseMarks.Voided, state == "rejected" && filed);
        return marks;
    }

    private static void Mark(ref CaseMarks marks, CaseMarks mark, bool condition) => marks |= condition ? mark : CaseMarks.None;

    private static bool WasMissed(IEnumerable<CaseEvent> events, string clock) =>
        events.Any(e => (e is DeadlineMissed missed && missed.Clock == clock) || (e is ClockStopped { InTime: false } stopped && stopped.Clock == clock));

    private static bool MissedThisRound(IReadOnlyList<CaseEvent> events, string clock) =>
        WasMissed(events.Skip(Enumerable.Range(0, events.Count).Last(i => events[i] is ClockStarted started && started.Clock == clock)), clock);

    private static string? Last(IEnumerable<CaseEvent> events, string clock) => events.Select(e => e switch
    {
        ClockStarted started when started.Clock == clock => "running",
        ClockResumed resumed when resumed.Clock == clock => "running",
        ClockPaused paused when paused.Clock == clock => "paused",
        ClockStopped stopped when stopped.Clock == clock => "stopped",
        _ => null,
    }).LastOrDefault(static word => word is not null);

    private static bool StoppedByClosure(IReadOnlyList<CaseEvent> events, string clock)
    {
        var at = Enumerable.Range(0, events.Count).Last(i => events[i] is ClockStopped stopped && stopped.Clock == clock);
        return events.Take(at).OfType<CaseMoved>().Last().IsFinal;
    }

    private static bool RunsTo(IEnumerable<CaseEvent> events, string clock, Instant asOf) => Last(events, clock) == "running" && events.Select(e => e switch
    {
        ClockStarted started when started.Clock == clock => started.DueAt,
        ClockResumed resumed when resumed.Clock == clock => resumed.DueAt,
        DeadlineExtended extended when extended.Clock == clock => extended.DueAt,
        _ => (Instant?)null,
    }).Last(static due => due is not null) <= asOf;
}
