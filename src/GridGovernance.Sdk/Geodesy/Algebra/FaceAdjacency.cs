namespace GridGovernance.Sdk.Geodesy;

/// <summary>Two areas that touch, such as two faces of a tiling that share a border.</summary>
/// <remarks>Equality is by value. The default value names area 0 twice and is no adjacency. This type is immutable and safe to share between threads.</remarks>
/// <param name="First">The position of one area, the smaller.</param>
/// <param name="Second">The position of the other area.</param>
/// <param name="SharedMetres">The length of the border that they share; 0 where they touch in points only.</param>
public readonly record struct FaceAdjacency(int First, int Second, double SharedMetres)
{
    /// <summary>Gets a value indicating whether they share a border of positive length, like fields that a rook passes between; otherwise they touch in points only.</summary>
    public bool IsRook => SharedMetres > 0;
}
