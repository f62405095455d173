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
        GateCase.Ratio<MultiServerBenchmarks>("simulation.mm8", 1.5, b => b.Kernel(), b => b.HandWritten()).AtSizes([100_000], [100_000, 1_000_000]),
        GateCase.Bytes<MultiServerBenchmarks>("simulation.mm8.bytes", 0, b => b.KernelOnceSetUp()).AtSizes([100_000], [100_000, 1_000_000]),
        GateCase.Ratio<ProvinceBenchmarks>("simulation.province", 3, b => b.Columns(), b => b.Loop()).AtSizes([1], [10]),
        GateCase.Info<ProvinceBenchmarks>("simulation.province-days", b => b.Reports()).AtSizes([1], [30]),
        GateCase.Info<CountyBenchmarks>("simulation.county-days", b => b.Run()).AtSizes([1], [365]),
    ];
}
