using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>Finds the seat behind a party of a lifecycle, and says whether a seat is one.</summary>
internal sealed class CaseParties
{
    private readonly CaseModel _model;

    internal CaseParties(CaseModel model) => _model = model;

    /// <summary>The seat of a party in a case; a vacant seat is skipped upward, and where nobody is left above, to the highest seat over the place that is held: somebody answers.</summary>
    internal Seat? SeatOf(string party, GridCase c, Seat? lead, Instant at)
    {
        var seat = party switch
        {
            LifecycleParty.Reporter => c.Reporter,
            LifecycleParty.Lead => lead,
            LifecycleParty.Supervisor => c.Responsible is { } responsible ? Above(responsible) ?? responsible : null,
            _ => OfPost(party, c.Place, lead, at),
        };
        return seat is not { } found ? null
            : Occupied(found, at) is var above && IsVacant(above, at) ? HighestHeld(c.Place, at) ?? above
            : above;
    }

    /// <summary>Whether a seat is a party of a case, its place aside.</summary>
    internal static bool Is(CaseActor actor, string party, GridCase c, LifecycleState state) => party switch
    {
        LifecycleParty.Reporter => actor.Seat == c.Reporter,
        LifecycleParty.Lead => actor.Seat == c.Lead,
        LifecycleParty.Assisting => c.Assisting.Contains(actor.Seat),
        LifecycleParty.Supervisor => actor.Seat == c.Supervisor,
        _ => string.Equals(actor.Seat.Post, party, StringComparison.Ordinal),
    }
    || (actor.Seat == c.Responsible && string.Equals(party, state.Responsible, StringComparison.Ordinal));

    /// <summary>Whether the seat's unit is the place or holds it; departments act in the whole county.</summary>
    internal bool Covers(Seat seat, GridCode place, Instant at) =>
        seat.Post is { } code && _model.Establishment.TryFindPost(code, out var post)
        && (post.IsOfDepartment
            ? _model.Establishment.TryFindDepartment(seat.Unit, out _)
            : _model.AncestorAt(place, post.Level, at) is { } unit && string.Equals(unit.ToString(), seat.Unit, StringComparison.Ordinal));

    /// <summary>Whether the seat's post is in the establishment, and its unit is a department or on the map at the post's level.</summary>
    internal bool IsKnown(Seat seat) => seat.Post is { } code && _model.Establishment.TryFindPost(code, out var post)
        && (post.IsOfDepartment
            ? _model.Establishment.TryFindDepartment(seat.Unit, out _)
            : GridCode.TryParse(seat.Unit, out var unit) && _model.Map.TryFind(unit, out var found) && string.Equals(found.Level.Code, post.Level, StringComparison.Ordinal));

    /// <summary>Whether nobody acts for the seat on the county's date: it is vacant or its holders are away, and no deputy stands in.</summary>
    internal bool IsVacant(Seat seat, Instant at) => _model.Roster is { } roster && roster.ActingFor(seat, _model.LocalTime(at).Date) is null;

    /// <summary>Whether a seat is somewhere above another.</summary>
    internal bool IsAbove(Seat upper, Seat lower) => _model.Establishment.LineAbove(lower, _model.Map).Contains(upper);

    /// <summary>The seat of the same post that covers the place of a case; null where the post has none there.</summary>
    internal Seat? Covering(Seat seat, GridCase c, Instant at) => seat.Post is { } code ? OfPost(code, c.Place, c.Lead, at) : null;

    /// <summary>The seat, or where nobody acts for it the first above it for which somebody does.</summary>
    internal Seat Occupied(Seat seat, Instant at)
    {
        while (IsVacant(seat, at) && Above(seat) is { } above)
        {
            seat = above;
        }

        return seat;
    }

    private Seat? OfPost(string code, GridCode place, Seat? lead, Instant at) => !_model.Establishment.TryFindPost(code, out var post) ? null
        : post.IsOfDepartment ? lead is { } seat ? new Seat(code, seat.Unit) : null
        : _model.AncestorAt(place, post.Level, at) is { } unit ? new Seat(code, unit.ToString()) : null;

    private Seat? HighestHeld(GridCode place, Instant at)
    {
        foreach (var level in _model.Map.Scheme.Levels)
        {
            foreach (var post in _model.Establishment.Posts)
            {
                if (string.Equals(post.Level, level.Code, StringComparison.Ordinal) && OfPost(post.Code, place, null, at) is { } seat && !IsVacant(seat, at))
                {
                    return seat;
                }
            }
        }

        return null;
    }

    /// <summary>The seat right above another; null at the top.</summary>
    internal Seat? Above(Seat seat) => _model.Establishment.SupervisorOf(seat, _model.Map);
}
