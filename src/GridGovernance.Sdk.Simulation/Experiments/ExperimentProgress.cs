namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>How far an experiment has come.</summary>
/// <remarks>Equality is by value. The default is nothing of nothing. This type is immutable and safe to share between threads.</remarks>
/// <param name="Done">The runs that are over; a run is one replication of one scenario.</param>
/// <param name="Total">The runs that there will be at most.</param>
public readonly record struct ExperimentProgress(int Done, int Total);
