using GridGovernance.Sdk.Benchmarks.Grids;
using GridGovernance.Sdk.Benchmarks.Harness;

namespace GridGovernance.Sdk.Benchmarks.Gate;

/// <summary>The gate of the grids.</summary>
public sealed class GridsGate : IGate
{
    /// <inheritdoc/>
    public IEnumerable<GateCase> Cases =>
    [
        GateCase.Ratio<GridLocatorBenchmarks>("grids.locate", 0.1, b => b.Locate(), b => b.Tree()).AtSizes([800], [8_000, 60_000]),
        GateCase.Ratio<GridLocatorBenchmarks>("grids.locate.bulk", 0.1, b => b.LocateInBulk(), b => b.Tree()).AtSizes([800], [8_000, 60_000]),
        GateCase.Bytes<GridLocatorBenchmarks>("grids.locate.bytes", 0, b => b.Locate()).AtSizes([800], [8_000, 60_000]),
        GateCase.Bytes<GridLocatorBenchmarks>("grids.locate.bulk.bytes", 0, b => b.LocateInBulk()).AtSizes([800], [8_000, 60_000]),
        GateCase.Quotient<GridLocatorBenchmarks>("grids.locator.memory", 4, b => b.KeptBytes(), b => b.CoordinateBytes()).AtSizes([800], [8_000, 60_000]),
    ];
}
