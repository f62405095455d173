using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Benchmarks.References;
using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Benchmarks.Division;

/// <summary>Dividing <see cref="Size"/> units into grids of about 1,000 people inside their parents, against the growing of districts that a good engineer would write.</summary>
[MemoryDiagnoser]
public class DividerBenchmarks : IGateBenchmark
{
    private DivisionProblem _problem = null!;
    private PlanScore? _score;

    /// <summary>Gets or sets the number of units.</summary>
    [Params(2_000, 20_000, 200_000)]
    public int Size { get; set; } = 2_000;

    /// <summary>Places the units.</summary>
    [GlobalSetup]
    public void Setup() => _problem = ClusteredCounty.Create(Size);

    /// <summary>Divides.</summary>
    [Benchmark]
    public long Divide() => Divider.Divide(_problem, 1).Plan!.Grids.Count;

    /// <summary>Grows grids from spread seeds, eight times, and keeps the most even of each parent: connected, and no more.</summary>
    [Benchmark(Baseline = true)]
    public long GrowDistricts() => DistrictGrowth.Run(_problem, 8);

    /// <summary>The grids outside ±5 % of their parent's mean.</summary>
    [Benchmark]
    public long OutsideTolerance() => Score().Grids - Score().Within;

    /// <summary>All grids.</summary>
    [Benchmark]
    public long Grids() => Score().Grids;

    /// <summary>1.1 times the mean Polsby-Popper, in thousandths, that METIS reached on such units (0.46).</summary>
    [Benchmark]
    public long WantedCompactness() => 506;

    /// <summary>The mean Polsby-Popper in thousandths.</summary>
    [Benchmark]
    public long Compactness() => (long)(Score().PolsbyPopper * 1000);

    // The same plan each time: it is measured once.
    private PlanScore Score() => _score ??= PlanScore.Of(_problem, Divider.Divide(_problem, 1).Plan!.Assignment.ToArray());
}
