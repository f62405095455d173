using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Benchmarks.Lifecycles;

namespace GridGovernance.Sdk.Benchmarks.Gate;

/// <summary>The gate of the lifecycles.</summary>
public sealed class LifecyclesGate : IGate
{
    /// <inheritdoc/>
    public IEnumerable<GateCase> Cases =>
    [
        GateCase.Ratio<LifecycleFireBenchmarks>("lifecycles.fire", 1.5, b => b.Fire(), b => b.Table()),
        GateCase.Bytes<LifecycleFireBenchmarks>("lifecycles.fire.bytes", 0, b => b.Fire()),
    ];
}
