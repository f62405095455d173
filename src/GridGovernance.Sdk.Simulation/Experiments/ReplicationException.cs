using System.Globalization;

namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>A model threw in one replication of one scenario; the inner exception says what.</summary>
public sealed class ReplicationException : Exception
{
    internal ReplicationException(string scenario, int replication, long seed, Exception inner)
        : base(string.Create(CultureInfo.InvariantCulture, $"Replication {replication} of scenario \"{scenario}\" (streams of seed {seed}) failed: {FaultText.Of(inner)}"), inner)
    {
        Scenario = scenario;
        Replication = replication;
        Seed = seed;
    }

    /// <summary>Gets the code of the scenario.</summary>
    public string Scenario { get; }

    /// <summary>Gets the number of the replication.</summary>
    public int Replication { get; }

    /// <summary>Gets the seed of the replication's streams: with it the model can be run alone.</summary>
    public long Seed { get; }
}
