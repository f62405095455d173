using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Benchmarks.Permissions;

/// <summary>Decisions under many rules against decisions under a thousand.</summary>
[MemoryDiagnoser]
public class AuthorityGrowthBenchmarks : IGateBenchmark
{
    private const int Count = 4_096;
    private AuthorityList _many = null!;
    private AuthorityList _thousand = null!;
    private AuthorityRequest[] _requests = null!;

    /// <summary>Gets or sets the number of rules.</summary>
    [Params(100_000)]
    public int Size { get; set; } = 10_000;

    /// <summary>Draws the rules and the requests.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var many = new ManyRules(Size);
        (_many, _requests) = (many.List, many.Requests(Count));
        _thousand = new ManyRules(1_000).List;
    }

    /// <summary>Under many rules.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public long Many() => Decide(_many);

    /// <summary>Under a thousand.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public long Thousand() => Decide(_thousand);

    private long Decide(AuthorityList list)
    {
        var known = 0L;
        foreach (ref readonly var request in _requests.AsSpan())
        {
            known += list.Decide(request).Stance >= AuthorityStance.MustNot ? 1 : 0;
        }

        return known;
    }
}
