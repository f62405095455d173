using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Counties;
using GridGovernance.Sdk.Simulation.Runs;
using NodaTime;

namespace GridGovernance.Sdk.Benchmarks.Simulation;

/// <summary>A county of 720,000 people in 7,920 cells over <see cref="Size"/> days through the full case engine.</summary>
[MemoryDiagnoser]
public class CountyBenchmarks : IGateBenchmark
{
    private GovernanceModel _model = null!;
    private GridMap _map = null!;

    /// <summary>Gets or sets the days.</summary>
    [Params(1, 365)]
    public int Size { get; set; } = 1;

    /// <summary>Loads the sample's model and makes the map.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _model = GovernanceModel.LoadOrThrow(SampleModel.Folder);
        _map = PlainCounty.Create(_model.Scheme, _model.County.Code.ToString(), new CountyShape { Townships = 33, Villages = 10, Grids = 2, Cells = 12 });
    }

    /// <summary>Runs the county.</summary>
    /// <returns>The cases.</returns>
    [Benchmark]
    public long Run() => CountyRun.Execute(
        _model.ToCaseModel(_map), _model.AuthorityList, static _ => 91, new CountyRunParameters { From = new LocalDate(2026, 1, 1), To = new LocalDate(2026, 1, 1).PlusDays(Size - 1) }, 1).Cases.Count;
}
