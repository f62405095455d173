using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Benchmarks.References;
using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Benchmarks.Calendars;

/// <summary>A due instant with policy and zone, from starts all over 2024 and 2025; <see cref="Size"/> is the working hours.</summary>
[MemoryDiagnoser]
public class WorkCalendarBenchmarks : IGateBenchmark
{
    private const int Starts = 1_000;
    private const int FewHours = 3;
    private readonly WorkCalendar _calendar = WorkCalendar.China;
    private readonly CountingPolicy _policy = CountingPolicy.CivilCode;
    private readonly Instant[] _starts = new Instant[Starts];
    private readonly long[] _seconds = new long[Starts];
    private TimeLimit _limit;
    private TimeLimit _few;
    private PrefixTable _table = null!;
    private DayLoop _loop = null!;

    /// <summary>Gets or sets the working hours.</summary>
    [Params(3, 70, 420)]
    public int Size { get; set; } = 70;

    /// <summary>Draws the starts.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new RandomStreams(1).Stream("starts");
        var begin = Instant.FromUtc(2024, 1, 1, 0, 0);
        for (var i = 0; i < Starts; i++)
        {
            _starts[i] = begin + Duration.FromSeconds(random.NextInt32(700 * 86_400));
            _seconds[i] = _starts[i].ToUnixTimeSeconds();
        }

        _limit = new TimeLimit(Size, LimitUnit.WorkingHours);
        _few = new TimeLimit(FewHours, LimitUnit.WorkingHours);
        _table = new PrefixTable(_calendar, new LocalDate(2007, 1, 1), new LocalDate(2026, 12, 31));
        _loop = new DayLoop(_calendar, new LocalDate(2007, 1, 1), new LocalDate(2026, 12, 31));
    }

    /// <summary>The library.</summary>
    [Benchmark(OperationsPerInvoke = Starts)]
    public long Due() => Sum(_limit);

    /// <summary>The library, counting 420 hours whatever the size.</summary>
    [Benchmark(OperationsPerInvoke = Starts)]
    public long DueOf420Hours() => Known(new TimeLimit(420, LimitUnit.WorkingHours));

    /// <summary>The library, counting three hours.</summary>
    [Benchmark(OperationsPerInvoke = Starts)]
    public long DueOfFewHours() => Known(_few);

    /// <summary>Working days, with roll-over.</summary>
    [Benchmark(OperationsPerInvoke = Starts)]
    public long DueInWorkingDays() => Known(new TimeLimit(60, LimitUnit.WorkingDays));

    /// <summary>Calendar days, with roll-over.</summary>
    [Benchmark(OperationsPerInvoke = Starts)]
    public long DueInCalendarDays() => Known(new TimeLimit(60, LimitUnit.CalendarDays));

    /// <summary>A loop over days with NodaTime.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Starts)]
    public long LoopOverDays()
    {
        var sum = 0L;
        foreach (var start in _starts)
        {
            sum += _loop.Due(start, Size).ToUnixTimeSeconds();
        }

        return sum;
    }

    /// <summary>A prefix table on integers.</summary>
    [Benchmark(OperationsPerInvoke = Starts)]
    public long TableOfIntegers()
    {
        var sum = 0L;
        foreach (var start in _seconds)
        {
            sum += _table.At(_table.WorkedBefore(start) + (Size * 3_600L));
        }

        return sum;
    }

    private long Sum(TimeLimit limit)
    {
        var sum = 0L;
        foreach (var start in _starts)
        {
            sum += _calendar.Due(start, limit, _policy).At.ToUnixTimeSeconds();
        }

        return sum;
    }

    private long Known(TimeLimit limit)
    {
        var known = 0L;
        foreach (var start in _starts)
        {
            known += _calendar.Due(start, limit, _policy).IsKnown ? 1 : 0;
        }

        return known;
    }
}
