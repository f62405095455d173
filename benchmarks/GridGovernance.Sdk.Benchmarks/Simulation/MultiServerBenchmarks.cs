using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Benchmarks.References;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Benchmarks.Simulation;

/// <summary>M/M/8 at a load of 0.9: <see cref="Size"/> customers, two events each.</summary>
[MemoryDiagnoser]
public class MultiServerBenchmarks : IGateBenchmark
{
    private const int Servers = 8;
    private const double MeanService = 1;
    private const double MeanBetween = MeanService / (Servers * 0.9);
    private readonly RandomStreams _streams = new(8);
    private readonly MultiServerLoop _loop = new();
    private MultiServerModel _model = CreateModel(new RandomStreams(8));

    /// <summary>Gets the mean wait that theory knows: Erlang's C over what the servers can do beyond their load.</summary>
    internal static double MeanWait
    {
        get
        {
            var (load, blocked) = (MeanService / MeanBetween, 1.0);
            for (var server = 1; server <= Servers; server++)
            {
                blocked = load * blocked / (server + (load * blocked));
            }

            return blocked / (1 - (load / Servers * (1 - blocked))) * MeanService / (Servers - load);
        }
    }

    /// <summary>Gets or sets the number of customers.</summary>
    [Params(100_000, 1_000_000)]
    public int Size { get; set; } = 100_000;

    /// <summary>Creates the model.</summary>
    [GlobalSetup]
    public void Setup() => _model = CreateModel(_streams);

    /// <summary>The library's kernel.</summary>
    [Benchmark]
    public long Kernel()
    {
        _model.Reset(_streams);
        return Checksum(_model.Run(Size));
    }

    /// <summary>The hand-written loop.</summary>
    [Benchmark(Baseline = true)]
    public long HandWritten() => Checksum(_loop.Run(Servers, MeanBetween, MeanService, Size, _streams));

    /// <summary>The library's kernel once it is set up: what is allocated for the events alone.</summary>
    [Benchmark]
    public long KernelOnceSetUp() => Checksum(_model.Run(Size));

    internal static MultiServerModel CreateModel(RandomStreams streams) => new(Servers, MeanBetween, MeanService, streams);

    // In billionths: both count the same, but sum in another order.
    private static long Checksum((double Wait, double Busy, double Waiting) means) => (long)Math.Round((means.Wait + means.Busy + means.Waiting) * 1e9);
}
