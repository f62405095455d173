using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What was done of a plan (巡查排查台账): the fold of its events, and the decision whether one more is taken.</summary>
/// <remarks>Equality is by reference. This type is immutable and safe to share between threads.</remarks>
public sealed class FieldDutyLedger
{
    /// <summary>The action of doing a duty, as the authority list names it.</summary>
    public const string Patrol = "patrol";

    private const int MinutesOfADay = 1440;

    private readonly FieldDutyDone[][] _done;

    private FieldDutyLedger(FieldDutyPlan plan, FieldDutyDone[][] done) => (Plan, _done) = (plan, done);

    /// <summary>Gets the plan.</summary>
    public FieldDutyPlan Plan { get; }

    /// <summary>Folds the events of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="events">The events, in any order.</param>
    /// <returns>The ledger.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">An event names a duty that the plan lacks, or a day before it began.</exception>
    public static FieldDutyLedger Replay(FieldDutyPlan plan, IEnumerable<FieldDutyDone> events)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(events);
        var done = plan.Duties.Select(static _ => new List<FieldDutyDone>()).ToArray();
        foreach (var e in events)
        {
            if (!plan.TryFindDuty(e.Duty, out var duty) || e.On < plan.Duties[duty].From)
            {
                throw new ArgumentException($"Expected a duty of the plan on a day on which it runs, but found \"{e.Duty}\" on {e.On}.", nameof(events));
            }

            done[duty].Add(e);
        }

        return new FieldDutyLedger(plan, [.. done.Select(static list => list.OrderBy(static e => e.On).ToArray())]);
    }

    /// <summary>Decides whether a duty that was done is taken.</summary>
    /// <param name="e">What was done.</param>
    /// <param name="model">The model.</param>
    /// <param name="at">When it is recorded; not before its day.</param>
    /// <returns>The event, or every reason why not; accepted without events where the same was recorded before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="e"/> or <paramref name="model"/> is null.</exception>
    public Decision<FieldDutyDone> Decide(FieldDutyDone e, FieldworkModel model, Instant at)
    {
        ArgumentNullException.ThrowIfNull(e);
        ArgumentNullException.ThrowIfNull(model);
        if (!Plan.TryFindDuty(e.Duty, out var position))
        {
            return Decision<FieldDutyDone>.Refuse([FieldworkMessages.No(RefusalKind.OutsideListOrTime, "fieldwork.unknown-duty", e.Duty)]);
        }

        var duty = Plan.Duties[position];
        var reasons = new List<Refusal>(model.Refusals(e.By, Patrol, Plan.Definition.Matter, duty.Place, at));
        if (_done[position].Contains(e))
        {
            // A retry is no second time.
            return Decision<FieldDutyDone>.Accept([]);
        }

        if (e.On < duty.From || e.On > model.LocalTime(at).Date || e.Minutes is < 0 or > MinutesOfADay || e.People < 0)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.duty-not-done-so", e.Duty, e.On));
        }

        foreach (var finding in e.Findings.Where(finding => !duty.Finds.Contains(finding.Kind)))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.OutsideListOrTime, "fieldwork.finding-outside-duty", finding.Kind, e.Duty));
        }

        return reasons.Count > 0 ? Decision<FieldDutyDone>.Refuse(EquatableArray.From(reasons)) : Decision<FieldDutyDone>.Accept([e]);
    }

    /// <summary>Says what became of a duty in a cycle.</summary>
    /// <param name="duty">The position of the duty.</param>
    /// <param name="period">The number of the cycle, from 0.</param>
    /// <returns>The state.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such duty.</exception>
    public FieldDutyCycleState CycleOf(int duty, int period)
    {
        var (cycle, definition) = (Plan.Cycles[duty], Plan.Duties[duty]);
        var (from, to) = (cycle.FirstDay(period), cycle.LastDay(period));
        var done = _done[duty].Where(e => e.On >= from && e.On <= to).ToArray();
        return new FieldDutyCycleState(from, to, definition.TimesOwed, done.Length, definition.Minutes, done.Sum(static e => e.Minutes));
    }

    /// <summary>Says how well every duty was kept.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, itself included; cycles that end after it are not judged yet.</param>
    /// <returns>The compliance of each duty, in the order of the plan.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    public EquatableArray<FieldDutyCompliance> ComplianceOf(LocalDate from, LocalDate to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        return EquatableArray.From(Plan.Duties.Select((duty, i) =>
        {
            var cycles = new List<FieldDutyCycleState>();
            for (var period = Math.Max(0, Plan.Cycles[i].PeriodOf(from)); Plan.Cycles[i].LastDay(period) <= to; period++)
            {
                cycles.Add(CycleOf(i, period));
            }

            return new FieldDutyCompliance(duty, EquatableArray.From(cycles));
        }));
    }

    /// <summary>Returns the duties that are still to be done on a day: those whose present cycle is not kept.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The positions of the duties with their cycles, in the order of the plan.</returns>
    public IEnumerable<(int Duty, FieldDutyCycleState Cycle)> DueOn(LocalDate on) => Enumerable.Range(0, Plan.Duties.Count)
        .Where(duty => Plan.Cycles[duty].PeriodOf(on) >= 0)
        .Select(duty => (duty, CycleOf(duty, Plan.Cycles[duty].PeriodOf(on))))
        .Where(static pair => !pair.Item2.IsKept);
}
