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
    /// <param name="current">The subject's file, or null when the command enrols one.</param>
    /// <param name="command">The command.</param>
    /// <param name="by">The seat that gives it.</param>
    /// <param name="at">When; its local day must not be before the last event.</param>
    /// <returns>The events, or every reason why not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="command"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="current"/> is null and the command does not enrol a subject, or the subject's id is empty.</exception>
    public Decision<VisitEvent> Decide(VisitFile? current, VisitCommand command, Seat by, Instant at)
    {
        ArgumentNullException.ThrowIfNull(command);
        var on = _model.LocalTime(at).Date;
        if (current is null)
        {
            return command is EnrolSubject enrol ? Enrol(enrol.Subject, by, at, on)
                : throw new ArgumentException($"\"{command.GetType().Name}\" needs a file; only \"{nameof(EnrolSubject)}\" begins one.", nameof(current));
        }

        if (command is EnrolSubject)
        {
            return No(RefusalKind.NoSuchAction, "fieldwork.enrolled-before", current.Subject.Id);
        }

        var reasons = new List<Refusal>(_model.Refusals(by, Visit, MatterOf(current.Subject.Category), current.Subject.Cell, at));
        if (on < current.ChangedOn)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.day-runs-backward", on, current.ChangedOn));
        }

        if (current.StateOn(on) == VisitState.Ended)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.OutsideListOrTime, "fieldwork.duty-over", current.Subject.Id, current.Subject.To));
        }

        VisitEvent? made = command switch
        {
            RecordVisit record => Record(current, record, by, on, reasons),
            ReclassifySubject reclassify => Reclassify(current, reclassify, by, on, reasons),
            ReleaseSubject release => new SubjectReleased(release.Reason) { On = on, By = by },
            _ => null,
        };
        return reasons.Count > 0 ? Decision<VisitEvent>.Refuse(EquatableArray.From(reasons)) : Decision<VisitEvent>.Accept(made is null ? [] : [made]);
    }

    private static Decision<VisitEvent> No(RefusalKind kind, string code, params ReadOnlySpan<object?> values) =>
        Decision<VisitEvent>.Refuse([FieldworkMessages.No(kind, code, values)]);

    private string? MatterOf(string category) => Policy.TryFindCategory(category, out var found) ? found.Matter : null;

    private Decision<VisitEvent> Enrol(VisitSubject subject, Seat by, Instant at, LocalDate on)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(subject.Id, nameof(subject));
        var reasons = new List<Refusal>(_model.Refusals(by, Visit, MatterOf(subject.Category), subject.Cell, at));
        var rule = RuleOf(subject.Category, subject.Risk, reasons);
        if (subject.To < subject.From)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.ends-before-start", subject.Id, subject.From, subject.To));
        }

        if (rule is null || reasons.Count > 0)
        {
            return Decision<VisitEvent>.Refuse(EquatableArray.From(reasons));
        }

        // The rule's term ends the duty where nothing ends it sooner: five years for released prisoners, say.
        var last = rule.For is { } length ? new DutyCycle(subject.From, length).LastDay(0) : (LocalDate?)null;
        var enrolled = subject with { To = last is null || subject.To < last ? subject.To : last };
        return Decision<VisitEvent>.Accept([new SubjectEnrolled(enrolled, rule) { On = on, By = by }]);
    }

    private VisitRule? RuleOf(string category, string? risk, List<Refusal> reasons)
    {
        if (!Policy.TryFindCategory(category, out var found))
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
        if (record.People < 0 || (record.Outcome != VisitOutcome.Done && record.Findings.Count + record.Needs.Count > 0))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.visit-contradicts-itself", file.Subject.Id));
        }

        if (on < file.Subject.From)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.OutsideListOrTime, "fieldwork.duty-ahead", file.Subject.Id, file.Subject.From));
            return null;
        }

        if (record.Outcome != VisitOutcome.Done)
        {
            return new VisitAttempted(record.Outcome) { On = on, By = by };
        }

        var period = file.PeriodFor(on);
        if (period is null && !file.Rule.AllowsMore)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.visited-before", file.Subject.Id, file.Visits[^1]) with
            {
                Nearest = FieldworkMessages.Texts["fieldwork.visit-opens", file.OpensOn],
            });
        }

        var isLate = period is { } settled && file.Cycle.LastDay(settled) < on;
        return new VisitMade(period, isLate, record.People) { On = on, By = by, Findings = record.Findings, Needs = record.Needs };
    }

    private SubjectReclassified? Reclassify(VisitFile file, ReclassifySubject command, Seat by, LocalDate on, List<Refusal> reasons)
    {
        var rule = RuleOf(command.Category, command.Risk, reasons);
        if (on < file.Subject.From)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.OutsideListOrTime, "fieldwork.duty-ahead", file.Subject.Id, file.Subject.From));
        }

        return rule is null ? null : new SubjectReclassified(command.Category, command.Risk, rule) { On = on, By = by };
    }
}
