using GridGovernance.Sdk.Grids;
using NodaTime;

namespace GridGovernance.Sdk.Permissions;

/// <summary>The question whether somebody may do something.</summary>
/// <remarks>Equality is by value. The default value asks nothing and must not be used. This type is immutable and safe to share between threads.</remarks>
public readonly record struct AuthorityRequest
{
    /// <summary>Gets the code of the post of the one who acts.</summary>
    public required string Post { get; init; }

    /// <summary>Gets the code of the department of the one who acts; null outside departments.</summary>
    public string? Department { get; init; }

    /// <summary>Gets the code of the level at which they act; <see cref="Staffing.Establishment.LevelOf"/> tells a seat's.</summary>
    public required string Level { get; init; }

    /// <summary>Gets the kind of the unit where the one who acts sits, for rules that are for some kinds only; null for a department, and where nobody says.</summary>
    public GridKind? Kind { get; init; }

    /// <summary>Gets the code of the action, such as <c>handle</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Gets the code of the matter.</summary>
    public required string Matter { get; init; }

    /// <summary>Gets where the matter is.</summary>
    public required GridCode Place { get; init; }

    /// <summary>Gets the moment, by the county's clock.</summary>
    public required LocalDateTime At { get; init; }

    /// <summary>Gets the unit whose area is the one's own; null where there is none, as for a department, or where it is not to be looked at.</summary>
    public GridCode? OwnArea { get; init; }

    /// <summary>Gets the codes of the conditions that hold.</summary>
    public EquatableArray<string> Conditions { get; init; }
}
