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
        GateCase.Quotient<CoverageAuditBenchmarks>("coverage.audit.memory", 4, b => b.AllocatedBytes(), b => b.CoordinateBytes()).AtSizes([800], [8_000, 60_000]),
        GateCase.Ratio<CoverageGrowthBenchmarks>("coverage.audit.growth", 12, b => b.AuditOfMany(), b => b.AuditOfFew()).AtSizes([1_500], [60_000]),
        GateCase.Ratio<CoverageLevelsBenchmarks>("coverage.levels", 4, b => b.AuditOfAll(), b => b.AuditOfCells()).AtSizes([800], [7_709]),
    ];
}
