using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Division;

/// <summary>What one parent has of its own: a name, a number of grids, an outline.</summary>
/// <remarks>Equality is by value, but by reference for the outline. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">The code, as <see cref="DivisionUnit.Parent"/> names it.</param>
public sealed record DivisionParent(string Code)
{
    /// <summary>Gets the name, from which its grids take theirs; null for the code.</summary>
    public string? Name { get; init; }

    /// <summary>Gets how many grids it must have, from 1, dedicated grids and islands of their own not counted; null where its sizing decides.</summary>
    public int? Grids { get; init; }

    /// <summary>Gets the outline, which the polygons of its grids tile; null where unknown.</summary>
    public GridBoundary? Outline { get; init; }
}
