namespace GridGovernance.Sdk.Grids;

/// <summary>A polygon as a file holds it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record GridPolygonDefinition
{
    /// <summary>Gets the closed lines, the outer one first: x and y in turn, the first point not repeated.</summary>
    public required EquatableArray<EquatableArray<decimal>> Rings { get; init; }
}
