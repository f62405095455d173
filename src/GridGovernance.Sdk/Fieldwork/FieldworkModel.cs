using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Cases;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>What decides about fieldwork beside its own plans: the map, the calendar, who sits where, and the lists.</summary>
/// <remarks>This type is immutable and safe to share between threads.</remarks>
/// <example>
/// A plan, a decision, the fold and the log of a notice; visits, campaigns, emergencies, colours and services go the same way.
/// <code>
/// var model = new FieldworkModel { Map = map, Calendar = WorkCalendar.China, Establishment = establishment, Roster = roster };
/// var routes = new BroadcastPlanner(model).Routes(commander, households, model.LocalTime(now).Date);
/// var plan = BroadcastPlan.Create("flood-1", BroadcastPresets.Tongjiang, commander, routes, out var report)!;
/// var engine = new BroadcastEngine(model);
/// var notice = Broadcast.Replay(plan, engine.Decide(plan, null, new IssueBroadcast(), commander, now).EnsureAccepted());
/// foreach (var step in notice.NextAt(now).Where(step => step.To is not null))
/// {
///     notice = notice.With(engine.Decide(plan, notice, new RelayNotice(step.To!.Value), step.By!.Value, now).Events);
/// }
///
/// var lines = BroadcastLog.Write(notice);
/// var missed = notice.StatusAt(now).Missed;
/// </code>
/// </example>
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

    /// <summary>Returns the unit of a place, or, where the map has no such unit any more, the nearest one above it by its code.</summary>
    /// <param name="place">The place, such as a cell that a re-division took off the map.</param>
    /// <returns>The unit; null where nothing above the place is on the map either.</returns>
    public GridUnit? UnitOrAbove(GridCode place)
    {
        for (GridCode? code = place; code is { } one; code = Map.Scheme.TryLevelOf(one, out _) ? Map.Scheme.ParentOf(one) : null)
        {
            if (Map.TryFind(one, out var unit))
            {
                return unit;
            }
        }

        return null;
    }

    /// <summary>Returns the seat in whose name a seat works at a place on a day: its own where its unit holds the place, else the one that it stands in for there (代理).</summary>
    /// <param name="seat">The seat that acts.</param>
    /// <param name="place">The unit at which it acts.</param>
    /// <param name="on">The day.</param>
    /// <returns>The seat; null where it may not work there, because its unit lies elsewhere and it stands in for nobody.</returns>
    public Seat? CapacityAt(Seat seat, GridCode place, LocalDate on)
    {
        if (!Map.TryFind(place, out var unit) || Establishment.LevelOf(seat) is null)
        {
            return null;
        }

        if ((Establishment.TryFindPost(seat.Post, out var own) && own.IsOfDepartment) || (GridCode.TryParse(seat.Unit, out var code) && Map.IsWithin(place, code)))
        {
            return seat;
        }

        for (; Roster is not null && unit is not null; unit = Map.ParentOf(unit.Code))
        {
            foreach (var post in Establishment.Posts)
            {
                var other = new Seat(post.Code, unit.Code.ToString());
                if (!post.IsOfDepartment && string.Equals(post.Level, unit.Level.Code, StringComparison.Ordinal)
                    && Roster.ActingFor(other, on) is { IsDeputy: true } acting && acting.Seat == seat)
                {
                    return other;
                }
            }
        }

        return null;
    }

    /// <summary>Returns every reason why a seat may not work at a place: it is no seat, it lies elsewhere and stands in for nobody there, nobody acts in it, or the lists refuse.</summary>
    /// <remarks>Whoever stands in for a seat of the place may do there what that seat may, and the lists are asked for that seat.</remarks>
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
        var local = LocalTime(at);
        var capacity = CapacityAt(seat, place, local.Date);
        if (!Map.TryFind(place, out _))
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.NotYourGrid, "fieldwork.unknown-place", place.ToString()));
        }
        else if (capacity is null)
        {
            reasons.Add(FieldworkMessages.No(RefusalKind.NotYourGrid, "fieldwork.not-your-grid", seat.ToString(), place.ToString()));
        }

        if (VacancyOf(seat, local.Date) is { } vacant)
        {
            reasons.Add(vacant);
        }

        if (Lists is not null && matter is not null)
        {
            reasons.AddRange(Lists.Authorise(capacity ?? seat, action, matter, place, local).Refusals);
        }

        return EquatableArray.From(reasons);
    }

    /// <summary>The reason why nobody acts in a seat on a day; null where somebody does, or the host does not say who sits where.</summary>
    internal Refusal? VacancyOf(Seat seat, LocalDate on) => Roster is not null && Roster.ActingFor(seat, on) is null
        ? FieldworkMessages.No(RefusalKind.ConditionUnmet, "fieldwork.seat-vacant", seat.ToString(), on)
        : null;
}
