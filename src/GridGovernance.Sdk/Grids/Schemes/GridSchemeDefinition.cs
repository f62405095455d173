namespace GridGovernance.Sdk.Grids;

/// <summary>A hierarchy of grids (网格层级) and its codes, as <c>hierarchy.json</c> holds it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads. <see cref="GridScheme.Compile"/> checks it.</remarks>
public sealed record GridSchemeDefinition
{
    /// <summary>Gets the code of the scheme, such as <c>tongjiang</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name in both languages; null where it has none.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets the levels from the highest to the lowest.</summary>
    public required EquatableArray<GridLevelDefinition> Levels { get; init; }

    /// <summary>Gets where the hierarchy comes from; null where it is not said.</summary>
    public string? Source { get; init; }

    /// <summary>Gets which kinds may lie over each other; empty where none may.</summary>
    public EquatableArray<GridKindOverlapDefinition> Overlaps { get; init; }

    /// <summary>Gets the sizing policies; empty where sizes are free.</summary>
    public EquatableArray<GridSizingDefinition> Sizing { get; init; }
}
