using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Division;

namespace GridGovernance.Sdk.Benchmarks.Division;

/// <summary>Re-dividing <see cref="Size"/> units after people moved, against dividing them afresh, and what changes hands against the bound of it.</summary>
public class RedividerBenchmarks : IGateBenchmark
{
    private DivisionProblem _today = null!;
    private Dictionary<string, string> _previous = null!;
    private RedivisionOutcome? _outcome;

    /// <summary>Gets or sets the number of units.</summary>
    [Params(2_000, 20_000)]
    public int Size { get; set; } = 2_000;

    /// <summary>Divides the units, and lets people move.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var definition = ClusteredCounty.Define(Size);
        var plan = Divider.Divide(ClusteredCounty.Compile(definition), 1).Plan!;
        _previous = Enumerable.Range(0, definition.Units.Count).ToDictionary(unit => definition.Units[unit].Id, unit => plan.GridOf(unit).Code, StringComparer.Ordinal);
        _today = ClusteredCounty.Compile(ClusteredCounty.Moved(definition, 7));
    }

    /// <summary>Re-divides, and counts the units that have a grid: the number of grids is either's own choice.</summary>
    [Benchmark]
    public long Redivide() => UnitsIn(Redivider.Redivide(_today, _previous, 1).Division.Plan!);

    /// <summary>Divides afresh.</summary>
    [Benchmark(Baseline = true)]
    public long DivideAfresh() => UnitsIn(Divider.Divide(_today, 1).Plan!);

    /// <summary>How many people change hands.</summary>
    [Benchmark]
    public long Moved() => Outcome().Moved;

    /// <summary>How many must at the least.</summary>
    [Benchmark]
    public long MovedBound() => Outcome().MovedBound;

    private static long UnitsIn(DivisionPlan plan) => plan.Grids.Sum(static grid => (long)grid.UnitCount);

    private RedivisionOutcome Outcome() => _outcome ??= Redivider.Redivide(_today, _previous, 1);
}
