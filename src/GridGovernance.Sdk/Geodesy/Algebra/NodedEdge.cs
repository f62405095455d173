namespace GridGovernance.Sdk.Geodesy;

/// <summary>An edge of a noded line work with how often the outline runs along it: forwards minus backwards.</summary>
internal readonly record struct NodedEdge(DirectedEdge Edge, int OutlineTurns);
