namespace GridGovernance.Sdk.Grids;

/// <summary>How grid codes (网格编码) are built in one place: segment after segment, as a file holds it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads. <see cref="GridCodeScheme.Compile"/> checks it.</remarks>
public sealed record GridCodeSchemeDefinition
{
    /// <summary>Gets the code of the scheme, such as <c>unit-grid-15</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the name in both languages; null where it has none.</summary>
    public LocalizedText? Title { get; init; }

    /// <summary>Gets the segments from the first character to the last.</summary>
    public required EquatableArray<GridCodeSegmentDefinition> Segments { get; init; }

    /// <summary>Gets where the scheme comes from.</summary>
    public required string Source { get; init; }
}
