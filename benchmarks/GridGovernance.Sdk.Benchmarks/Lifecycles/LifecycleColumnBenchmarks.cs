using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Benchmarks.References;
using GridGovernance.Sdk.Interchange;
using GridGovernance.Sdk.Lifecycles;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Benchmarks.Lifecycles;

/// <summary>Three triggers over a column of open cases of the daily preset, against a scalar loop over the table that one writes by hand.</summary>
[MemoryDiagnoser]
public class LifecycleColumnBenchmarks : IGateBenchmark
{
    private static readonly string[] Triggers = ["accept", "dispatch", "sign-in"];
    private ulong[] _satisfied = [];
    private int[] _states = [];
    private Lifecycle _lifecycle = null!;
    private TableEngine _engine = null!;
    private LifecycleColumn _column = null!;

    /// <summary>Gets or sets how many cases there are.</summary>
    [Params(100_000, 1_000_000)]
    public int Size { get; set; } = 100_000;

    /// <summary>Compiles the lifecycle and draws the guards.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var preset = LifecyclePresets.Daily;
        _lifecycle = Lifecycle.Compile(preset, LifecycleVocabulary.NamedIn(preset), out var report) ?? throw new GovernanceException(report);
        _engine = new TableEngine(preset, _lifecycle.Guards);
        _column = new LifecycleColumn(_lifecycle, Size);
        _satisfied = new ulong[Size];
        _states = new int[Size];
        var random = new RandomStreams(1).Stream("column");
        for (var i = 0; i < Size; i++)
        {
            _satisfied[i] = random.NextUInt64();
        }
    }

    /// <summary>The library's column.</summary>
    [Benchmark]
    public long Column()
    {
        var sum = 0L;
        foreach (var trigger in Triggers)
        {
            sum = (sum * 31) + _column.Fire(trigger, _satisfied);
        }

        for (var i = 0; i < Size; i++)
        {
            sum = (sum * 31) + _column[i].Index;
            _column.Put(i, _lifecycle.Initial);
        }

        return sum;
    }

    /// <summary>The scalar loop.</summary>
    [Benchmark(Baseline = true)]
    public long Loop()
    {
        var (sum, initial) = (0L, _lifecycle.Initial.Index);
        Array.Fill(_states, initial);
        foreach (var trigger in Triggers)
        {
            var (taken, number) = (0, _engine.NumberOf(trigger));
            for (var i = 0; i < Size; i++)
            {
                var next = _engine.Fire(_states[i], number, _satisfied[i]);
                if (next >= 0)
                {
                    _states[i] = next;
                    taken++;
                }
            }

            sum = (sum * 31) + taken;
        }

        for (var i = 0; i < Size; i++)
        {
            sum = (sum * 31) + _states[i];
            _states[i] = initial;
        }

        return sum;
    }

    /// <summary>The bytes that a million open cases keep: states, guards and next deadlines.</summary>
    /// <returns>Bytes.</returns>
    [Benchmark]
    public long KeptBytes()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var cases = new LifecycleColumn(_lifecycle, 1_000_000);
        var (satisfied, due) = (new ulong[cases.Count], new long[cases.Count]);
        GC.KeepAlive((satisfied, due));
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>64 MB.</summary>
    /// <returns>Bytes.</returns>
    [Benchmark]
    public long AllowedBytes() => 64L * 1024 * 1024;
}
