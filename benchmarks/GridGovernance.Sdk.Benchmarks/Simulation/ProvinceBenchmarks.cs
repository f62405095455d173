using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Benchmarks.References;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Provinces;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Benchmarks.Simulation;

/// <summary>The province of 61,000 grids, 330,000 workers and 73,600 reports a day over <see cref="Size"/> days, against the same model as a bare loop.</summary>
[MemoryDiagnoser]
public class ProvinceBenchmarks : IGateBenchmark
{
    private GovernanceModel _model = null!;
    private ProvinceParameters _parameters = new();
    private ProvinceRules _rules = null!;

    /// <summary>Gets or sets the days.</summary>
    [Params(1, 10, 30)]
    public int Size { get; set; } = 1;

    /// <summary>Loads the sample's model, and for the bare loop reads it into plain tables.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _model = GovernanceModel.LoadOrThrow(SampleModel.Folder);
        _parameters = new ProvinceParameters { Days = Size };
        _rules = new ProvinceRules(_model, _parameters);
    }

    /// <summary>In columns, by the production lifecycles and calendar.</summary>
    [Benchmark]
    public long Columns()
    {
        var result = ProvinceRun.Execute(_model, _parameters, new RandomStreams(1));
        return result.Signature + result.OnTime;
    }

    /// <summary>The same, for what it comes to.</summary>
    /// <returns>The reports that were handled.</returns>
    [Benchmark]
    public long Reports() => ProvinceRun.Execute(_model, _parameters, new RandomStreams(1)).Reported;

    /// <summary>The bare loop.</summary>
    [Benchmark(Baseline = true)]
    public long Loop() => new ProvinceLoop(_rules, _parameters, new RandomStreams(1)).Run();
}
