using GridGovernance.Sdk.Geodesy;
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
    /// <param name="households">Households and people, each row on its days; null to audit areas alone.</param>
    /// <param name="settings">How strictly; <see cref="CoverageSettings.Default"/> when null.</param>
    /// <returns>Every finding with the days on which it holds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="timeline"/> is null.</exception>
    /// <exception cref="ArgumentException">The period runs backwards, or the households' places are in another coordinate system than the map.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or not a number.</exception>
    public static TimelineCoverageReport Run(GridTimeline timeline, LocalDate from, LocalDate to, HouseholdRegister? households = null, CoverageSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        return Run(timeline.Changes, from, to, households, On);

        (IEnumerable<CoverageFinding> Findings, CoverageReport? Report) On(LocalDate day)
        {
            if (timeline.AsOf(day, out var problems) is not { } map)
            {
                return (problems.Select(static f => new CoverageFinding(f, f.Place.Subject is { } code ? [code] : [])), null);
            }

            var report = CoverageAudit.Run(map, households?.AsOf(day), settings);
            return (map.Units.Count == 0 ? [NothingHolds()] : report.Findings, report);
        }
    }

    /// <summary>Audits a list of cells on every day of a period, against an outline or against each other alone.</summary>
    /// <param name="cells">The cells with their days; one code may stand again on other days.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="parent">The outline that they must tile on every day; null where there is none.</param>
    /// <param name="households">Households and people, each row on its days; null to audit areas alone.</param>
    /// <param name="settings">How strictly; <see cref="CoverageSettings.Default"/> when null.</param>
    /// <returns>Every finding with the days on which it holds.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cells"/> is null.</exception>
    /// <exception cref="ArgumentException">The period runs backwards, or boundaries or households are in different coordinate systems.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or not a number.</exception>
    public static TimelineCoverageReport Run(
        IReadOnlyList<DatedCell> cells, LocalDate from, LocalDate to, GridBoundary? parent = null, HouseholdRegister? households = null, CoverageSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return Run(cells.SelectMany(static cell => new RowDays(cell.ValidFrom, cell.ValidTo).Changes), from, to, households, On);

        (IEnumerable<CoverageFinding> Findings, CoverageReport? Report) On(LocalDate day)
        {
            CoverageCell[] valid = [.. cells.Where(cell => cell.IsValidOn(day)).Select(static cell => cell.Cell)];
            var report = CoverageAudit.Run(valid, parent, households?.AsOf(day), settings);
            return (valid.Length == 0 ? [NothingHolds(), .. report.Findings] : report.Findings, report);
        }
    }

    private static TimelineCoverageReport Run(
        IEnumerable<LocalDate> changes, LocalDate from, LocalDate to, HouseholdRegister? households, Func<LocalDate, (IEnumerable<CoverageFinding> Findings, CoverageReport? Report)> on)
    {
        if (from > to)
        {
            throw new ArgumentException($"Expected a period from the first day to the last, but found {from:uuuu-MM-dd} to {to:uuuu-MM-dd}.", nameof(to));
        }

        var starts = new SortedSet<LocalDate>(changes.Concat(households?.Changes ?? []).Where(day => day > from && day <= to)) { from }.ToArray();
        var stretches = new List<CoverageStretch>(starts.Length);
        var findings = new List<DatedCoverageFinding>();
        var open = new Dictionary<Finding, Queue<int>>();
        for (var i = 0; i < starts.Length; i++)
        {
            var last = i + 1 < starts.Length ? starts[i + 1].PlusDays(-1) : to;
            var (found, report) = on(starts[i]);
            stretches.Add(new CoverageStretch(starts[i], last, report));
            open = Extend(findings, found, open, starts[i], last);
        }

        return new TimelineCoverageReport(from, to, findings.AsReadOnly(), stretches.AsReadOnly());
    }

    // What held on the day before goes on: it is one finding with more days. Equal ones of one day go on each by itself.
    private static Dictionary<Finding, Queue<int>> Extend(
        List<DatedCoverageFinding> findings, IEnumerable<CoverageFinding> found, Dictionary<Finding, Queue<int>> open, LocalDate first, LocalDate last)
    {
        var next = new Dictionary<Finding, Queue<int>>();
        foreach (var finding in found)
        {
            if (open.TryGetValue(finding.Finding, out var same) && same.TryDequeue(out var position))
            {
                findings[position] = new DatedCoverageFinding(findings[position].Finding, findings[position].From, last);
            }
            else
            {
                position = findings.Count;
                findings.Add(new DatedCoverageFinding(finding, first, last));
            }

            if (!next.TryGetValue(finding.Finding, out var positions))
            {
                next.Add(finding.Finding, positions = new Queue<int>(1));
            }

            positions.Enqueue(position);
        }

        return next;
    }

    private static CoverageFinding NothingHolds() => new(Finding.Error(CoverageMessages.Catalogue["coverage.nothing-holds"]), []);
}
