using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>Draws who is there to be visited: how many of each category live in a cell, at which risk, since when, and whether the period's visit was made before the run began.</summary>
internal static class VisitPopulation
{
    private const int Million = 1_000_000;

    // Long against every interval: all that counts is where in its interval a subject stands when the run begins.
    private const int DaysBefore = 4 * 366;

    /// <summary>The subjects, by category and cell; a subject's numbers do not hang on how many others there are in other cells or categories.</summary>
    internal static IEnumerable<VisitedSubject> Draw(
        VisitPolicy policy, CountyRunParameters parameters, IReadOnlyList<GridUnit> cells, Func<GridUnit, int> peopleOf, RandomStreams streams)
    {
        foreach (var group in parameters.Visits.Groups)
        {
            if (!policy.TryFindCategory(group.Code, out var category))
            {
                continue;
            }

            var risks = group.Risks.Where(risk => category.Risks.Contains(risk.Code)).ToArray();
            var choice = risks.Length == 0 ? null : new WeightedChoice([.. risks.Select(static risk => risk.Weight)]);
            for (var cell = 0; cell < cells.Count; cell++)
            {
                // A whole part is sure, the rest is a chance.
                var stream = streams.Stream("visits/subjects/" + group.Code, cell);
                var millionths = (long)peopleOf(cells[cell]) * group.PerMillionPeople;
                var count = (millionths / Million) + (stream.NextChance((int)(millionths % Million), Million) ? 1 : 0);
                for (var one = 0L; one < count; one++)
                {
                    var risk = choice is null ? null : risks[choice.Draw(stream)].Code;
                    var subject = new VisitSubject(FormattableString.Invariant($"{group.Code}-{cells[cell].Code}-{one + 1}"), group.Code, cells[cell].Code, parameters.From, risk);
                    yield return new VisitedSubject(Begun(subject, policy.RuleFor(group.Code, risk)!, stream), streams, group.Code, ((long)cell * Million) + one);
                }
            }
        }
    }

    // Where visits are spread over their periods, the share of the period that is over is the chance that its visit was made before the run begins.
    private static VisitFile Begun(VisitSubject subject, VisitRule rule, RandomStream stream)
    {
        var start = subject.From;
        var longest = rule.For is { } term ? Period.DaysBetween(start, new DutyCycle(start, term).FirstDay(1)) : DaysBefore;
        var cycle = new DutyCycle(start.PlusDays(-stream.NextInt32(longest)), rule.Every);
        var period = cycle.PeriodOf(start);
        var first = cycle.FirstDay(period);
        var isMade = stream.NextInt32(Period.DaysBetween(first, cycle.FirstDay(period + 1))) < Period.DaysBetween(first, start);
        var file = VisitFile.Apply(null, new SubjectEnrolled(subject with { From = cycle.From }, rule) { On = first, By = default });

        // Months differ in length: the longest term back, a duty may be over just before the run begins.
        return isMade && !(file.Subject.To < first) ? VisitFile.Apply(file, new VisitMade(period, false, 1) { On = first, By = default }) : file;
    }
}
