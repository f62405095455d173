using System.Diagnostics.CodeAnalysis;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Staffing;

namespace GridGovernance.Sdk.Permissions;

/// <summary>Somebody who asks the lists, resolved against an establishment: a post alone, or a post at a unit.</summary>
/// <remarks>Equality is by value. The default value is nobody and must not be used. This type is immutable and safe to share between threads.</remarks>
/// <param name="Post">The code of the post.</param>
/// <param name="Department">The code of the department; null outside departments.</param>
/// <param name="Level">The code of the level.</param>
/// <param name="OwnArea">The unit whose area is the one's own; null for a department, and where no unit was given.</param>
public readonly record struct AuthorityActor(string Post, string? Department, string Level, GridCode? OwnArea)
{
    /// <summary>Gets the kind of the unit where they sit, as the map has it; null for a department, and where nobody says. <see cref="TryResolve"/> knows no map and leaves it null.</summary>
    public GridKind? Kind { get; init; }

    /// <summary>Resolves a text: <c>post</c>, <c>post@unit</c>, or <c>post@department</c>.</summary>
    /// <param name="who">The text.</param>
    /// <param name="establishment">The posts and departments.</param>
    /// <param name="actor">Who it is; the default value when there is a problem.</param>
    /// <param name="problem">What is wrong with it; null when nothing is.</param>
    /// <returns>True when the establishment knows the post, and the department where the post needs one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="who"/> or <paramref name="establishment"/> is null.</exception>
    public static bool TryResolve(string who, Establishment establishment, out AuthorityActor actor, [NotNullWhen(false)] out Message? problem)
    {
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(establishment);
        actor = default;
        problem = null;
        var at = who.IndexOf('@', StringComparison.Ordinal);
        var (code, unit) = at < 0 ? (who, null) : (who[..at], who[(at + 1)..]);
        if (!establishment.TryFindPost(code, out var post))
        {
            problem = PermissionMessages.Catalogue["permissions.actor-unknown-post", who, string.Join(", ", establishment.Posts.Select(static known => known.Code))];
        }
        else if (post.IsOfDepartment)
        {
            if (unit is null || !establishment.TryFindDepartment(unit, out var department))
            {
                problem = PermissionMessages.Catalogue["permissions.actor-needs-department", who, string.Join(", ", establishment.Departments.Select(static known => known.Code))];
            }
            else
            {
                actor = new AuthorityActor(code, unit, department.Level, null);
            }
        }
        else if (unit is not null && (!GridCode.TryParse(unit, out var area) || !establishment.Scheme.TryLevelOf(area, out var level) || !string.Equals(level.Code, post.Level, StringComparison.Ordinal)))
        {
            problem = PermissionMessages.Catalogue["permissions.actor-needs-unit", who, post.Level];
        }
        else
        {
            actor = new AuthorityActor(code, null, post.Level, unit is null ? null : GridCode.Parse(unit));
        }

        return problem is null;
    }

    /// <summary>Puts a question for this actor.</summary>
    /// <param name="action">The code of the action.</param>
    /// <param name="matter">The code of the matter.</param>
    /// <param name="place">Where.</param>
    /// <param name="at">When, by the county's clock.</param>
    /// <param name="conditions">The codes of the conditions that hold.</param>
    /// <returns>The request.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="action"/> or <paramref name="matter"/> is null.</exception>
    public AuthorityRequest Ask(string action, string matter, GridCode place, NodaTime.LocalDateTime at, EquatableArray<string> conditions = default)
    {
        ArgumentNullException.ThrowIfNull(action);
        ArgumentNullException.ThrowIfNull(matter);
        return new()
    {
        Post = Post,
        Department = Department,
        Level = Level,
        Kind = Kind,
        Action = action,
        Matter = matter,
        Place = place,
        At = at,
        OwnArea = OwnArea,
        Conditions = conditions,
    };
    }
}
