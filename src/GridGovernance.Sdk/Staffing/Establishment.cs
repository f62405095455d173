using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using GridGovernance.Sdk.Grids;

namespace GridGovernance.Sdk.Staffing;

/// <summary>All posts and departments of a county (编制), checked: who stands above whom, and where.</summary>
/// <remarks>
/// <para>Every post's level is one of the hierarchy or of departments, every supervisor exists, and every line of command ends.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class Establishment
{
    private readonly FrozenDictionary<string, Post> _posts;
    private readonly FrozenDictionary<string, Department> _departments;

    private Establishment(EquatableArray<Post> posts, EquatableArray<Department> departments, GridScheme scheme)
    {
        Scheme = scheme;
        Levels = EquatableArray.From(scheme.Levels.Select(static level => level.Code));
        Posts = posts;
        Departments = departments;
        _posts = posts.ToFrozenDictionary(static post => post.Code, StringComparer.Ordinal);
        _departments = departments.ToFrozenDictionary(static department => department.Code, StringComparer.Ordinal);
    }

    /// <summary>Gets the posts, in the order of the definition.</summary>
    public EquatableArray<Post> Posts { get; }

    /// <summary>Gets the departments, in the order of the definition.</summary>
    public EquatableArray<Department> Departments { get; }

    /// <summary>Gets the hierarchy.</summary>
    public GridScheme Scheme { get; }

    /// <summary>Gets the codes of the hierarchy's levels, the widest first.</summary>
    public EquatableArray<string> Levels { get; }

    /// <summary>Checks posts and departments and puts them together.</summary>
    /// <param name="posts">The posts; paths in the report begin with <c>/posts/</c> and the position from 0.</param>
    /// <param name="departments">The departments; paths in the report begin with <c>/departments/</c> and the position from 0.</param>
    /// <param name="scheme">The hierarchy.</param>
    /// <param name="report">Every problem found.</param>
    /// <returns>The establishment; null exactly when the report has errors.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static Establishment? Compile(
        IEnumerable<Post> posts, IEnumerable<Department> departments, GridScheme scheme, out FindingReport report)
    {
        ArgumentNullException.ThrowIfNull(posts);
        ArgumentNullException.ThrowIfNull(departments);
        ArgumentNullException.ThrowIfNull(scheme);
        var check = new EstablishmentCheck(EquatableArray.From(posts), EquatableArray.From(departments), scheme);
        report = check.Run();
        return report.HasErrors ? null : new Establishment(check.Posts, check.Departments, scheme);
    }

    /// <summary>Looks a post up.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="post">The post, or null.</param>
    /// <returns>True when there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public bool TryFindPost(string code, [NotNullWhen(true)] out Post? post)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _posts.TryGetValue(code, out post);
    }

    /// <summary>Looks a department up.</summary>
    /// <param name="code">Its code.</param>
    /// <param name="department">The department, or null.</param>
    /// <returns>True when there is one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    public bool TryFindDepartment(string code, [NotNullWhen(true)] out Department? department)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _departments.TryGetValue(code, out department);
    }

    /// <summary>Returns the level of the hierarchy at which a seat acts: its post's, or its department's for a post of departments.</summary>
    /// <param name="seat">The seat.</param>
    /// <returns>A level code; null when the post or the department is unknown.</returns>
    public string? LevelOf(Seat seat) => !TryFindPostOf(seat, out var post) ? null
        : !post.IsOfDepartment ? post.Level
        : seat.Unit is not null && TryFindDepartment(seat.Unit, out var department) ? department.Level : null;

    /// <summary>Returns the seat above a seat on the same line: the supervising post at the unit that holds this one.</summary>
    /// <remarks>
    /// A post of departments under another one stays in its department; under a spatial post it answers to that post at the widest unit,
    /// as county departments answer to the county's commander.
    /// </remarks>
    /// <param name="seat">The seat.</param>
    /// <param name="map">The map that has the units.</param>
    /// <returns>The seat above; null at the top, for an unknown post or unit, and where no unit of that level holds this one.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    public Seat? SupervisorOf(Seat seat, GridMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        if (!TryFindPostOf(seat, out var post) || post.Supervisor is null || seat.Unit is null)
        {
            return null;
        }

        var above = _posts[post.Supervisor];
        if (post.IsOfDepartment)
        {
            return !_departments.ContainsKey(seat.Unit) ? null
                : above.IsOfDepartment ? seat with { Post = above.Code }
                : At(above, map.UnitsAt(above.Level) is [var widest, ..] ? widest : null);
        }

        return GridCode.TryParse(seat.Unit, out var code) && map.TryFind(code, out var unit) ? At(above, map.AncestorAt(unit.Code, above.Level)) : null;
    }

    /// <summary>Returns the seats above a seat, the nearest first.</summary>
    /// <param name="seat">The seat.</param>
    /// <param name="map">The map that has the units.</param>
    /// <returns>The line of command up to its top; empty when there is nobody above.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="map"/> is null.</exception>
    public EquatableArray<Seat> LineAbove(Seat seat, GridMap map)
    {
        var line = new List<Seat>();
        for (var above = SupervisorOf(seat, map); above is { } one; above = SupervisorOf(one, map))
        {
            line.Add(one);
        }

        return EquatableArray.From(line);
    }

    private static Seat? At(Post post, GridUnit? unit) => unit is null ? null : new Seat(post.Code, unit.Code.ToString());

    private bool TryFindPostOf(Seat seat, [NotNullWhen(true)] out Post? post)
    {
        post = null;
        return seat.Post is not null && _posts.TryGetValue(seat.Post, out post);
    }
}
