using GridGovernance.Sdk.Geodesy;
using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Says who answers for an address on a day: at least one person, or a typed gap (S4-10: no matter without a responsible person).</summary>
/// <remarks>
/// <para>It begins at the narrowest unit at the place and climbs to the widest. At each level it asks the posts that answer there, in the order of the establishment:
/// every spatial post that is not optional and has no superior at its own level, unless others are named. The first seat for which somebody acts answers.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class AnswerFinder
{
    private readonly GridMap _map;
    private readonly Roster _roster;

    // INVARIANT: both run from the narrowest level to the widest.
    private readonly GridLocator[] _locators;
    private readonly (GridLevel Level, Post[] Posts)[] _levels;

    private AnswerFinder(Establishment establishment, GridMap map, Roster roster, Func<Post, bool> answers)
    {
        _map = map;
        _roster = roster;
        _levels = [.. map.Scheme.Levels.Reverse().Select(level => (
            level,
            establishment.Posts.Where(post => string.Equals(post.Level, level.Code, StringComparison.Ordinal) && answers(post)).ToArray()))];
        _locators = [.. _levels.Select(pair => GridLocator.Create(map, pair.Level.Code))];
    }

    /// <summary>Builds the indexes.</summary>
    /// <param name="establishment">The posts, of the map's hierarchy.</param>
    /// <param name="map">The map.</param>
    /// <param name="roster">Who sits where.</param>
    /// <param name="posts">The codes of the posts that answer; null for the first post of each level, as above.</param>
    /// <returns>The finder.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no post of one of the codes, or it is of departments.</exception>
    public static AnswerFinder Create(Establishment establishment, GridMap map, Roster roster, IEnumerable<string>? posts = null)
    {
        ArgumentNullException.ThrowIfNull(establishment);
        ArgumentNullException.ThrowIfNull(map);
        ArgumentNullException.ThrowIfNull(roster);
        var named = posts?.ToHashSet(StringComparer.Ordinal);
        foreach (var code in named ?? [])
        {
            if (!establishment.TryFindPost(code, out var post) || post.IsOfDepartment)
            {
                throw new ArgumentException($"Expected the codes of spatial posts, but found \"{code}\".", nameof(posts));
            }
        }

        return new AnswerFinder(establishment, map, roster, post => named is not null ? named.Contains(post.Code) : IsFirst(post, establishment));
    }

    /// <summary>Says who answers for a point.</summary>
    /// <param name="point">The point, in the map's coordinate system.</param>
    /// <param name="on">The day.</param>
    /// <returns>Who answers, and every gap below them.</returns>
    public AddressAnswer WhoAnswers(GeoPoint point, LocalDate on)
    {
        var gaps = new List<AnswerGap>();
        if (_map.System is not { } system || !point.IsFinite || !system.Accepts(point))
        {
            return Nobody(null, gaps, new AnswerGap(AnswerGapKind.UnusablePoint, point.ToString()), point.ToString());
        }

        foreach (var locator in _locators)
        {
            if (locator.Locate(point) is { } unit)
            {
                return Climb(unit, on, gaps);
            }

            gaps.Add(new AnswerGap(AnswerGapKind.NoUnitAtPoint, locator.Level.Code));
        }

        return Nobody(null, gaps, null, point.ToString());
    }

    /// <summary>Says who answers for a unit, such as the cell of a household's address.</summary>
    /// <param name="unit">The unit's code; a grid off the territory has one too.</param>
    /// <param name="on">The day.</param>
    /// <returns>Who answers, and every gap below them.</returns>
    public AddressAnswer WhoAnswers(GridCode unit, LocalDate on) => _map.TryFind(unit, out var found)
        ? Climb(found, on, [])
        : Nobody(null, [], new AnswerGap(AnswerGapKind.UnitNotOnMap, unit.ToString()), unit.ToString());

    /// <summary>Finds every unit of a level for which nobody in the chain answers on a day.</summary>
    /// <param name="level">The code of the level.</param>
    /// <param name="on">The day.</param>
    /// <returns>An error for each, naming the unit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="level"/> is null.</exception>
    /// <exception cref="ArgumentException">The hierarchy has no such level.</exception>
    public FindingReport Audit(string level, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(level);
        return new(_map.UnitsAt(level)
        .Select(unit => Climb(unit, on, [])).Where(static answer => !answer.IsAnswered).Select(static answer => answer.Gaps[^1].ToFinding()));
    }

    private static bool IsFirst(Post post, Establishment establishment) =>
        !post.Optional
        && (post.Supervisor is null || !establishment.TryFindPost(post.Supervisor, out var above) || !string.Equals(above.Level, post.Level, StringComparison.Ordinal));

    private static AddressAnswer Nobody(GridCode? unit, List<AnswerGap> gaps, AnswerGap? last, string subject)
    {
        if (last is not null)
        {
            gaps.Add(last);
        }

        gaps.Add(new AnswerGap(AnswerGapKind.NobodyInChain, subject));
        return new AddressAnswer(unit, null, null, EquatableArray.From(gaps));
    }

    private AddressAnswer Climb(GridUnit lowest, LocalDate on, List<AnswerGap> gaps)
    {
        for (var unit = lowest; unit is not null; unit = _map.ParentOf(unit.Code))
        {
            var (level, posts) = _levels[^(unit.Level.Depth + 1)];
            if (posts.Length == 0)
            {
                gaps.Add(new AnswerGap(AnswerGapKind.NoPostAtLevel, level.Code));
            }

            foreach (var post in posts)
            {
                var seat = new Seat(post.Code, unit.Code.ToString());
                if (_roster.ActingFor(seat, on) is { } acting)
                {
                    return new AddressAnswer(lowest.Code, seat, acting, EquatableArray.From(gaps));
                }

                gaps.Add(_roster.LastHeldOn(seat, on) is not { } last ? new AnswerGap(AnswerGapKind.NeverFilled, seat.ToString())
                    : last == on ? new AnswerGap(AnswerGapKind.Away, seat.ToString())
                    : new AnswerGap(AnswerGapKind.Vacant, seat.ToString(), last.PlusDays(1)));
            }
        }

        return Nobody(lowest.Code, gaps, null, lowest.Code.ToString());
    }
}
