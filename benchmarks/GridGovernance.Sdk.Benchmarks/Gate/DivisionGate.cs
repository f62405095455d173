using GridGovernance.Sdk.Benchmarks.Division;
using GridGovernance.Sdk.Benchmarks.Harness;

namespace GridGovernance.Sdk.Benchmarks.Gate;

/// <summary>The gate of division. What METIS gives on the same units is asked by <c>benchmarks/metis.sh</c>, where it is installed.</summary>
public sealed class DivisionGate : IGate
{
    /// <inheritdoc/>
    public IEnumerable<GateCase> Cases =>
    [
        GateCase.Ratio<DividerBenchmarks>("division.divide", 100, b => b.Divide(), b => b.GrowDistricts()).AtSizes([2_000], [2_000, 20_000, 200_000]),
        GateCase.Quotient<DividerBenchmarks>("division.divide.outside", 0.046, b => b.OutsideTolerance(), b => b.Grids()).AtSizes([2_000], [2_000, 20_000, 200_000]),
        GateCase.Quotient<DividerBenchmarks>("division.divide.compactness", 1, b => b.WantedCompactness(), b => b.Compactness()).AtSizes([2_000], [2_000, 20_000, 200_000]),
        GateCase.Quotient<RedividerBenchmarks>("division.redivide.moved", 1.3, b => b.Moved(), b => b.MovedBound()).AtSizes([2_000], [2_000, 20_000]),
        GateCase.Ratio<RedividerBenchmarks>("division.redivide", 3, b => b.Redivide(), b => b.DivideAfresh()).AtSizes([2_000], [2_000, 20_000]),
    ];
}
