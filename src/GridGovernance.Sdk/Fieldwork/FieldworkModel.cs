using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What decides about fieldwork beside its own plans: the map, the calendar, who sits where, and the lists.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
public sealed class FieldworkModel
{
    /// <summary>Gets the map.</summary>
    public required GridMap Map { get; init; }

    /// <summary>Gets the working calendar, whose zone is the county's.</summary>
    public required WorkCalendar Calendar { get; init; }

    /// <summary>Gets the posts and departments.</summary>
    public required Establishment Establishment { get; init; }

    /// <summary>Gets who sits where; null where the host does not say, and no seat counts as vacant.</summary>
    public Roster? Roster { get; init; }

    /// <summary>Gets the lists that work is checked against; null where the host does not check it.</summary>
    public ICaseLists? Lists { get; init; }

    /// <summary>Returns an instant in the county's local time.</summary>
    /// <param name="at">The instant.</param>
    /// <returns>The local time.</returns>
    public LocalDateTime LocalTime(Instant at) => at.InZone(Calendar.Zone).LocalDateTime;

    /// <summary>Returns every reason why a seat may not work at a place: it is no seat, it lies elsewhere, nobody acts in it, or the lists refuse.</summary>
    /// <param name="seat">The seat that acts.</param>
    /// <param name="action">The action, as the authority list names it.</param>
    /// <param name="matter">The matter that the lists know the work by; null where it is on no list, and the lists are not asked.</param>
    /// <param name="place">The unit at which it acts.</param>
    /// <param name="at">When.</param>
    /// <returns>The reasons; empty when it may.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> is null.</exception>
    public EquatableArray<Refusal> Refusals(Seat seat, string action, string? matter, GridCode place, Instant at)
    {
        ArgumentNullException.ThrowIfNull(action);
        if (Establishment.LevelOf(seat) is null)
        {
            return [FieldworkMessages.No(RefusalKind.NotYourRole, "fieldwork.unknown-seat", seat.ToString())];
        }

        var reasons = new List<Refusal>();
        var isOfDepartment = Establishment.TryFindPost(seat.Post, out var post) && post.IsOfDepartment;
        if (!Map.TryFind(place, out _))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.NotYourGrid, "fieldwork.unknown-place", place.ToString()));
        }
        else if (!isOfDepartment && !(GridCode.TryParse(seat.Unit, out var unit) && Map.IsWithin(place, unit)))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.NotYourGrid, "fieldwork.not-your-grid", seat.ToString(), place.ToString()));
        }

        var local = LocalTime(at);
        if (Roster is not null && Roster.ActingFor(seat, local.Date) is null)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.seat-vacant", seat.ToString(), local.Date));
        }

        if (Lists is not null && matter is not null)
        {
            reasons.AddRange(Lists.Authorise(seat, action, matter, place, local).Refusals);
        }

        return EquatableArray.From(reasons);
    }
}
