using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Decides the commands of a case again, as far as its events tell them, and names what the model refuses or decides otherwise.</summary>
/// <remarks>
/// Events tell neither the other case of a merger nor the limit of a part of joint handling, and a migration is no decision of the model: those are passed over.
/// Without a roster a seat may have been vacant, so any seat over the place may stand where the model names one. Which rules of the lists allowed a dispatch is a matter of that day.
/// </remarks>
internal sealed class CaseRedecision
{
    private readonly CaseModel _model;
    private readonly CaseEngine _engine;
    private readonly CaseParties _parties;

    internal CaseRedecision(CaseModel model)
    {
        _model = model;
        _engine = new CaseEngine(model);
        _parties = new CaseParties(model);
    }

    /// <summary>Decides the events of one command again.</summary>
    /// <returns>False where the events do not tell the command, and nothing was looked at.</returns>
    internal bool TryCheck(GridCase? before, ReadOnlySpan<CaseEvent> group, FindingPlace place, List<Finding> findings)
    {
        if (CommandOf(before, group) is not { } command)
        {
            return false;
        }

        var (by, at) = (group[0].By, group[0].At);
        var decision = _engine.Decide(before, command, new CaseActor(by, group[0].Person), at);
        findings.AddRange(decision.Refusals.Select(refusal => Finding.Error(refusal.Message, place)));
        if (!decision.IsAccepted)
        {
            return true;
        }

        var where = before?.Place ?? ((CaseReported)group[0]).Place;
        for (var i = 0; i < Math.Max(group.Length, decision.Events.Count); i++)
        {
            var expected = i < decision.Events.Count ? decision.Events[i] : null;
            var found = i < group.Length ? group[i] : null;
            if (expected is null || found is null || Leniently(found, expected, seat => _model.Roster is null && _parties.IsKnown(seat) && _parties.Covers(seat, where, at)) != expected)
            {
                findings.Add(Finding.Error(CaseMessages.Texts["cases.replay-otherwise", expected?.ToString() ?? "–", found?.ToString() ?? "–"], place));
                break;
            }
        }

        return true;
    }

    private CaseCommand? CommandOf(GridCase? before, ReadOnlySpan<CaseEvent> group)
    {
        var id = group[0].CommandId;
        if ((group[0] is CaseReported) != before is null)
        {
            return null;
        }

        CaseDispatched? dispatched = null;
        foreach (var e in group)
        {
            switch (e)
            {
                case CaseReported reported:
                    return _model.Lifecycles.Newest(reported.Lifecycle.Code)?.Key == reported.Lifecycle
                        ? new ReportCase(id, reported.CaseId, reported.Lifecycle.Code, reported.Matter, reported.Place, reported.Channel) { Subject = reported.Subject, TierReason = reported.TierReason }
                        : null;
                case CaseDispatched dispatch:
                    dispatched = dispatch;
                    break;
                case CaseMerged or CaseMigrated or SubtaskAssigned:
                    return null;
                case CaseMoved { Trigger: { } trigger } moved:
                    return dispatched is { } to
                        ? new DispatchCase(id, to.Lead, to.Action, trigger, moved.Note) { Assisting = to.Assisting }
                        : new MoveCase(id, trigger, moved.Note);
                case CaseEscalated:
                    return new PassDeadline(id);
                case DeadlineExtended extended:
                    return new ExtendDeadline(id, extended.Clock, extended.Extension, extended.Reason);
                case CaseRecorded recorded:
                    return new RecordOnCase(id, recorded.Kind, recorded.Ground, recorded.Note, recorded.Target, recorded.Reference);
                case CaseSized sized:
                    return new SizeCase(id, sized.Size, sized.Reason);
                case TeamAttached attached:
                    return new AttachTeam(id, attached.Team, attached.Note);
                case SubtaskFinished finished:
                    return new FinishSubtask(id, finished.Subtask, finished.Note);
                case CaseEvaluated evaluated:
                    return new EvaluateCase(id, evaluated.Party, evaluated.Rating);
                default:
                    break;
            }
        }

        // A clock that moves on its own account: no command does that, so none is what was decided.
        return new PassDeadline(id);
    }

    // The event as the model would have it, where it differs in nothing but what the model cannot know.
    private static CaseEvent Leniently(CaseEvent found, CaseEvent expected, Func<Seat, bool> mayStand) => (found, expected) switch
    {
        (CaseMoved { Responsible: { } seat } one, CaseMoved { Responsible: { } named }) when mayStand(seat) => one with { Responsible = named },
        (CaseEscalated one, CaseEscalated other) when mayStand(one.Supervisor) => one with { Supervisor = other.Supervisor },
        (CaseDispatched one, CaseDispatched other) => one with { Rules = other.Rules },
        (CaseReported { Subject: { } subject } one, CaseReported { Subject: { } other }) => one with { Subject = subject with { Departments = other.Departments } },
        _ => found,
    };
}
