namespace GridGovernance.Sdk.Staffing;

/// <summary>What the team of every unit of a level consists of (网格服务团队): <c>teams/*.json</c>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record TeamDefinition
{
    /// <summary>Gets the code, kebab-case.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the title.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets the source; null where nobody says.</summary>
    public string? Source { get; init; }

    /// <summary>Gets the level whose units have such a team.</summary>
    public required string Level { get; init; }

    /// <summary>Gets the places in it.</summary>
    public required EquatableArray<TeamRole> Roles { get; init; }
}
