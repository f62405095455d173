using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Benchmarks.Simulation;

namespace GridGovernance.Sdk.Benchmarks.Gate;

/// <summary>The gate of the simulation's kernel.</summary>
public sealed class SimulationGate : IGate
{
    /// <inheritdoc/>
    public IEnumerable<GateCase> Cases =>
    [
        GateCase.Ratio<EventQueueBenchmarks>("simulation.queue", 1.25, b => b.Queue(), b => b.FrameworkQueue()).AtSizes([1_000], [1_000, 100_000]),
        GateCase.Bytes<EventQueueBenchmarks>("simulation.queue.bytes", 0, b => b.Queue()).AtSizes([1_000], [1_000, 100_000]),
    ];
}
