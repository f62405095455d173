using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Grids;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Coverage;

namespace GridGovernance.Sdk.Benchmarks.Coverage;

/// <summary>Auditing <see cref="Size"/> cells, against 2/15 of them: 60,000 against 8,000.</summary>
public class CoverageGrowthBenchmarks : IGateBenchmark
{
    private TiledMap _many = null!;
    private TiledMap _few = null!;

    /// <summary>Gets or sets the number of cells.</summary>
    [Params(1_500, 60_000)]
    public int Size { get; set; } = 1_500;

    /// <summary>Tiles both counties.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _many = new TiledMap(Size);
        _few = new TiledMap(Size * 2 / 15);
    }

    /// <summary>The audit of all cells.</summary>
    [Benchmark]
    public long AuditOfMany() => CoverageAudit.Run(_many.Map).Findings.Count;

    /// <summary>The audit of the smaller county.</summary>
    [Benchmark(Baseline = true)]
    public long AuditOfFew() => CoverageAudit.Run(_few.Map).Findings.Count;
}
