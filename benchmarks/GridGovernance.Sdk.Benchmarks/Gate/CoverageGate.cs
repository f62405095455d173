using GridGovernance.Sdk.Benchmarks.Coverage;
using GridGovernance.Sdk.Benchmarks.Harness;

namespace GridGovernance.Sdk.Benchmarks.Gate;

/// <summary>The gate of the coverage audit.</summary>
public sealed class CoverageGate : IGate
{
    /// <inheritdoc/>
    public IEnumerable<GateCase> Cases =>
    [
        GateCase.Ratio<CoverageAuditBenchmarks>("coverage.audit", 0.1, b => b.Audit(), b => b.Union()).AtSizes([800], [8_000, 60_000]),
    ];
}
