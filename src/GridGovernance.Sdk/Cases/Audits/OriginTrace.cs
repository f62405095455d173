using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Traces a matter that was first known from outside (责任倒查, S3-46): had the worker reported it, had the department received it, who held the post when it was missed.</summary>
/// <remarks>
/// <para>A worker who had reported is cleared by id; the department is asked all the same. Equality is by value. This type is immutable and
/// safe to share between threads.</para>
/// </remarks>
public sealed record OriginTrace
{
    /// <summary>Gets the id of the case that came from outside.</summary>
    public required string CaseId { get; init; }

    /// <summary>Gets the id of the earlier case in which the worker had reported it; null where they had not.</summary>
    public string? ReportedIn { get; init; }

    /// <summary>Gets the id of the earlier case that a department had been given before the matter came from outside, whether it kept it or not; null where none had received it.</summary>
    public string? ReceivedIn { get; init; }

    /// <summary>Gets the department that is asked: the one that had received the matter, else the one that leads it now, else the one that owns it; null where there is none.</summary>
    public string? AskedDepartment { get; init; }

    /// <summary>Gets the person in the worker's seat when the matter came from outside; null where the seat was vacant or nobody says.</summary>
    public string? Holder { get; init; }

    /// <summary>Gets the person who sat in the worker's seat when it reported the matter, and is cleared; null where it had not, the seat was vacant then, or nobody says.</summary>
    public string? Cleared { get; init; }

    /// <summary>Gets a value indicating whether the worker's seat is cleared: it had reported the matter before it came from outside.</summary>
    public bool IsWorkerCleared => ReportedIn is not null;

    /// <summary>Gets a value indicating whether the post was vacant, so that nobody can have missed it, and the line above must answer.</summary>
    public bool IsPostVacant { get; init; }

    /// <summary>Traces a case.</summary>
    /// <param name="c">The case, whose channel is one that is traced, such as a petition or the media: see <see cref="CaseChannel.IsTraced"/>.</param>
    /// <param name="others">The other cases that are known.</param>
    /// <param name="worker">The seat of the grid worker of the place.</param>
    /// <param name="within">How long before the case an earlier report counts.</param>
    /// <param name="isDepartment">Says whether the unit of a leading seat is a department.</param>
    /// <param name="roster">Who sat where; null where the host does not say.</param>
    /// <param name="zone">The county's zone.</param>
    /// <param name="owner">The department that owns the matter; null where none does.</param>
    /// <returns>The answers to the three questions.</returns>
    /// <exception cref="ArgumentNullException">An argument but <paramref name="roster"/> is null.</exception>
    public static OriginTrace Of(GridCase c, IEnumerable<GridCase> others, Seat worker, Duration within, Func<string, bool> isDepartment, Roster? roster, DateTimeZone zone, string? owner = null)
    {
        ArgumentNullException.ThrowIfNull(c);
        ArgumentNullException.ThrowIfNull(others);
        ArgumentNullException.ThrowIfNull(isDepartment);
        ArgumentNullException.ThrowIfNull(zone);
        var before = others
            .Where(other => !string.Equals(other.Id, c.Id, StringComparison.Ordinal) && string.Equals(other.Matter, c.Matter, StringComparison.Ordinal)
                && other.Place == c.Place && other.ReportedAt < c.ReportedAt && c.ReportedAt - other.ReportedAt <= within)
            .OrderBy(static other => other.ReportedAt).ThenBy(static other => other.Id, StringComparer.Ordinal).ToArray();
        var reported = Array.Find(before, other => other.Reporter == worker);
        var received = before.SelectMany(static other => other.Leads, static (other, lead) => (other.Id, Lead: lead))
            .Where(one => one.Lead.Since < c.ReportedAt && isDepartment(one.Lead.Seat.Unit)).Select(static one => ((string Id, Seat Seat)?)(one.Id, one.Lead.Seat)).FirstOrDefault();
        var holder = roster?.HolderOf(worker, c.ReportedAt.InZone(zone).Date);
        return new OriginTrace
        {
            CaseId = c.Id,
            ReportedIn = reported?.Id,
            ReceivedIn = received?.Id,
            AskedDepartment = received?.Seat.Unit ?? (c.Lead is { } lead && isDepartment(lead.Unit) ? lead.Unit : owner),
            Holder = holder,
            Cleared = reported is null ? null : roster?.HolderOf(worker, reported.ReportedAt.InZone(zone).Date),
            IsPostVacant = roster is not null && holder is null,
        };
    }
}
