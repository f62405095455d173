using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Cases;

/// <summary>Replays the events of a case against the lifecycles and the calendar of its model, and names everything that they forbid.</summary>
/// <remarks>For events that another system wrote, or that lay in a store: what the engine itself decides has no violation. This type is safe to share between threads.</remarks>
public sealed class CaseReplay
{
    private readonly LifecycleCatalogue _lifecycles;
    private readonly WorkCalendar _calendar;

    /// <summary>Creates a replay over a model.</summary>
    /// <param name="lifecycles">The lifecycles, in all versions that the cases follow.</param>
    /// <param name="calendar">The working calendar.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public CaseReplay(LifecycleCatalogue lifecycles, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(lifecycles);
        ArgumentNullException.ThrowIfNull(calendar);
        _lifecycles = lifecycles;
        _calendar = calendar;
    }

    /// <summary>Replays a case.</summary>
    /// <param name="events">Its events, in order.</param>
    /// <returns>The case and the violations.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> is null.</exception>
    public CaseReplayResult Run(IEnumerable<CaseEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var all = EquatableArray.From(events);
        var findings = new List<Finding>();
        GridCase? c = null;
        for (var i = 0; i < all.Count; i++)
        {
            var place = FindingPlace.At(FormattableString.Invariant($"/events/{i}"));
            Check(c, all[i], place, findings);
            try
            {
                c = GridCase.Apply(c, all[i]);
            }
            catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
            {
                findings.Add(Finding.Error(CaseMessages.Texts["cases.replay-impossible", all[i].GetType().Name, Said(fault)], place));
                break;
            }

            // The events of one command belong together: only after the last of them the case must stand as it should.
            var isWhole = i + 1 == all.Count || !string.Equals(all[i + 1].CommandId, all[i].CommandId, StringComparison.Ordinal);
            if (isWhole && c.IsOpen && (c.Responsible is null || c.NextDeadline is null))
            {
                findings.Add(Finding.Error(CaseMessages.Texts[c.Responsible is null ? "cases.replay-nobody" : "cases.replay-no-deadline", c.Id, c.State], place));
            }
        }

        return new CaseReplayResult(c, new FindingReport(findings));
    }

    // An argument's name says nothing to who reads events.
    private static string Said(Exception fault) => fault is ArgumentException { ParamName: { } name } ? fault.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal) : fault.Message;

    private void Check(GridCase? before, CaseEvent e, FindingPlace place, List<Finding> findings)
    {
        if (e is CaseReported reported && _lifecycles.Find(reported.Lifecycle) is null)
        {
            findings.Add(Finding.Error(CaseMessages.Texts["cases.lifecycle-absent", reported.Lifecycle, reported.CaseId], place));
        }

        if (before is null || _lifecycles.Find(before.Lifecycle) is not { } lifecycle)
        {
            return;
        }

        switch (e)
        {
            case CaseMoved { Trigger: { } trigger } moved:
                if (lifecycle.FindState(before.State) is not { } state
                    || !lifecycle.Transitions(state, trigger).ToArray().Any(transition => string.Equals(transition.Target.Code, moved.To, StringComparison.Ordinal)))
                {
                    findings.Add(Finding.Error(CaseMessages.Texts["cases.replay-no-such-step", trigger, before.State, moved.To], place));
                }
                else if (lifecycle.FindState(moved.To)!.IsFinal != moved.IsFinal)
                {
                    findings.Add(Finding.Error(CaseMessages.Texts["cases.replay-wrong-end", moved.To], place));
                }

                break;
            case CaseMoved moved when lifecycle.Initial.Code != moved.To || before.Version > 1:
                findings.Add(Finding.Error(CaseMessages.Texts["cases.replay-no-such-step", "", before.State, moved.To], place));
                break;
            case ClockStarted started:
                CheckDue(started.Clock, _calendar.Due(e.At, started.Limit, started.Policy), started.DueAt, place, findings);
                break;
            case ClockResumed resumed when before.Clock(resumed.Clock) is { Ledger.IsPaused: true } clock:
                CheckDue(resumed.Clock, clock.Ledger.Resume(e.At).Due(_calendar), resumed.DueAt, place, findings);
                break;
            case DeadlineExtended extended when before.Clock(extended.Clock) is { } clock && clock.Ledger.CanExtend(extended.Extension):
                CheckDue(extended.Clock, clock.Ledger.Extend(extended.Extension, e.At).Due(_calendar), extended.DueAt, place, findings);
                CheckExtension(lifecycle, clock, extended, place, findings);
                break;
            case SubtaskMissed missed when before.Subtasks.FirstOrDefault(known => known.Code == missed.Subtask) is { } subtask && (subtask.DueAt != missed.DueAt || missed.DueAt >= e.At):
                findings.Add(Finding.Error(CaseMessages.Texts["cases.replay-not-missed", missed.Subtask, subtask.DueAt], place));
                break;
            case DeadlineMissed missed when before.Clock(missed.Clock) is { } clock && (clock.DueAt != missed.DueAt || missed.DueAt >= e.At):
                findings.Add(Finding.Error(CaseMessages.Texts["cases.replay-not-missed", missed.Clock, clock.DueAt], place));
                break;
            default:
                break;
        }
    }

    // Who approved it the events do not tell for sure: a vacant approver is skipped upward. How often and how long they do.
    private static void CheckExtension(Lifecycle lifecycle, CaseClock clock, DeadlineExtended extended, FindingPlace place, List<Finding> findings)
    {
        var approvals = lifecycle.Definition.Clocks.FirstOrDefault(known => string.Equals(known.Code, clock.Code, StringComparison.Ordinal))?.Extensions ?? [];
        var before = clock.Ledger.Extensions.Count;
        if (approvals.Count > 0 && before >= approvals.Count)
        {
            findings.Add(Finding.Error(CaseMessages.Texts["cases.extended-enough", clock.Code, approvals.Count, before], place));
        }
        else if (approvals.Count > 0 && approvals[before].IsOverMost(extended.Extension))
        {
            findings.Add(Finding.Error(CaseMessages.Texts["cases.extension-over-most", extended.Extension, before + 1, clock.Code, approvals[before].Most], place));
        }
    }

    private static void CheckDue(string clock, DueDate due, NodaTime.Instant stated, FindingPlace place, List<Finding> findings)
    {
        if (due.IsKnown && due.At != stated)
        {
            findings.Add(Finding.Error(CaseMessages.Texts["cases.replay-wrong-deadline", clock, due.At, stated], place));
        }
    }
}
