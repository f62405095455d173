namespace GridGovernance.Sdk.Division;

/// <summary>A vertex whose loss parts its component.</summary>
/// <param name="Vertex">The vertex.</param>
/// <param name="Sizes">The size of each branch that is left without it.</param>
/// <param name="Others">The households of each branch where households or people count.</param>
/// <param name="Firsts">A vertex of each branch.</param>
internal sealed record CutVertex(int Vertex, long[] Sizes, long[] Others, int[] Firsts);
