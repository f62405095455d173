using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What became of the visits owed in some days (走访覆盖): every one is done in time, late, missed or still open, and none is counted twice.</summary>
/// <remarks>
/// <para>A visit is owed in the days when the last day of its period lies in them. Household-times (户次) and person-times (人次) are counted apart, in 64 bits.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed record VisitCoverage
{
    /// <summary>Gets how many visits were owed.</summary>
    public long Owed => InTime + Late + Missed + Open;

    /// <summary>Gets how many of them were made within their period.</summary>
    public required long InTime { get; init; }

    /// <summary>Gets how many were made up for within the grace.</summary>
    public required long Late { get; init; }

    /// <summary>Gets how many were missed for good.</summary>
    public required long Missed { get; init; }

    /// <summary>Gets how many can still be made.</summary>
    public required long Open { get; init; }

    /// <summary>Gets how many visits were made beyond those owed; 0 under a rule against duplicates (管理排查不重复).</summary>
    public required long Extra { get; init; }

    /// <summary>Gets how many visits were made in the days (户次).</summary>
    public required long HouseholdTimes { get; init; }

    /// <summary>Gets how many attempts were refused in the days.</summary>
    public required long Refused { get; init; }

    /// <summary>Gets the subjects that were not visited in the days although the duty ran on one of them (服务宣传不漏人), in the order of their ids.</summary>
    public EquatableArray<string> Unvisited { get; init; }

    /// <summary>Counts the visits of some days.</summary>
    /// <param name="files">The files of the subjects.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, itself included.</param>
    /// <param name="asOf">The day on which is counted; not before the last event of any file.</param>
    /// <returns>The coverage.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="files"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="to"/> is before <paramref name="from"/>.</exception>
    /// <exception cref="OverflowException">A count exceeds 64 bits.</exception>
    public static VisitCoverage Of(IEnumerable<VisitFile> files, LocalDate from, LocalDate to, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var (inTime, late, missed, open, extra, visits, refused) = (0L, 0L, 0L, 0L, 0L, 0L, 0L);
        var unvisited = new List<string>();
        bool Within(LocalDate day) => day >= from && day <= to;
        checked
        {
            foreach (var file in files)
            {
                inTime += file.Settled.Count(one => Within(one.DueOn) && !one.IsLate);
                late += file.Settled.Count(one => Within(one.DueOn) && one.IsLate);
                missed += file.MissedBy(asOf).Count(Within);
                open += OpenOf(file, asOf, to).Count(Within);
                extra += file.Extra.Count(Within);
                refused += file.Refused.Count(Within);
                var made = file.Visits.Count(Within);
                visits += made;
                if (made == 0 && file.Subject.From <= to && !(file.Subject.To < from))
                {
                    unvisited.Add(file.Subject.Id);
                }
            }
        }

        unvisited.Sort(StringComparer.Ordinal);
        return new VisitCoverage
        {
            InTime = inTime,
            Late = late,
            Missed = missed,
            Open = open,
            Extra = extra,
            HouseholdTimes = visits,
            Refused = refused,
            Unvisited = EquatableArray.From(unvisited),
        };
    }

    // The last days of periods without a visit that are not missed yet.
    private static IEnumerable<LocalDate> OpenOf(VisitFile file, LocalDate asOf, LocalDate to)
    {
        for (var period = file.LastSettled + 1; file.Cycle.LastDay(period) <= to && !(file.Subject.To < file.Cycle.LastDay(period)); period++)
        {
            var due = file.Cycle.LastDay(period);
            if (due.PlusDays(file.Rule.GraceDays) >= asOf)
            {
                yield return due;
            }
        }
    }
}
