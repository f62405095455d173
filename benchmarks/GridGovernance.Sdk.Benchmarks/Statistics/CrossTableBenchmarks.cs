using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Benchmarks.Statistics;

/// <summary><see cref="Size"/> records counted into 7,709 cells × 8 statuses.</summary>
[MemoryDiagnoser]
public class CrossTableBenchmarks : IGateBenchmark
{
    private const int Cells = 7_709;
    private const int Statuses = 8;

    private readonly CrossDimension _cells = new("cell", EquatableArray.From(Enumerable.Range(0, Cells).Select(static cell => $"{cell:0000}")));
    private readonly CrossDimension _statuses = new("status", EquatableArray.From(Enumerable.Range(0, Statuses).Select(static status => $"{status}")));
    private (int Cell, int Status)[] _records = [];

    /// <summary>Gets or sets the records.</summary>
    [Params(1_000_000)]
    public int Size { get; set; } = 1_000_000;

    /// <summary>Draws the records.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new RandomStreams(1).Stream("records");
        _records = new (int, int)[Size];
        for (var i = 0; i < Size; i++)
        {
            _records[i] = (random.NextInt32(Cells), random.NextInt32(Statuses));
        }
    }

    /// <summary>The library.</summary>
    [Benchmark]
    public long Count()
    {
        var builder = new CrossTableBuilder(_cells, _statuses);
        foreach (var (cell, status) in _records)
        {
            builder.Add(cell, status);
        }

        var table = builder.ToTable();
        return table.Total + table.CountAt(77, 3) + table.CountAt(Cells - 1, Statuses - 1);
    }

    /// <summary>Counters in an array.</summary>
    [Benchmark(Baseline = true)]
    public long DenseCounters()
    {
        var counts = new long[Cells * Statuses];
        foreach (var (cell, status) in _records)
        {
            counts[(cell * Statuses) + status]++;
        }

        return counts.Sum() + counts[(77 * Statuses) + 3] + counts[^1];
    }
}
