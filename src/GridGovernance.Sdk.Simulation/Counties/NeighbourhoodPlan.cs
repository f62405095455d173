namespace GridGovernance.Sdk.Simulation.Counties;

/// <summary>What is planned for a village or a community before it has a place: how many people, in how many cells of how many natural units.</summary>
/// <param name="Township">The position of the township that it is planned for.</param>
/// <param name="Kind">Whether it is a village, or where its community lies.</param>
/// <param name="People">How many people.</param>
/// <param name="Cells">How many cells, at least one.</param>
/// <param name="Units">How many natural units, at least as many as cells.</param>
internal sealed record NeighbourhoodPlan(int Township, NeighbourhoodKind Kind, int People, int Cells, int Units);
