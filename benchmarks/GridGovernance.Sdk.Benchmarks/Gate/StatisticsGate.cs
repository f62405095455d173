using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Benchmarks.Statistics;

namespace GridGovernance.Sdk.Benchmarks.Gate;

/// <summary>The gate of statistics.</summary>
public sealed class StatisticsGate : IGate
{
    /// <inheritdoc/>
    public IEnumerable<GateCase> Cases =>
    [
        GateCase.Ratio<CrossTableBenchmarks>("statistics.cross-table", 2, b => b.Count(), b => b.DenseCounters()).AtSizes([1_000_000], [1_000_000]),
        GateCase.Ratio<RollUpBenchmarks>("statistics.roll-up", 1 / 50.0, b => b.Sum(), b => b.SumWithLinq()).AtSizes([60_000], [600_000]),
    ];
}
