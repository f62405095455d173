using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;

namespace GridGovernance.Sdk.Assessment;

/// <summary>Reads off a case what assessment counts (考核取数): its events alone say it, so that every score can be computed anew from them.</summary>
/// <remarks>
/// <para>What no event of a case can say stays with the host, who adds it to the fact: that the person who raised the matter was contacted in time
/// (<see cref="CaseMarks.ResponseDue"/>, <see cref="CaseMarks.Responded"/>) or says that it was resolved (<see cref="CaseMarks.Resolved"/>), and the kind of settlement.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class CaseFactReader
{
    private readonly CaseFactRules _rules;
    private readonly CaseModel _model;

    private CaseFactReader(CaseFactRules rules, CaseModel model) => (_rules, _model) = (rules, model);

    /// <summary>Compiles rules for a county.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="model">The county, with the lifecycles of its cases.</param>
    /// <param name="report">Every finding; without an error there is a reader. A lifecycle of which no clock measures closure is a warning: its cases count in no closure rate.</param>
    /// <returns>The reader; null where the rules have an error.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> or <paramref name="model"/> is null.</exception>
    public static CaseFactReader? Compile(CaseFactRules rules, CaseModel model, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(model);
        report = new FindingReport(Check(rules, model));
        return report.HasErrors ? null : new CaseFactReader(rules, model);
    }

    /// <summary>Reads a case as it stood at an instant.</summary>
    /// <param name="events">The events of the case, in order.</param>
    /// <param name="asOf">The instant: what happened after it does not count.</param>
    /// <param name="origin">What tracing it back said (责任倒查); null where it was not traced.</param>
    /// <returns>The fact; null where the case was not reported by then.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> is null.</exception>
    /// <exception cref="ArgumentException">An event is out of place.</exception>
    public CaseFact? Read(IEnumerable<CaseEvent> events, Instant asOf, OriginTrace? origin = null)
    {
        ArgumentNullException.ThrowIfNull(events);
        GridCase? c = null;
        foreach (var e in events.TakeWhile(e => e.At <= asOf))
        {
            c = GridCase.Apply(c, e);
        }

        return c is null ? null : Read(c, asOf, origin);
    }

    /// <summary>Reads a case.</summary>
    /// <param name="c">The case.</param>
    /// <param name="asOf">The instant as of which its limits have run out or not.</param>
    /// <param name="origin">What tracing it back said (责任倒查); null where it was not traced.</param>
    /// <returns>The fact.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="c"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="origin"/> is of another case.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> is before the last event of the case: read its events up to the instant instead.</exception>
    public CaseFact Read(GridCase c, Instant asOf, OriginTrace? origin = null)
    {
        ArgumentNullException.ThrowIfNull(c);
        ArgumentOutOfRangeException.ThrowIfLessThan(asOf, c.ChangedAt);
        if (origin is not null && !string.Equals(origin.CaseId, c.Id, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The trace should be of the case \"{c.Id}\", but is of \"{origin.CaseId}\".", nameof(origin));
        }

        return new CaseFact
        {
            CaseId = c.Id,
            Marks = MarksOf(c, asOf, origin),
            Unit = c.Place.ToString(),
            Worker = _rules.GridLevel is { } level ? _model.AncestorAt(c.Place, level, asOf)?.ToString() : null,
            Department = c.Lead is { } lead && _model.Establishment.TryFindPost(lead.Post, out var post) && post.IsOfDepartment ? lead.Unit : null,
            Channel = c.Channel,
            Tier = c.Tier,
            Size = c.Size?.ToString(),
            Category = _model.Matters.TryFind(c.Matter, out var matter) ? matter.Class : null,
            ReportedOn = _model.LocalTime(c.ReportedAt).Date,
            WorkerRating = RatingBy(c, EvaluationParty.GridWorker),
            DepartmentRating = RatingBy(c, EvaluationParty.Department),
        };
    }

    private static IEnumerable<Finding> Check(CaseFactRules rules, CaseModel model)
    {
        foreach (var step in rules.Steps)
        {
            if (string.IsNullOrWhiteSpace(step.Clock) || !Enum.IsDefined(step.End) || (step.Due | step.Done | step.OnTime | step.Late | step.Overdue) == CaseMarks.None)
            {
                yield return Finding.Error(AssessmentMessages.All["assessment.step-empty", step.Clock ?? ""], FindingPlace.Of(step.Clock ?? ""));
            }
        }

        if (rules.GoodFrom is < 1 or > CaseFact.BestRating)
        {
            yield return Finding.Error(AssessmentMessages.All["assessment.good-from-range", CaseFact.BestRating, rules.GoodFrom]);
        }

        if (rules.GridLevel is { } level && !model.Establishment.Levels.Contains(level))
        {
            yield return Finding.Error(AssessmentMessages.All["assessment.fact-level-unknown", level, string.Join(", ", model.Establishment.Levels)]);
        }

        foreach (var code in model.Lifecycles.Current.Where(lifecycle => !IsMeasured(rules, lifecycle)).Select(static lifecycle => lifecycle.Key.Code))
        {
            yield return Finding.Warning(AssessmentMessages.All["assessment.closure-unmeasured", code], FindingPlace.Of(code));
        }
    }

    private static bool IsMeasured(CaseFactRules rules, Lifecycle lifecycle) => rules.Steps.Any(step =>
        step.End == CaseStepEnd.Closed && step.IsAbout(lifecycle.Key.Code) && lifecycle.Clocks.Any(clock => string.Equals(clock.Code, step.Clock, StringComparison.Ordinal)));

    private CaseMarks MarksOf(GridCase c, Instant asOf, OriginTrace? origin)
    {
        var marks = CaseMarks.Reported
            | If(c.Lead is not null || c.Returns > 0, CaseMarks.Dispatched)
            | If(c.Returns > 0, CaseMarks.DispatchReturned)
            | If(c.Clocks.Any(static clock => clock.Ledger.Extensions.Count > 0), CaseMarks.Extended)
            | If(c.Reworks > 0, CaseMarks.Reworked)
            | If(c.IsOpen && c.Clocks.Any(clock => _rules.DeferralClocks.Contains(clock.Code) && clock.Status is (ClockStatus.Running or ClockStatus.Paused)), CaseMarks.Deferred)
            | If(c.Escalations > 0, CaseMarks.Escalated)
            | If(CaseResolution.Of(c, _rules.GoodFrom).IsSatisfied is not null, CaseMarks.Surveyed)
            | If(CaseResolution.Of(c, _rules.GoodFrom).IsSatisfied is true, CaseMarks.Satisfied);
        foreach (var step in _rules.Steps.Where(step => step.IsAbout(c.Lifecycle.Code)))
        {
            marks |= c.Clock(step.Clock) is { } clock ? MarksOf(step, c, clock, asOf) : CaseMarks.None;
        }

        var isInvalid = !c.IsOpen && _rules.InvalidStates.Contains(c.State);
        marks |= isInvalid ? If((marks & CaseMarks.Filed) != CaseMarks.None, CaseMarks.Voided) : CaseMarks.ValidReport;
        return marks | (origin is null || isInvalid ? CaseMarks.None : CaseMarks.BySupervision | If(!origin.IsWorkerCleared && !origin.IsPostVacant, CaseMarks.Missed));
    }

    private static CaseMarks MarksOf(CaseStepRule step, GridCase c, CaseClock clock, Instant asOf)
    {
        var isDone = step.End switch
        {
            CaseStepEnd.Closed => !c.IsOpen,
            CaseStepEnd.Stopped => clock.Status == ClockStatus.Stopped,
            CaseStepEnd.Handled => clock.Status == ClockStatus.Stopped && !clock.IsStoppedByClosure && c.Handler is not null,
            _ => clock.Status == ClockStatus.Stopped && !clock.IsStoppedByClosure,
        };
        if (isDone)
        {
            return step.Due | step.Done | (clock.TimesMissed == 0 ? step.OnTime : step.Late);
        }

        // A clock that stopped without the step having been taken, such as of a case that was sent back, waits for nothing; nor does one that is paused.
        var isRunning = clock.Status == ClockStatus.Running;
        return If(clock.TimesMissed > 0 || (isRunning && clock.DueAt <= asOf), step.Due) | If(isRunning && (clock.IsMissed || clock.DueAt < asOf), step.Overdue);
    }

    // The word on the last closure counts.
    private static int? RatingBy(GridCase c, EvaluationParty party) =>
        c.CurrentEvaluations().Where(evaluation => evaluation.Party == party).Select(static evaluation => (int?)evaluation.Rating).LastOrDefault();

    private static CaseMarks If(bool condition, CaseMarks marks) => condition ? marks : CaseMarks.None;
}
