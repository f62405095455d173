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
        GateCase.Ratio<LifecyclePermittedBenchmarks>("lifecycles.permitted", 2, b => b.Permitted(), b => b.Mask()),
        GateCase.Bytes<LifecyclePermittedBenchmarks>("lifecycles.permitted.bytes", 0, b => b.Permitted()),
        GateCase.Ratio<LifecyclePermittedBenchmarks>("lifecycles.can-fire", 2, b => b.CanFire(), b => b.MaskOfOne()),
        GateCase.Bytes<LifecyclePermittedBenchmarks>("lifecycles.can-fire.bytes", 0, b => b.CanFire()),
        GateCase.Ratio<LifecyclePermittedBenchmarks>("lifecycles.refusal", 1.5, b => b.Refused(), b => b.Granted()),
        GateCase.Bytes<LifecyclePermittedBenchmarks>("lifecycles.refusal.bytes", 0, b => b.Refused()),
        GateCase.Ratio<LifecycleColumnBenchmarks>("lifecycles.column", 2, b => b.Column(), b => b.Loop()).AtSizes([100_000], [1_000_000]),
        GateCase.Quotient<LifecycleColumnBenchmarks>("lifecycles.open-cases", 1, b => b.KeptBytes(), b => b.AllowedBytes()).AtSizes([100_000], [1_000_000]),
    ];
}
