using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Lifecycles;

namespace GridGovernance.Sdk.Cases;

/// <summary>Replays the events of a case against its model, and names everything that the model forbids.</summary>
/// <remarks>
/// <para>For events that another system wrote, or that lay in a store: what the engine itself decides has no violation. Over a whole model every command is decided again, by the
/// lists, the network and the roster that the model has now; over lifecycles and calendar alone the steps, the ends and the deadlines are held against them.</para>
/// <para>This type is safe to share between threads.</para>
/// </remarks>
public sealed class CaseReplay
{
    private readonly LifecycleCatalogue _lifecycles;
    private readonly WorkCalendar _calendar;
    private readonly CaseRedecision? _redecision;

    /// <summary>Creates a replay over a whole model: every command is decided again.</summary>
    /// <param name="model">The model.</param>
    /// <exception cref="ArgumentNullException"><paramref name="model"/> is null.</exception>
    public CaseReplay(CaseModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        _lifecycles = model.Lifecycles;
        _calendar = model.Calendar;
        _redecision = new CaseRedecision(model);
    }

    /// <summary>Creates a replay over lifecycles and a calendar alone.</summary>
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
    /// <param name="caseId">The id under which they were kept; null where it is not looked at.</param>
    /// <returns>The case and the violations.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> is null.</exception>
    public CaseReplayResult Run(IEnumerable<CaseEvent> events, string? caseId = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        var all = EquatableArray.From(events);
        var findings = new List<Finding>();
        GridCase? c = null;
        if (caseId is not null && all.Count > 0 && all[0] is CaseReported first && !string.Equals(first.CaseId, caseId, StringComparison.Ordinal))
        {
            findings.Add(Finding.Error(CaseMessages.Texts["cases.replay-other-case", caseId, first.CaseId], FindingPlace.At("/events/0")));
        }

        for (var begin = 0; begin < all.Count;)
        {
            // The events of one command belong together: only after the last of them the case must stand as it should.
            var end = begin + 1;
            while (end < all.Count && string.Equals(all[end].CommandId, all[begin].CommandId, StringComparison.Ordinal))
            {
                end++;
            }

            if (!TryApply(ref c, all.AsSpan()[begin..end], begin, findings))
            {
                break;
            }

            if (c is { IsOpen: true } && (c.Responsible is null || c.NextDeadline is null))
            {
                findings.Add(Finding.Error(CaseMessages.Texts[c.Responsible is null ? "cases.replay-nobody" : "cases.replay-no-deadline", c.Id, c.State], PlaceOf(end - 1)));
            }

            begin = end;
        }

        return new CaseReplayResult(c, new FindingReport(findings));
    }

    private bool TryApply(ref GridCase? c, ReadOnlySpan<CaseEvent> group, int begin, List<Finding> findings)
    {
        var i = 0;
        try
        {
            var isDecided = _redecision?.TryCheck(c, group, PlaceOf(begin), findings) ?? false;
            for (; i < group.Length; i++)
            {
                if (!isDecided)
                {
                    Check(c, group[i], PlaceOf(begin + i), findings);
                }

                c = GridCase.Apply(c, group[i]);
            }

            return true;
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            findings.Add(Finding.Error(CaseMessages.Texts["cases.replay-impossible", group[i].GetType().Name, Said(fault)], PlaceOf(begin + i)));
            return false;
        }
    }

    private static FindingPlace PlaceOf(int index) => FindingPlace.At(FormattableString.Invariant($"/events/{index}"));

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
