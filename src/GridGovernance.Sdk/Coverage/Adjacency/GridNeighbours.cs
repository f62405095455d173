namespace GridGovernance.Sdk.Coverage;

/// <summary>Two units whose borders touch.</summary>
/// <remarks>Equality is by value. The default value names nothing. This type is immutable and safe to share between threads.</remarks>
/// <param name="First">The code that comes first.</param>
/// <param name="Second">The code that comes second.</param>
/// <param name="SharedMetres">The length of the border that they share; 0 where they touch in points only.</param>
public readonly record struct GridNeighbours(string First, string Second, double SharedMetres);
