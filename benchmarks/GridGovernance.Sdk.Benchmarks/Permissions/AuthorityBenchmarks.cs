using BenchmarkDotNet.Attributes;
using GridGovernance.Sdk.Benchmarks.Harness;
using GridGovernance.Sdk.Benchmarks.References;
using GridGovernance.Sdk.Grids;
using GridGovernance.Sdk.Permissions;

namespace GridGovernance.Sdk.Benchmarks.Permissions;

/// <summary>Decisions by codes and by numbers, against three dictionaries and a bit.</summary>
[MemoryDiagnoser]
public class AuthorityBenchmarks : IGateBenchmark
{
    private const int Count = 4_096;
    private AuthorityList _list = null!;
    private AuthorityRequest[] _requests = null!;
    private AuthorityIds[] _ids = null!;
    private GridCode[] _places = null!;
    private BitMatrix _matrix = null!;
    private int[] _bits = null!;

    /// <summary>Gets or sets the number of rules.</summary>
    [Params(1_000, 100_000)]
    public int Size { get; set; } = 10_000;

    /// <summary>Draws the rules and the requests.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var many = new ManyRules(Size);
        _list = many.List;
        _requests = many.Requests(Count);
        _ids = [.. _requests.Select(request => _list.TryFindIds(request, out var ids) ? ids : throw new InvalidOperationException($"{request} was expected to be known."))];
        _places = [.. _requests.Select(static request => request.Place)];
        _matrix = new BitMatrix(_list);
        _bits = [.. _ids.Select(ids => _matrix.IndexOf(ids.Matter, ids.Action, ids.Post))];
    }

    /// <summary>The library, by codes.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public long Decide()
    {
        var allowed = 0L;
        foreach (ref readonly var request in _requests.AsSpan())
        {
            allowed += _list.Decide(request).IsAllowed ? 1 : 0;
        }

        return Known(allowed);
    }

    /// <summary>The library, by numbers.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public long DecideByIds()
    {
        var allowed = 0L;
        for (var i = 0; i < _ids.Length; i++)
        {
            allowed += _list.Decide(_ids[i], _places[i], true) != AuthorityStance.MustNot ? 1 : 0;
        }

        return Known(allowed);
    }

    /// <summary>Three look-ups and a bit.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public long ThreeLookups()
    {
        var allowed = 0L;
        foreach (ref readonly var request in _requests.AsSpan())
        {
            allowed += _matrix.IsAllowed(request.Matter, request.Action, request.Post) ? 1 : 0;
        }

        return Known(allowed);
    }

    /// <summary>A bit.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public long Bit()
    {
        var allowed = 0L;
        for (var i = 0; i < _bits.Length; i++)
        {
            allowed += _matrix.IsAllowed(_bits[i]) ? 1 : 0;
        }

        return Known(allowed);
    }

    // The matrix knows neither prohibitions nor levels, so it allows more; what all agree on is how many were asked.
    private static long Known(long allowed) => allowed is >= 0 and <= Count ? Count : -1;
}
