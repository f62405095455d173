using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Simulation.Kernel;
using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Benchmarks.Simulation;

/// <summary>The hold model: <see cref="Size"/> events wait, the next one is taken and schedules another.</summary>
[MemoryDiagnoser]
public class EventQueueBenchmarks : IGateBenchmark
{
    private const int Holds = 1_000;
    private readonly Duration[] _delays = new Duration[Holds];
    private EventQueue<int> _queue = new(NodaConstants.UnixEpoch);
    private PriorityQueue<int, (Instant At, long Sequence)> _framework = new();
    private long _sequence;

    /// <summary>Gets or sets how many events wait.</summary>
    [Params(1_000, 100_000)]
    public int Size { get; set; } = 1_000;

    /// <summary>Fills both queues alike.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _queue = new EventQueue<int>(NodaConstants.UnixEpoch);
        _framework = new PriorityQueue<int, (Instant At, long Sequence)>();
        var random = new RandomStreams(1).Stream("delays");
        for (var i = 0; i < Holds; i++)
        {
            _delays[i] = Duration.FromSeconds(random.NextInt32(100_000));
        }

        for (var i = 0; i < Size; i++)
        {
            var at = NodaConstants.UnixEpoch + Duration.FromSeconds(random.NextInt32(100_000));
            _queue.Schedule(at, i);
            _framework.Enqueue(i, (at, _sequence++));
        }
    }

    /// <summary>The library's queue.</summary>
    [Benchmark(OperationsPerInvoke = Holds)]
    public long Queue()
    {
        var sum = 0L;
        foreach (var delay in _delays)
        {
            _queue.TryTake(out var item);
            _queue.Schedule(_queue.Now + delay, item);
            sum += item;
        }

        return sum;
    }

    /// <summary>The framework's queue, with the same order of (instant, sequence).</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Holds)]
    public long FrameworkQueue()
    {
        var sum = 0L;
        foreach (var delay in _delays)
        {
            _framework.TryDequeue(out var item, out var priority);
            _framework.Enqueue(item, (priority.At + delay, _sequence++));
            sum += item;
        }

        return sum;
    }
}
