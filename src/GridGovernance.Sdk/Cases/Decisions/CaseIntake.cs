using GridGovernance.Sdk.Cases.Commands;
using GridGovernance.Sdk.Cases.Events;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Decides reports: a known matter, a tier with a lifecycle, a leaf of the map.</summary>
internal sealed class CaseIntake
{
    private readonly CaseModel _model;
    private readonly CaseParties _parties;
    private readonly CaseClockwork _clocks;

    internal CaseIntake(CaseModel model, CaseParties parties, CaseClockwork clocks)
    {
        _model = model;
        _parties = parties;
        _clocks = clocks;
    }

    internal Decision<CaseEvent> Decide(ReportCase command, CaseActor actor, Instant at)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(command.CaseId, nameof(command));
        ArgumentException.ThrowIfNullOrWhiteSpace(command.Tier, nameof(command));
        ArgumentException.ThrowIfNullOrWhiteSpace(command.Matter, nameof(command));
        ArgumentException.ThrowIfNullOrWhiteSpace(command.Channel, nameof(command));
        var refusals = new List<Refusal>();
        var lifecycle = _model.Lifecycles.Newest(command.Tier);
        if (lifecycle is null)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NoSuchAction, "cases.unknown-tier", command.Tier) with
            {
                Nearest = CaseMessages.Texts["cases.known-tiers", string.Join(", ", _model.Lifecycles.Current.Select(known => known.Key.Code))],
            });
        }

        TierRule? rule = null;
        if (!_model.Matters.TryFind(command.Matter, out var matter))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.OutsideListOrTime, "cases.unknown-matter", command.Matter));
        }
        else if (_model.TierRules.Count > 0)
        {
            rule = TierRule.Choose(_model.TierRules, matter, command.Channel);
        }

        var isByHand = rule is not null && !string.Equals(rule.Tier, command.Tier, StringComparison.Ordinal);
        if (isByHand && string.IsNullOrWhiteSpace(command.TierReason))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.tier-needs-reason", command.Tier, rule!.Tier) with
            {
                Nearest = CaseMessages.Texts["cases.nearest-tier", rule.Tier, rule.Reason],
            });
        }

        if (!_model.Map.TryFind(command.Place, out var place))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NotYourGrid, "cases.unknown-place", command.Place));
        }
        else if (place.Level != _model.Map.Scheme.Leaf)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NotYourGrid, "cases.place-not-leaf", command.Place, _model.Map.Scheme.Leaf.Code));
        }

        // A channel that nobody knows would slip past verification and tracing back.
        if (_model.Channels.All(known => !string.Equals(known.Code, command.Channel, StringComparison.Ordinal)))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.unknown-channel", command.Channel) with
            {
                Nearest = CaseMessages.Texts["cases.known-channels", string.Join(", ", _model.Channels.Select(static known => known.Code))],
            });
        }

        if (!_parties.IsKnown(actor.Seat))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.NotYourRole, "cases.unknown-seat", actor.Seat.ToString()));
        }

        var subject = SubjectOf(command, at, refusals);
        if (lifecycle is null || refusals.Count > 0)
        {
            return Decision<CaseEvent>.Refuse(EquatableArray.From(refusals));
        }

        var reported = new CaseReported(command.CaseId, lifecycle.Key, command.Matter, command.Place, command.Channel)
        {
            CommandId = command.CommandId,
            At = at,
            By = actor.Seat,
            Subject = subject,
            TierReason = isByHand ? command.TierReason : null,
        };
        var opened = GridCase.Apply(null, reported);
        var initial = lifecycle.Initial;
        var responsible = initial.Responsible is { } party ? _parties.SeatOf(party, opened, null, at) : null;
        if (responsible is null && !initial.IsFinal)
        {
            return CaseRefusal.Alone(RefusalKind.ConditionUnmet, "cases.nobody-responsible", initial.Code, initial.Responsible);
        }

        var moved = new CaseMoved(null, null, initial.Code, initial.IsFinal, responsible, initial.Definition.OnEntry, null)
        {
            CommandId = command.CommandId,
            At = at,
            By = actor.Seat,
        };
        var events = new List<CaseEvent> { reported, moved };
        _clocks.Enter(lifecycle, opened, initial, moved, events, refusals);
        return refusals.Count > 0 ? Decision<CaseEvent>.Refuse(EquatableArray.From(refusals)) : Decision<CaseEvent>.Accept(EquatableArray.From(events));
    }

    // A facility is looked up: its departments are kept with the case, as they are on the day of the report.
    private CaseSubject? SubjectOf(ReportCase command, Instant at, List<Refusal> refusals)
    {
        if (command.Subject is not { } subject)
        {
            return null;
        }

        if (string.IsNullOrWhiteSpace(subject.Id))
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.subject-without-id", subject.Kind));
        }

        if (subject.Kind != CaseSubjectKind.Facility || _model.Facilities is not { } register)
        {
            return subject with { Departments = null };
        }

        if (register.Find(subject.Id, _model.LocalTime(at).Date) is not { } facility)
        {
            refusals.Add(CaseRefusal.Of(RefusalKind.ConditionUnmet, "cases.unknown-facility", subject.Id));
            return subject;
        }

        return subject with { Departments = new FacilityDepartments(facility.Supervisor, facility.Owner, facility.Maintainer) };
    }
}
