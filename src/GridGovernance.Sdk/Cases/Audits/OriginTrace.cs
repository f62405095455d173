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

    /// <summary>Gets the id of the earlier case that had been dispatched to a department; null where none had received it.</summary>
    public string? ReceivedIn { get; init; }

    /// <summary>Gets the department that is asked: the one that had received the matter, else the one that leads it now; null where no department leads.</summary>
    public string? AskedDepartment { get; init; }

    /// <summary>Gets the person in the worker's seat when the matter came from outside; null where the seat was vacant or nobody says.</summary>
    public string? Holder { get; init; }

    /// <summary>Gets a value indicating whether the worker is cleared: they had reported the matter before it came from outside.</summary>
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
    /// <returns>The answers to the three questions.</returns>
    /// <exception cref="ArgumentNullException">An argument but <paramref name="roster"/> is null.</exception>
    public static OriginTrace Of(GridCase c, IEnumerable<GridCase> others, Seat worker, Duration within, Func<string, bool> isDepartment, Roster? roster, DateTimeZone zone)
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
        var received = Array.Find(before, other => other.Lead is { } lead && isDepartment(lead.Unit));
        var day = c.ReportedAt.InZone(zone).Date;
        var holder = roster?.HolderOf(worker, day);
        return new OriginTrace
        {
            CaseId = c.Id,
            ReportedIn = reported?.Id,
            ReceivedIn = received?.Id,
            AskedDepartment = (received?.Lead ?? c.Lead) is { } asked && isDepartment(asked.Unit) ? asked.Unit : null,
            Holder = holder,
            IsPostVacant = roster is not null && holder is null,
        };
    }
}
