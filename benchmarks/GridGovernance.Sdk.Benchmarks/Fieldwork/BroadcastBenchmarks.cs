using System.Globalization;
using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Fieldwork;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Benchmarks.Fieldwork;

/// <summary>A broadcast to <see cref="Size"/> households, some thirty a cell: each informant acknowledges the cell in two parts, and a tenth twice.</summary>
[MemoryDiagnoser]
public class BroadcastBenchmarks : IGateBenchmark
{
    private const int HouseholdsPerCell = 31;
    private static readonly Instant Start = Instant.FromUtc(2026, 7, 1, 0, 0);
    private static readonly Seat Origin = new("commander", "511921");

    private BroadcastPlan _plan = null!;
    private BroadcastEvent[] _events = [];
    private (Instant At, int[] Households)[] _acknowledged = [];

    /// <summary>Gets or sets the households.</summary>
    [Params(240_000)]
    public int Size { get; set; } = 240_000;

    /// <summary>Plans the broadcast and makes its events.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new RandomStreams(1).Stream("broadcast");
        var routes = new List<BroadcastRoute>();
        for (var first = 0; first < Size; first += HouseholdsPerCell)
        {
            var households = Enumerable.Range(first, Math.Min(HouseholdsPerCell, Size - first)).Select(static i => "h" + i.ToString(CultureInfo.InvariantCulture));
            routes.Add(new BroadcastRoute { Cell = GridCode.Parse("c" + first.ToString(CultureInfo.InvariantCulture)), Households = EquatableArray.From(households), Chain = [Origin] });
        }

        _plan = BroadcastPlan.Create("flood", BroadcastPresets.Tongjiang, Origin, EquatableArray.From(routes), out _)!;
        var told = routes.SelectMany((route, i) =>
        {
            var all = Enumerable.Range(_plan.FirstOf(i), route.Households.Count).ToArray();
            return new[] { all[..(all.Length / 2)], all[(all.Length / 2)..], [.. all.Where(_ => random.NextInt32(10) == 0)] };
        }).Select(households => (At: Start + Duration.FromSeconds(random.NextInt32(5400)), Households: households)).OrderBy(static one => one.At).ToArray();
        _acknowledged = told;
        _events =
        [
            new BroadcastIssued(Start + Duration.FromHours(1)) { At = Start, By = Origin },
            .. told.Select(static one => new HouseholdsReached(EquatableArray.Create<int>(one.Households), 0) { At = one.At, By = Origin }),
        ];
    }

    /// <summary>The library: the fold of the events, and who was reached when.</summary>
    [Benchmark]
    public long Fold()
    {
        var status = Broadcast.Replay(_plan, _events).StatusAt(Start + Duration.FromHours(2));
        return (status.Reached * 10L) + status.Late;
    }

    /// <summary>A bare loop that counts each household once, and the late ones.</summary>
    [Benchmark(Baseline = true)]
    public long CountReached()
    {
        var due = Start + Duration.FromHours(1);
        var seen = new bool[Size];
        var (reached, late) = (0L, 0L);
        foreach (var (at, households) in _acknowledged)
        {
            var isLate = at > due;
            foreach (var household in households)
            {
                if (!seen[household])
                {
                    seen[household] = true;
                    reached++;
                    late += isLate ? 1 : 0;
                }
            }
        }

        return (reached * 10) + late;
    }

    /// <summary>What a fold allocates, in bytes.</summary>
    [Benchmark]
    public long BytesOfAFold()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var broadcast = Broadcast.Replay(_plan, _events);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(broadcast);
        return bytes;
    }

    /// <summary>The households.</summary>
    [Benchmark]
    public long Households() => Size;
}
