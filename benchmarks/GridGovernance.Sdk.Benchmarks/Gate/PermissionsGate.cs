using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Benchmarks.Permissions;

namespace GridGovernance.Sdk.Benchmarks.Gate;

/// <summary>The gate of the lists.</summary>
public sealed class PermissionsGate : IGate
{
    /// <inheritdoc/>
    public IEnumerable<GateCase> Cases =>
    [
        GateCase.Ratio<AuthorityBenchmarks>("permissions.decide", 1.5, b => b.Decide(), b => b.ThreeLookups()).AtSizes([10_000], [1_000, 100_000]),
        GateCase.Ratio<AuthorityBenchmarks>("permissions.decide.ids", 3, b => b.DecideByIds(), b => b.Bit()).AtSizes([10_000], [1_000, 100_000]),
        GateCase.Bytes<AuthorityBenchmarks>("permissions.decide.bytes", 0, b => b.Decide()).AtSizes([10_000], [1_000, 100_000]),
        GateCase.Bytes<AuthorityBenchmarks>("permissions.decide.ids.bytes", 0, b => b.DecideByIds()).AtSizes([10_000], [1_000, 100_000]),
        GateCase.Ratio<AuthorityGrowthBenchmarks>("permissions.decide.growth", 1.5, b => b.Many(), b => b.Thousand()).AtSizes([10_000], [100_000]),
        GateCase.Ratio<AuthorityAnalysisBenchmarks>("permissions.analyse", 20, b => b.Analyse(), b => b.OnePass()).AtSizes([2_000], [2_000, 20_000]),
    ];
}
