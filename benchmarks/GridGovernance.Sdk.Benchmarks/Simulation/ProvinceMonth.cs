using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Hosting;
using GridGovernance.Sdk.Simulation.Provinces;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Benchmarks.Simulation;

/// <summary>The province over <see cref="Size"/> days, holidays included.</summary>
[MemoryDiagnoser]
public class ProvinceMonth : IGateBenchmark
{
    private GovernanceModel _model = null!;

    /// <summary>Gets or sets the days.</summary>
    [Params(1, 30)]
    public int Size { get; set; } = 1;

    /// <summary>Loads the sample's model.</summary>
    [GlobalSetup]
    public void Setup() => _model = GovernanceModel.LoadOrThrow(SampleModel.Folder);

    /// <summary>Runs the province.</summary>
    /// <returns>The cases that were closed.</returns>
    [Benchmark]
    public long Run() => ProvinceRun.Execute(_model, new ProvinceParameters { Days = Size }, new RandomStreams(1)).Closed;
}
