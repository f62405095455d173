namespace GridGovernance.Sdk.Geodesy;

/// <summary>Two faces of a tiling that share a border.</summary>
/// <remarks>Equality is by value. The default value names face 0 twice and is no adjacency. This type is immutable and safe to share between threads.</remarks>
/// <param name="First">The position of one face, the smaller.</param>
/// <param name="Second">The position of the other face.</param>
/// <param name="SharedMetres">The length of the border that they share, above 0.</param>
public readonly record struct FaceAdjacency(int First, int Second, double SharedMetres);
