namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>How an experiment is run. Only <see cref="Seed"/>, <see cref="Replications"/>, <see cref="HasCommonRandomNumbers"/> and <see cref="Precision"/> change its result.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record ExperimentOptions
{
    /// <summary>Gets the seed; any number, and each gives other luck.</summary>
    public required long Seed { get; init; }

    /// <summary>Gets which replications are run. The default is 1..10. With <see cref="Precision"/> it must begin at 1 and says with how many to begin.</summary>
    public ReplicationRange Replications { get; init; } = ReplicationRange.FirstOf(10);

    /// <summary>Gets how many replications may run at once. The default is 1: no thread is started.</summary>
    public int Parallelism { get; init; } = 1;

    /// <summary>Gets a value indicating whether all scenarios of a replication get the same random streams (common random numbers). The default is true.</summary>
    public bool HasCommonRandomNumbers { get; init; } = true;

    /// <summary>Gets how precisely a metric shall be known before the experiment ends; null to run exactly <see cref="Replications"/>.</summary>
    public PrecisionTarget? Precision { get; init; }
}
