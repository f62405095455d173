using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Cases.Events;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Runs;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>What is measured in a run of a county.</summary>
/// <remarks>Matters that arose after the warm-up and before the follow-up count, each as a case, as a report that was refused, as not reported or as not found; a rate over no case is missing.
/// Means of what is done (<c>hours-to-dispatch</c>, <c>hours-to-close</c>) leave out what is not, and fall where so much is open that only the quick is done; restricted means (<c>hours-undispatched</c>, <c>hours-open</c>) do not: every
/// case counts until it is done, with the follow-up at most, and they are missing without one. Scores are those of production's own assessment schemes; they are missing where the model has none of the code.</remarks>
public static class CountyMeasures
{
    private const string OfTier = "closure-rate-";
    private const string OfSize = "closure-rate-size-";

    /// <summary>Returns what is measured in the scenarios of an experiment, in the order of the columns.</summary>
    /// <param name="scenarios">The scenarios.</param>
    /// <returns>The measures of the first, then what others have beside them.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scenarios"/> is null.</exception>
    public static EquatableArray<StudyMeasure> Of(IEnumerable<Scenario<CountyScenario>> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        return EquatableArray.From(scenarios.SelectMany(static scenario => scenario.Parameters.Measures).DistinctBy(static measure => measure.Code, StringComparer.Ordinal));
    }

    /// <summary>Picks measures for a plot.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="codes">Their codes, in the order of the panels.</param>
    /// <returns>The measures.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="experiment"/> or <paramref name="codes"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no measure of one of the codes.</exception>
    public static EquatableArray<StudyMeasure> Pick(Experiment<CountyScenario> experiment, params string[] codes)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        ArgumentNullException.ThrowIfNull(codes);
        var all = Of(experiment.Scenarios);
        return EquatableArray.From(codes.Select(code => all.FirstOrDefault(measure => string.Equals(measure.Code, code, StringComparison.Ordinal))
            ?? throw new ArgumentException($"Expected one of {string.Join(", ", all.Select(static measure => measure.Code))}, but found \"{code}\".", nameof(codes))));
    }

    /// <summary>The measures of a model under parameters: a rate for each tier that comes, each size that is classed, and each category that is visited.</summary>
    internal static EquatableArray<StudyMeasure> Of(GovernanceModel model, CountyRunParameters run) =>
    [
        new("cases", new("Cases that count", "计入案件数"), "cases"),
        new("closure-rate", new("Closed of all", "办结率"), "share"),
        .. run.Tiers.Select(tier => RateOf(OfTier + tier.Tier, model.Lifecycles.Newest(tier.Tier)?.Definition.Title ?? new(tier.Tier, tier.Tier))),
        .. run.Sizes.Select(static size => RateOf(OfSize + CodeOf(size.Size), NameOf(size.Size))),
        new("on-time-rate", new("Closed on time, of all", "按期办结率"), "share"),
        new("hours-to-find", new("Until a matter is found, within the follow-up", "事项发现用时（随访期内）"), "hours"),
        new("hours-to-dispatch", new("Report to dispatch, of the dispatched", "上报至派遣（已派遣案件）"), "hours"),
        new("hours-undispatched", new("Neither dispatched nor closed, within the follow-up", "未派遣且未办结时长（随访期内）"), "hours"),
        new("hours-to-close", new("Report to closure, of the closed", "上报至办结（已办结案件）"), "hours"),
        new("hours-open", new("Open, within the follow-up", "未结时长（随访期内）"), "hours"),
        new("escalations-per-case", new("Escalations a case", "每案逐级督办次数"), "times"),
        new("refused-per-case", new("Refused acts a case", "每案被拒次数"), "times"),
        new("matters-unreported", new("Matters that nobody reported", "无人上报事项数"), "matters"),
        new("matters-unfound", new("Matters that nobody found by the end", "期末仍无人发现事项数"), "matters"),
        new("reports-refused", new("Reports with a deadline beyond the calendar", "期限超出日历的上报数"), "reports"),
        new("worker-share", new("Reported by grid workers", "网格员上报占比"), "share"),
        new("worker-minutes-per-day", new("Grid worker's time for cases, a day", "网格员每日办案时间"), "minutes"),
        new("worker-minutes-duties", new("Grid worker's day that other duties take", "网格员每日其他任务占用时间"), "minutes"),
        new("worker-score", new("Grid workers' mean score", "网格员考核均分"), "points"),
        new("department-score", new("Departments' mean score", "部门考核均分"), "points"),
        .. run.Visits.FollowsPolicy && model.VisitPolicy is { } policy ? CountyVisits.Measures(policy) : [],
    ];

    internal static void Record(CountyStudyParameters parameters, GovernanceModel rules, CaseModel model, IReadOnlyDictionary<Seat, int> people, CountyRunResult result, Replication replication)
    {
        var zone = model.Calendar.Zone;
        var from = parameters.Run.From.PlusDays(parameters.WarmUpDays).AtStartOfDayInZone(zone).ToInstant();
        var to = parameters.Run.To.PlusDays(1 - parameters.FollowUpDays).AtStartOfDayInZone(zone).ToInstant();
        var counted = result.Cases.Where(one => IsCounted(one.AroseAt ?? one.Case.ReportedAt)).ToArray();
        var followUp = result.Until - to;
        var closed = counted.Where(static one => one.Case.ClosedAt is not null).ToArray();
        replication.Record("cases", counted.Length);
        replication.Record("matters-unreported", result.Unreported.Count(IsCounted));
        replication.Record("matters-unfound", result.Unfound.Count(IsCounted));
        var refusedReports = result.RefusedReports.Where(report => IsCounted(report.AroseAt ?? report.At)).ToArray();
        replication.Record("reports-refused", refusedReports.Length);
        replication.Record("closure-rate", Share(closed.Length, counted.Length));
        foreach (var tier in parameters.Run.Tiers)
        {
            Rate(OfTier + tier.Tier, one => one.Tier == tier.Tier);
        }

        foreach (var size in parameters.Run.Sizes)
        {
            Rate(OfSize + CodeOf(size.Size), one => one.Size == size.Size);
        }

        replication.Record("on-time-rate", Share(closed.Count(one => IsOnTime(one.Case, parameters.Run.Codes.ClosureClock)), counted.Length));
        var isFound = parameters.Run.Detection is not { WorkerMeanHours: 0, ResidentMeanHours: 0 };
        replication.Record("hours-to-find", isFound
            ? RestrictedMean.Hours(
                [
                    .. counted.Select(static one => (one.Case.ReportedAt - (one.AroseAt ?? one.Case.ReportedAt), true)),
                    .. refusedReports.Select(static one => (one.At - (one.AroseAt ?? one.At), true)),
                    .. result.Unfound.Where(IsCounted).Select(at => (result.Until - at, false)),
                ],
                followUp)
            : null);
        replication.Record("hours-to-dispatch", Mean(counted.Select(static one => (DispatchedAt(one) - one.Case.ReportedAt)?.TotalHours)));
        replication.Record("hours-undispatched", HoursUntil(static one => DispatchedAt(one) ?? one.Case.ClosedAt));
        replication.Record("hours-open", HoursUntil(static one => one.Case.ClosedAt));
        replication.Record("hours-to-close", Mean(closed.Select(static one => (double?)(one.Case.ClosedAt!.Value - one.Case.ReportedAt).TotalHours)));
        replication.Record("escalations-per-case", Share(counted.Sum(static one => one.Case.Escalations), counted.Length));
        var refused = result.Refused.Count(act => IsCounted(act.At));
        replication.Record("refused-per-case", Share(refused, counted.Length));
        replication.Record("worker-share", Share(counted.Count(one => one.Case.Channel == parameters.Run.WorkerChannel), counted.Length));
        var workingDays = Workload(parameters, model, people, result, replication);
        var scores = new CountyScores(rules, model, counted.Select(static one => one.Case), result.Until);
        replication.Record("worker-score", scores.OfWorkers(parameters.WorkerScheme));
        replication.Record("department-score", scores.OfDepartments(parameters.DepartmentScheme));
        if (parameters.Run.Visits.FollowsPolicy)
        {
            CountyVisits.Record(parameters, rules.VisitPolicy!, workingDays, result, replication);
        }

        bool IsCounted(Instant arose) => arose >= from && arose < to;

        double? HoursUntil(Func<CaseHistory, Instant?> when) =>
            RestrictedMean.Hours(counted.Select(one => ((when(one) ?? result.Until) - one.Case.ReportedAt, when(one) is not null)), followUp);

        void Rate(string measure, Func<GridCase, bool> isOfIt)
        {
            var ofIt = counted.Where(one => isOfIt(one.Case)).ToArray();
            replication.Record(measure, Share(ofIt.Count(static one => one.Case.ClosedAt is not null), ofIt.Length));
        }
    }

    // Returns how many working days the run has. Who is not there has no day, and others' duties are not the grid worker's.
    private static int Workload(CountyStudyParameters parameters, CaseModel model, IReadOnlyDictionary<Seat, int> people, CountyRunResult result, Replication replication)
    {
        var (days, duties, post) = (0, 0L, parameters.Run.Codes.WorkerPost);
        var hasDuties = string.Equals(parameters.Run.Duties.Post, post, StringComparison.Ordinal);
        for (var day = parameters.Run.From; day <= parameters.Run.To; day = day.PlusDays(1))
        {
            if (model.Calendar.IsWorkingDay(day) == true)
            {
                days++;
                duties += hasDuties ? parameters.Run.Duties.MinutesOn(day) : 0;
            }
        }

        var workers = people.Where(one => string.Equals(one.Key.Post, post, StringComparison.Ordinal)).Sum(static one => (long)one.Value);
        var busy = result.BusyMinutes.FirstOrDefault(one => one.Code == post)?.Weight ?? 0;
        replication.Record("worker-minutes-per-day", Share(busy, (double)workers * days));
        replication.Record("worker-minutes-duties", Share(duties, days));
        return days;
    }

    private static bool IsOnTime(GridCase one, string closure) => one.Clock(closure) is { } clock && one.ClosedAt <= clock.DueAt;

    private static Instant? DispatchedAt(CaseHistory one)
    {
        foreach (var e in one.Events)
        {
            if (e is CaseDispatched dispatched)
            {
                return dispatched.At;
            }
        }

        return null;
    }

    private static StudyMeasure RateOf(string code, LocalizedText what) => new(code, new($"Closed: {what.En}", what.Zh + "办结率"), "share");

    private static string CodeOf(CaseSize size) => size.ToString().ToLowerInvariant();

    private static LocalizedText NameOf(CaseSize size) => size switch
    {
        CaseSize.Small => new("Small matter", "小事"),
        CaseSize.Large => new("Large matter", "大事"),
        _ => new("Hard matter", "难事"),
    };

    private static double? Share(double part, double whole) => whole == 0 ? null : part / whole;

    // Sums in the order of the cases: the same bits on every machine.
    private static double? Mean(IEnumerable<double?> values)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in values)
        {
            if (value is { } known)
            {
                sum += known;
                count++;
            }
        }

        return count == 0 ? null : sum / count;
    }
}
