using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What became of the visits owed in some days (走访覆盖): every one is done in time, late, missed or still open, and none is counted twice.</summary>
/// <remarks>
/// <para>A visit is owed in the days when the last day of its period lies in them; the last period of a duty ends with the duty.
/// Household-times (户次) and person-times (人次) are counted apart, in 64 bits.</para>
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

    /// <summary>Gets how many visits nobody could make any more because a release cut their period short: neither owed nor missed.</summary>
    public required long Lifted { get; init; }

    /// <summary>Gets how many visits were made beyond those owed; 0 under a rule against duplicates (管理排查不重复).</summary>
    public required long Extra { get; init; }

    /// <summary>Gets how many visits were made in the days (户次); one that settled several duties of a subject counts once.</summary>
    public required long HouseholdTimes { get; init; }

    /// <summary>Gets how many people were met on them (人次).</summary>
    public required long PersonTimes { get; init; }

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
    /// <exception cref="OverflowException">A count exceeds 64 bits, or a period ends after the last day that a date can have.</exception>
    public static VisitCoverage Of(IEnumerable<VisitFile> files, LocalDate from, LocalDate to, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var (inTime, late, missed, open, lifted, extra, visits, people, refused) = (0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L);
        var unvisited = new List<string>();
        bool Within(LocalDate day) => day >= from && day <= to;
        checked
        {
            foreach (var file in files)
            {
                inTime += file.Settled.Count(one => Within(one.DueOn) && !one.IsLate);
                late += file.Settled.Count(one => Within(one.DueOn) && one.IsLate);
                missed += file.MissedBy(asOf).Count(Within);
                open += file.OpenOn(asOf, to).Count(Within);
                lifted += file.Lifted.Count(Within);
                extra += file.Extra.Count(Within);
                refused += file.Refused.Count(Within);
                var made = file.Visits.Count(Within);
                visits += made - file.Shared.Count(Within);
                people += file.Visits.Select((day, i) => Within(day) ? (long)file.PeopleMet[i] : 0).Sum();
                if (made == 0 && ((file.Subject.From <= to && !(file.Subject.To < from)) || file.Earlier.Any(duty => duty.From <= to && duty.To >= from)))
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
            Lifted = lifted,
            Extra = extra,
            HouseholdTimes = visits,
            PersonTimes = people,
            Refused = refused,
            Unvisited = EquatableArray.From(unvisited.Distinct(StringComparer.Ordinal)),
        };
    }
}
