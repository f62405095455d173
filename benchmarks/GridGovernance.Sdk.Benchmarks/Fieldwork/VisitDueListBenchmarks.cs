using System.Globalization;
using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Benchmarks.Fieldwork;

/// <summary>The due list of <see cref="Size"/> subjects, nine or so a worker (330,000 workers have three million): who owes a visit on a day.</summary>
[MemoryDiagnoser]
public class VisitDueListBenchmarks : IGateBenchmark
{
    private const int SubjectsPerWorker = 9;
    private static readonly LocalDate On = new(2026, 1, 15);
    private static readonly int Today = Period.DaysBetween(new LocalDate(1970, 1, 1), On);

    private VisitDueList _list = null!;
    private int[] _dates = [];

    /// <summary>Gets or sets the subjects.</summary>
    [Params(3_000_000)]
    public int Size { get; set; } = 3_000_000;

    /// <summary>Makes the subjects: a third owes a visit on the day.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new RandomStreams(1).Stream("subjects");
        var builder = new VisitDueListBuilder();
        _dates = new int[Size];
        for (var i = 0; i < Size; i++)
        {
            var opens = On.PlusDays(random.NextInt32(90) - 30);
            _dates[i] = Period.DaysBetween(new LocalDate(1970, 1, 1), opens);
            builder.Add(i.ToString(CultureInfo.InvariantCulture), (i / SubjectsPerWorker).ToString(CultureInfo.InvariantCulture), opens, opens.PlusDays(29), opens.PlusDays(34));
        }

        _list = builder.Build();
    }

    /// <summary>The library.</summary>
    [Benchmark]
    public long OwingOn()
    {
        var owing = _list.OwingOn(On);
        return owing.Length + owing[^1];
    }

    /// <summary>One pass over a flat array of the same dates.</summary>
    [Benchmark(Baseline = true)]
    public long PassOverDates()
    {
        var owing = new List<int>();
        for (var i = 0; i < _dates.Length; i++)
        {
            if (_dates[i] <= Today)
            {
                owing.Add(i);
            }
        }

        return owing.Count + owing[^1];
    }
}
