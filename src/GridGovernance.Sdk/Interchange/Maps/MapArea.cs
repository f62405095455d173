using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Interchange.Maps;

/// <summary>One coloured area of a map.</summary>
/// <remarks>Equality is over the members, of the boundary by reference. This type is immutable and safe to share between threads.</remarks>
/// <param name="Boundary">The area.</param>
/// <param name="Value">The number that decides the colour; null where it is unknown, which is not zero.</param>
public sealed record MapArea(GridBoundary Boundary, decimal? Value)
{
    /// <summary>Gets the text that a pointer shows over the area; null for none.</summary>
    public string? Tip { get; init; }
}
