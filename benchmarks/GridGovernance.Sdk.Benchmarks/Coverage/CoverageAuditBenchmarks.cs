using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Grids;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Benchmarks.References;
using GridGovernance.Sdk.Coverage;

namespace GridGovernance.Sdk.Benchmarks.Coverage;

/// <summary>Auditing <see cref="Size"/> cells in full, against uniting them alone.</summary>
[MemoryDiagnoser]
public class CoverageAuditBenchmarks : IGateBenchmark
{
    private TiledMap _tiled = null!;
    private GeometryLibrary _library = null!;

    /// <summary>Gets or sets the number of cells.</summary>
    [Params(800, 8_000, 60_000)]
    public int Size { get; set; } = 800;

    /// <summary>Tiles the county.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _tiled = new TiledMap(Size);
        _library = new GeometryLibrary(_tiled.Faces);
    }

    /// <summary>The library's audit: gaps, overlaps, parts outside, in square metres.</summary>
    [Benchmark]
    public long Audit() => CoverageAudit.Run(_tiled.Map).Findings.Count;

    /// <summary>The bytes that an audit allocates, those that it drops again included.</summary>
    [Benchmark]
    public long AllocatedBytes() => Allocation.All(() => CoverageAudit.Run(_tiled.Map));

    /// <summary>The bytes of the cells' coordinates: two numbers of eight bytes for each corner.</summary>
    [Benchmark]
    public long CoordinateBytes() => TiledMap.CoordinateBytes(_tiled.Map);

    /// <summary>NetTopologySuite's union of the cells, which shows gaps as holes and nothing of overlaps.</summary>
    [Benchmark(Baseline = true)]
    public long Union() => _library.UnionDefects();
}
