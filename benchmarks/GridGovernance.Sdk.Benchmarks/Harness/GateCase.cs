using System.Linq.Expressions;
using System.Reflection;
using BenchmarkDotNet.Attributes;

namespace GridGovernance.Sdk.Benchmarks.Harness;

/// <summary>One thing that the gate measures: a method of a benchmark, and what it may cost.</summary>
/// <remarks>A value above its bound is short. A speed-up of 20 is a ratio of at most 0.05.</remarks>
public sealed class GateCase
{
    private readonly Func<IGateBenchmark> _create;

    private GateCase(string id, GateMeasure measure, double bound, Type benchmark, Func<IGateBenchmark> create, MethodInfo candidate, MethodInfo? reference)
    {
        Id = id;
        Measure = measure;
        Bound = bound;
        Benchmark = benchmark;
        _create = create;
        Candidate = candidate;
        Reference = reference;
    }

    /// <summary>Gets the id: the room, a dot, the thing.</summary>
    public string Id { get; }

    /// <summary>Gets what is measured.</summary>
    public GateMeasure Measure { get; }

    /// <summary>Gets the largest value that is in order.</summary>
    public double Bound { get; }

    /// <summary>Gets the BenchmarkDotNet class.</summary>
    public Type Benchmark { get; }

    /// <summary>Gets the method that is measured.</summary>
    public MethodInfo Candidate { get; }

    /// <summary>Gets the method that it is held against; null where there is none.</summary>
    public MethodInfo? Reference { get; }

    /// <summary>Gets the sizes of the short run.</summary>
    public IReadOnlyList<int> ReducedSizes { get; private init; } = [0];

    /// <summary>Gets the sizes of the full run.</summary>
    public IReadOnlyList<int> FullSizes { get; private init; } = [0];

    /// <summary>Gets how many operations one call of the method does, as its <see cref="BenchmarkAttribute"/> says.</summary>
    public int OperationsPerCall => Candidate.GetCustomAttribute<BenchmarkAttribute>()?.OperationsPerInvoke ?? 1;

    /// <summary>Creates a case: CPU time against a reference that gives the same answer.</summary>
    /// <typeparam name="TBenchmark">The BenchmarkDotNet class.</typeparam>
    /// <param name="id">The id: the room, a dot, the thing.</param>
    /// <param name="atMost">The largest ratio of candidate to reference.</param>
    /// <param name="candidate">The public API with everything on.</param>
    /// <param name="reference">What a good engineer would write, or what a user would otherwise call.</param>
    /// <returns>The case.</returns>
    public static GateCase Ratio<TBenchmark>(string id, double atMost, Expression<Func<TBenchmark, long>> candidate, Expression<Func<TBenchmark, long>> reference)
        where TBenchmark : IGateBenchmark, new() =>
        new(id, GateMeasure.Ratio, atMost, typeof(TBenchmark), () => new TBenchmark(), MethodOf(candidate), MethodOf(reference));

    /// <summary>Creates a case: bytes allocated by one operation, exactly.</summary>
    /// <typeparam name="TBenchmark">The BenchmarkDotNet class.</typeparam>
    /// <param name="id">The id: the room, a dot, the thing.</param>
    /// <param name="atMost">The largest number of bytes.</param>
    /// <param name="candidate">The public API with everything on.</param>
    /// <returns>The case.</returns>
    public static GateCase Bytes<TBenchmark>(string id, double atMost, Expression<Func<TBenchmark, long>> candidate)
        where TBenchmark : IGateBenchmark, new() =>
        new(id, GateMeasure.Bytes, atMost, typeof(TBenchmark), () => new TBenchmark(), MethodOf(candidate), null);

    /// <summary>Creates a case: what one method returns over what another returns, such as bytes that are kept over bytes of the input.</summary>
    /// <typeparam name="TBenchmark">The BenchmarkDotNet class.</typeparam>
    /// <param name="id">The id: the room, a dot, the thing.</param>
    /// <param name="atMost">The largest quotient.</param>
    /// <param name="candidate">Returns the numerator.</param>
    /// <param name="reference">Returns the denominator.</param>
    /// <returns>The case.</returns>
    public static GateCase Quotient<TBenchmark>(string id, double atMost, Expression<Func<TBenchmark, long>> candidate, Expression<Func<TBenchmark, long>> reference)
        where TBenchmark : IGateBenchmark, new() =>
        new(id, GateMeasure.Quotient, atMost, typeof(TBenchmark), () => new TBenchmark(), MethodOf(candidate), MethodOf(reference));

    /// <summary>Creates a case that cannot fail: CPU seconds and bytes of one call, of which nobody promised anything.</summary>
    /// <typeparam name="TBenchmark">The BenchmarkDotNet class.</typeparam>
    /// <param name="id">The id: the room, a dot, the thing.</param>
    /// <param name="candidate">What is run, once.</param>
    /// <returns>The case.</returns>
    public static GateCase Info<TBenchmark>(string id, Expression<Func<TBenchmark, long>> candidate)
        where TBenchmark : IGateBenchmark, new() =>
        new(id, GateMeasure.Info, double.PositiveInfinity, typeof(TBenchmark), () => new TBenchmark(), MethodOf(candidate), null);

    /// <summary>Returns the same case at given sizes; each prints a line of its own, <c>id@size</c>.</summary>
    /// <param name="reduced">The sizes of the short run.</param>
    /// <param name="full">The sizes of the full run.</param>
    /// <returns>The case.</returns>
    public GateCase AtSizes(int[] reduced, int[] full) => new(Id, Measure, Bound, Benchmark, _create, Candidate, Reference) { ReducedSizes = reduced, FullSizes = full };

    internal IGateBenchmark CreateBenchmark(int size)
    {
        var benchmark = _create();
        if (size != 0)
        {
            benchmark.Size = size;
        }

        benchmark.Setup();
        return benchmark;
    }

    private static MethodInfo MethodOf<TBenchmark>(Expression<Func<TBenchmark, long>> call) =>
        call.Body is MethodCallExpression { Object: ParameterExpression, Method: var method }
            ? method
            : throw new ArgumentException($"Expected a call of a method of {typeof(TBenchmark).Name}, such as \"b => b.Run()\", but found \"{call}\".", nameof(call));
}
