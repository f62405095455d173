namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>Runs one replication of one scenario: draws from the replication's streams alone, and records its metrics there.</summary>
/// <remarks>It may be called on several threads at once, for different replications, when the caller asked for that; it keeps no state between calls.</remarks>
/// <typeparam name="TParameters">What tells one scenario from another.</typeparam>
/// <param name="parameters">The parameters of the scenario.</param>
/// <param name="replication">The random streams, and the place for the metrics.</param>
public delegate void ReplicationModel<in TParameters>(TParameters parameters, Replication replication);
