using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Coverage;

/// <summary>Audits a network through time: a gap of a single day is found with its date.</summary>
/// <remarks>Between two days on which something changes the map is one and the same, so each such stretch is audited once; the work grows with the number of stretches.</remarks>
public static class TimelineAudit
{
    /// <summary>Audits every day of a period.</summary>
    /// <param name="timeline">Units with their days.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="households">Households and people, as on every day of the period; null to audit areas alone.</param>
    /// <returns>Every finding with the days on which it holds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="timeline"/> is null.</exception>
    /// <exception cref="ArgumentException">The period runs backwards, or the households' places are in another coordinate system than the map.</exception>
    public static TimelineCoverageReport Run(GridTimeline timeline, LocalDate from, LocalDate to, HouseholdRegister? households = null)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        if (from > to)
        {
            throw new ArgumentException($"Expected a period from the first day to the last, but found {from:uuuu-MM-dd} to {to:uuuu-MM-dd}.", nameof(to));
        }

        var starts = new List<LocalDate> { from };
        starts.AddRange(timeline.Changes.Where(day => day > from && day <= to));
        var findings = new List<DatedCoverageFinding>();
        var open = new Dictionary<Finding, Queue<int>>();
        for (var i = 0; i < starts.Count; i++)
        {
            var last = i + 1 < starts.Count ? starts[i + 1].PlusDays(-1) : to;
            var next = new Dictionary<Finding, Queue<int>>();
            foreach (var finding in On(timeline, starts[i], households))
            {
                // What held on the day before goes on: it is one finding with more days. Equal ones of one day go on each by itself.
                if (open.TryGetValue(finding.Finding, out var same) && same.TryDequeue(out var position))
                {
                    findings[position] = new DatedCoverageFinding(findings[position].Finding, findings[position].From, last);
                }
                else
                {
                    position = findings.Count;
                    findings.Add(new DatedCoverageFinding(finding, starts[i], last));
                }

                if (!next.TryGetValue(finding.Finding, out var positions))
                {
                    next.Add(finding.Finding, positions = new Queue<int>(1));
                }

                positions.Enqueue(position);
            }

            open = next;
        }

        return new TimelineCoverageReport(from, to, findings.AsReadOnly());
    }

    private static IEnumerable<CoverageFinding> On(GridTimeline timeline, LocalDate day, HouseholdRegister? households)
    {
        var map = timeline.AsOf(day, out var report);
        if (map is null)
        {
            return report.Select(static f => new CoverageFinding(f, f.Place.Subject is { } code ? [code] : []));
        }

        return map.Units.Count == 0
            ? [new CoverageFinding(Finding.Error(CoverageMessages.Catalogue["coverage.nothing-holds"]), [])]
            : CoverageAudit.Run(map, households).Findings;
    }
}
