using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Decides what a command does to a subject's visits: a pure function of file, command, seat, instant, policy and model.</summary>
/// <remarks>It changes nothing: apply the events of an accepted decision with <see cref="VisitFile.Apply"/>. This type is immutable and safe to share between threads.</remarks>
public sealed class VisitEngine
{
    /// <summary>The action of visiting, as the authority list names it.</summary>
    public const string Visit = "visit";

    private readonly FieldworkModel _model;

    /// <summary>Creates an engine.</summary>
    /// <param name="model">The model.</param>
    /// <param name="policy">Who is visited how often.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public VisitEngine(FieldworkModel model, VisitPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(policy);
        (_model, Policy) = (model, policy);
    }

    /// <summary>Gets who is visited how often.</summary>
    public VisitPolicy Policy { get; }

    /// <summary>Decides a command.</summary>
    /// <param name="current">The file of the subject's duty, or null when the command enrols one for the first time.</param>
    /// <param name="command">The command.</param>
    /// <param name="by">The seat that gives it.</param>
    /// <param name="at">When; its local day must not be before the last event.</param>
    /// <returns>The events, or every reason why not; accepted without events where nothing changes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="command"/> is null, or enrols nobody.</exception>
    /// <exception cref="ArgumentException"><paramref name="current"/> is null and the command does not enrol a subject, or the subject's id is empty or another one.</exception>
    public Decision<VisitEvent> Decide(VisitFile? current, VisitCommand command, Seat by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(command);
        var on = _model.LocalTime(at).Date;
        if (command is EnrolSubject enrol)
        {
            return Enrol(current, enrol.Subject, by, at, on);
        }

        if (current is null)
        {
            throw new ArgumentException($"\"{command.GetType().Name}\" needs a file; only \"{nameof(EnrolSubject)}\" begins one.", nameof(current));
        }

        var reasons = new List<Refusal>(PlaceRefusals(current, command, by, at));
        if (on < current.ChangedOn)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.day-runs-backward", on, current.ChangedOn));
        }

        if (current.IsReleased || current.StateOn(on) == VisitState.Ended)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.OutsideListOrTime, "fieldwork.duty-over", current.Subject.Id, current.Subject.To));
            return Decision<VisitEvent>.Refuse(EquatableArray.From(reasons));
        }

        VisitEvent? made = command switch
        {
            RecordVisit record => Record(current, record, by, on, reasons),
            ReclassifySubject reclassify => Reclassify(current, reclassify, by, on, reasons),
            MoveSubject move => move.Cell == current.Subject.Cell ? null : new SubjectMoved(move.Cell) { On = on, By = by },
            ReleaseSubject release => Release(current, release, by, on, reasons),
            _ => null,
        };
        return reasons.Count > 0 ? Decision<VisitEvent>.Refuse(EquatableArray.From(reasons)) : Decision<VisitEvent>.Accept(made is null ? [] : [made]);
    }

    /// <summary>Decides a visit to a subject with several duties: one knock at the door settles all that are owed (管理排查不重复).</summary>
    /// <param name="duties">The files of the subject's duties, such as one of mental illness and one of release; those that are over are passed over.</param>
    /// <param name="record">The visit or the attempt; findings and needs go with the first duty that it is recorded under.</param>
    /// <param name="by">The seat that makes it.</param>
    /// <param name="at">When.</param>
    /// <returns>The events with the duties that they belong to; refused where no duty takes it, with every reason.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="duties"/> or <paramref name="record"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no duty, or they are of several subjects.</exception>
    public Decision<VisitDutyEvent> DecideAll(IReadOnlyList<VisitFile> duties, RecordVisit record, Seat by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(duties);
        ArgumentNullException.ThrowIfNull(record);
        if (duties.Count == 0 || duties.Any(file => !string.Equals(file.Subject.Id, duties[0].Subject.Id, StringComparison.Ordinal)))
        {
            throw new ArgumentException("The duties of one subject were expected, but found none, or those of several.", nameof(duties));
        }

        var (events, reasons) = (new List<VisitDutyEvent>(), new List<Refusal>());
        var on = _model.LocalTime(at).Date;

        // Duties that owe the visit come first: it is more than owed only where none does.
        foreach (var i in Enumerable.Range(0, duties.Count).OrderBy(i => duties[i].PeriodFor(on) is null))
        {
            var decision = Decide(duties[i], events.Count == 0 ? record : record with { Findings = [], Needs = [] }, by, at);
            reasons.AddRange(decision.Refusals);
            foreach (var e in decision.Events)
            {
                events.Add(new VisitDutyEvent(i, e is VisitMade made && events.Count > 0 ? made with { IsShared = true } : e));
            }
        }

        return events.Count > 0 ? Decision<VisitDutyEvent>.Accept(EquatableArray.From(events.OrderBy(static one => one.Duty)))
            : Decision<VisitDutyEvent>.Refuse(EquatableArray.From(reasons.Distinct()));
    }

    private static Decision<VisitEvent> No(RefusalKind kind, string code, params ReadOnlySpan<object?> values) =>
        Decision<VisitEvent>.Refuse([FieldworkMessages.No(kind, code, values)]);

    private string? MatterOf(string? category) => category is not null && Policy.TryFindCategory(category, out var found) ? found.Matter : null;

    // A cell that a re-division took off the map is the business of the next unit above it.
    private EquatableArray<Refusal> PlaceRefusals(VisitFile current, VisitCommand command, Seat by, Instant at)
    {
        var matter = MatterOf(current.Subject.Category);
        var place = _model.UnitOrAbove(current.Subject.Cell)?.Code ?? current.Subject.Cell;
        var reasons = _model.Refusals(by, Visit, matter, place, at);
        if (command is not MoveSubject move)
        {
            return reasons;
        }

        // Whoever gives the subject away may move it, and whoever takes it in.
        var there = _model.Refusals(by, Visit, matter, move.Cell, at);
        return there.Count == 0 || !_model.Map.TryFind(move.Cell, out _) ? there : reasons;
    }

    private Decision<VisitEvent> Enrol(VisitFile? current, VisitSubject subject, Seat by, Instant at, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentException.ThrowIfNullOrWhiteSpace(subject.Id, nameof(subject));
        if (current is not null && !string.Equals(current.Subject.Id, subject.Id, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The file of \"{subject.Id}\" was expected, but found that of \"{current.Subject.Id}\".", nameof(current));
        }

        // Who comes back after the duty was over keeps the file, so that the history is not lost.
        if (current is not null && !(current.Subject.To < on && current.Subject.To < subject.From))
        {
            return No(RefusalKind.NoSuchAction, "fieldwork.enrolled-before", subject.Id);
        }

        var reasons = new List<Refusal>(_model.Refusals(by, Visit, MatterOf(subject.Category), subject.Cell, at));
        var rule = RuleOf(subject.Category, subject.Risk, reasons);
        if (subject.To < subject.From)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.ends-before-start", subject.Id, subject.From, subject.To));
        }

        if (on < current?.ChangedOn)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.day-runs-backward", on, current.ChangedOn));
        }

        // The file ends the duty with the rule's term where nothing ends it sooner: five years for released prisoners, say.
        return reasons.Count > 0
            ? Decision<VisitEvent>.Refuse(EquatableArray.From(reasons))
            : Decision<VisitEvent>.Accept([new SubjectEnrolled(subject, rule!) { On = on, By = by }]);
    }

    private VisitRule? RuleOf(string? category, string? risk, List<Refusal> reasons)
    {
        if (category is null || !Policy.TryFindCategory(category, out var found))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.OutsideListOrTime, "fieldwork.unknown-category", category));
            return null;
        }

        if (risk is not null && !found.Risks.Contains(risk))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.OutsideListOrTime, "fieldwork.unknown-risk", risk, category));
            return null;
        }

        if (Policy.RuleFor(category, risk) is { } rule)
        {
            return rule;
        }

        reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.risk-needed", category, string.Join(", ", found.Risks)));
        return null;
    }

    private static VisitEvent? Record(VisitFile file, RecordVisit record, Seat by, LocalDate on, List<Refusal> reasons)
    {
        var isMade = record.Outcome == VisitOutcome.Done;
        var people = record.People ?? (isMade ? 1 : 0);
        if (people < 0 || isMade != people > 0 || (!isMade && record.Findings.Count + record.Needs.Count > 0))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.visit-contradicts-itself", file.Subject.Id));
        }

        if (on < file.Subject.From)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.OutsideListOrTime, "fieldwork.duty-ahead", file.Subject.Id, file.Subject.From));
            return null;
        }

        if (!isMade)
        {
            return new VisitAttempted(record.Outcome) { On = on, By = by };
        }

        var period = file.PeriodFor(on);
        if (period is null && !file.Rule.AllowsMore)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.visited-before", file.Subject.Id, file.LastVisitOn) with
            {
                Nearest = FieldworkMessages.Texts["fieldwork.visit-opens", file.OpensOn],
            });
        }

        return new VisitMade(period, file.IsLate(period, on), people) { On = on, By = by, Findings = record.Findings, Needs = record.Needs };
    }

    private static SubjectReleased Release(VisitFile file, ReleaseSubject release, Seat by, LocalDate on, List<Refusal> reasons)
    {
        if (string.IsNullOrWhiteSpace(release.Reason))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.release-unexplained", file.Subject.Id));
        }

        return new SubjectReleased(release.Reason) { On = on, By = by };
    }

    private SubjectReclassified? Reclassify(VisitFile file, ReclassifySubject command, Seat by, LocalDate on, List<Refusal> reasons)
    {
        var rule = RuleOf(command.Category, command.Risk, reasons);
        if (on < file.Subject.From)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.OutsideListOrTime, "fieldwork.duty-ahead", file.Subject.Id, file.Subject.From));
        }

        var isSame = string.Equals(command.Category, file.Subject.Category, StringComparison.Ordinal) && string.Equals(command.Risk, file.Subject.Risk, StringComparison.Ordinal) && file.Rule == rule;
        return rule is null || isSame ? null : new SubjectReclassified(command.Category, command.Risk, rule) { On = on, By = by };
    }
}
