using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Benchmarks.References;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Benchmarks.Calendars;

/// <summary>Re-evaluating <see cref="Size"/> open cases: limits of 3 to 160 working hours, every third with a pause that is over.</summary>
[MemoryDiagnoser]
public class DeadlineLedgerBenchmarks : IGateBenchmark
{
    private readonly WorkCalendar _calendar = WorkCalendar.China;
    private DeadlineLedger[] _ledgers = [];
    private (long Start, int Hours, long PausedFrom, long PausedTo)[] _cases = [];
    private PrefixTable _table = null!;

    /// <summary>Gets or sets the open cases.</summary>
    [Params(100_000)]
    public int Size { get; set; } = 100_000;

    /// <summary>Opens the cases.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new RandomStreams(1).Stream("cases");
        _table = new PrefixTable(_calendar, new LocalDate(2007, 1, 1), new LocalDate(2026, 12, 31));
        _ledgers = new DeadlineLedger[Size];
        _cases = new (long, int, long, long)[Size];
        for (var i = 0; i < Size; i++)
        {
            var start = Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromSeconds(random.NextInt32(90 * 86_400));
            var hours = 3 + random.NextInt32(158);
            _ledgers[i] = DeadlineLedger.Start(new TimeLimit(hours, LimitUnit.WorkingHours), CountingPolicy.CivilCode, start);
            var (from, to) = (start, start);
            if (i % 3 == 0)
            {
                // The pause is over before three working hours are.
                from = start + Duration.FromMinutes(random.NextInt32(60));
                to = from + Duration.FromMinutes(random.NextInt32(90));
                _ledgers[i] = _ledgers[i].PauseBetween(from, to, "expert opinion");
            }

            _cases[i] = (start.ToUnixTimeSeconds(), hours, from.ToUnixTimeSeconds(), to.ToUnixTimeSeconds());
        }
    }

    /// <summary>The library.</summary>
    [Benchmark]
    public long Due()
    {
        var sum = 0L;
        foreach (var ledger in _ledgers)
        {
            sum += ledger.Due(_calendar).At.ToUnixTimeSeconds();
        }

        return sum;
    }

    /// <summary>A prefix table on integers, for cases whose pause is known to be over before they are due.</summary>
    [Benchmark(Baseline = true)]
    public long TableOfIntegers()
    {
        var sum = 0L;
        foreach (var (start, hours, from, to) in _cases)
        {
            var paused = from < to ? _table.WorkedBefore(to) - _table.WorkedBefore(from) : 0;
            sum += _table.At(_table.WorkedBefore(start) + paused + (hours * 3_600L));
        }

        return sum;
    }
}
