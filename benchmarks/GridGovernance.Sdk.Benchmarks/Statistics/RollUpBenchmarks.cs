using System.Globalization;
using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Benchmarks.References;
using GridGovernance.Sdk.Simulation.Streams;
using GridGovernance.Sdk.Statistics;

namespace GridGovernance.Sdk.Benchmarks.Statistics;

/// <summary><see cref="Size"/> villages summed up to townships, counties, prefectures and provinces.</summary>
[MemoryDiagnoser]
public class RollUpBenchmarks : IGateBenchmark
{
    private static readonly int[] Lengths = [9, 6, 4, 2];

    private RollUp _rollUp = null!;
    private long[] _counts = [];
    private VillageRows.Village[] _villages = [];

    /// <summary>Gets or sets the villages.</summary>
    [Params(600_000)]
    public int Size { get; set; } = 600_000;

    /// <summary>Numbers the villages as division codes do: some 15 a township, 14 townships a county, 9 counties a prefecture, 11 prefectures a province.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new RandomStreams(1).Stream("villages");
        _counts = [.. Enumerable.Range(0, Size).Select(_ => (long)random.NextInt32(1000))];
        string[] codes = [.. Enumerable.Range(0, Size).Select(static village =>
        {
            var (township, county, prefecture) = (village / 15, village / 210, village / 1890);
            return string.Create(CultureInfo.InvariantCulture, $"{11 + (prefecture / 11):00}{(prefecture % 11) + 1:00}{(county % 9) + 1:00}{(township % 14) + 100:000}{(village % 15) + 200:000}");
        })];
        _rollUp = RollUp.ByPrefix(EquatableArray.Create<string>(codes), Lengths);
        _villages = [.. codes.Zip(_counts, static (code, count) => new VillageRows.Village(code, count))];
    }

    /// <summary>The library.</summary>
    [Benchmark]
    public long Sum()
    {
        var sums = _rollUp.Sum(_counts);
        return sums.Select(static (level, i) => (i + 1) * (level.Sum() + level[level.Count / 2])).Sum();
    }

    /// <summary>LINQ.</summary>
    [Benchmark(Baseline = true)]
    public long SumWithLinq() =>
        VillageRows.Sum(_villages, Lengths).Select(static (level, i) => (i + 1) * (level.Values.Sum() + level.Values.ElementAt(level.Count / 2))).Sum();
}
