using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Runs;

namespace GridGovernance.Sdk.Simulation.Studies;

/// <summary>What is measured of visits: those whose period ends after the warm-up and before the follow-up count, as production's own coverage counts them.</summary>
internal static class CountyVisits
{
    private const string OnTimeOf = "visits-on-time-";

    /// <summary>The measures under a policy.</summary>
    internal static EquatableArray<StudyMeasure> Measures(VisitPolicy policy) =>
    [
        new("visits-due", new("Visits owed", "应走访次数"), "visits"),
        new("visits-on-time", new("Visits made on time", "按期走访率"), "share"),
        .. policy.Definition.Categories.Select(static category => new StudyMeasure(OnTimeOf + category.Code, new($"Visited on time: {category.Name.En}", category.Name.Zh + "按期走访率"), "share")),
        new("visits-missed", new("Visits missed for good", "漏访率"), "share"),
        new("visit-minutes-per-day", new("Time for visits, a grid and day", "每格每日走访时间"), "minutes"),
    ];

    internal static void Record(CountyStudyParameters parameters, VisitPolicy policy, int workingDays, CountyRunResult result, Replication replication)
    {
        var run = parameters.Run;
        var (from, to) = (run.From.PlusDays(parameters.WarmUpDays), run.To.PlusDays(-parameters.FollowUpDays));
        VisitCoverage Of(IEnumerable<VisitFile> files) => VisitCoverage.Of(files, from, to, run.To);
        var all = Of(result.Visits);
        replication.Record("visits-due", all.Owed);
        replication.Record("visits-on-time", Share(all.InTime, all.Owed));
        var byCategory = result.Visits.ToLookup(static file => file.Subject.Category, StringComparer.Ordinal);
        foreach (var category in policy.Definition.Categories)
        {
            var one = Of(byCategory[category.Code]);
            replication.Record(OnTimeOf + category.Code, Share(one.InTime, one.Owed));
        }

        replication.Record("visits-missed", Share(all.Missed, all.Owed));
        replication.Record("visit-minutes-per-day", Share(result.VisitMinutes.Sum(static post => (long)post.Weight), (double)parameters.Shape.GridCount * workingDays));
    }

    private static double? Share(double part, double whole) => whole == 0 ? null : part / whole;
}
