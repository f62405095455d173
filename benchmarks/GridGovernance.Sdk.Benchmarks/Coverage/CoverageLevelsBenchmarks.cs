using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Grids;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Coverage;

namespace GridGovernance.Sdk.Benchmarks.Coverage;

/// <summary>A county of five levels, <see cref="Size"/> cells and their households and people in one call, against the cells alone.</summary>
public class CoverageLevelsBenchmarks : IGateBenchmark
{
    private LayeredMap _county = null!;

    /// <summary>Gets or sets the number of cells; a cell has 93 people, in 31 households.</summary>
    [Params(800, 7_709)]
    public int Size { get; set; } = 800;

    /// <summary>Tiles the county and settles it.</summary>
    [GlobalSetup]
    public void Setup() => _county = new LayeredMap(Size);

    /// <summary>Five levels, households and people.</summary>
    [Benchmark]
    public long AuditOfAll() => CoverageAudit.Run(_county.Map, _county.Households).Findings.Count;

    /// <summary>The cells against the county's outline.</summary>
    [Benchmark(Baseline = true)]
    public long AuditOfCells() => CoverageAudit.Run(_county.Cells).Findings.Count;
}
