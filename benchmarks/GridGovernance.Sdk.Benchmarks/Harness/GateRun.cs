using System.Reflection;

namespace GridGovernance.Sdk.Benchmarks.Harness;

/// <summary>Measures cases one after the other; neighbours over one input share it.</summary>
/// <param name="budget">The CPU time that a case may take, its input left out.</param>
internal sealed class GateRun(TimeSpan budget)
{
    private Type? _type;
    private int _size;
    private IGateBenchmark? _benchmark;

    /// <summary>Measures a case.</summary>
    internal GateResult Measure(GateCase one, int size)
    {
        var benchmark = Benchmark(one, size);
        var candidate = Bind(benchmark, one.Candidate);
        return one.Measure switch
        {
            GateMeasure.Ratio => Compare(one, candidate, Bind(benchmark, one.Reference!)),
            GateMeasure.Bytes => new GateResult(Allocation.PerCall(candidate) / one.OperationsPerCall, []),
            GateMeasure.Info => Once(candidate),
            GateMeasure.Quotient => Divide(candidate(), Bind(benchmark, one.Reference!)()),
            _ => throw new InvalidOperationException($"\"{one.Measure}\" is no measure."),
        };
    }

    private static Func<long> Bind(IGateBenchmark benchmark, MethodInfo method) => method.CreateDelegate<Func<long>>(benchmark);

    private static GateResult Once(Func<long> operation)
    {
        var (bytes, begin) = (GC.GetAllocatedBytesForCurrentThread(), ThreadClock.Nanoseconds());
        var answer = operation();
        var seconds = (ThreadClock.Nanoseconds() - begin) / 1e9;
        return new GateResult(0, [("cpu-seconds", seconds), ("bytes", GC.GetAllocatedBytesForCurrentThread() - bytes), ("count", answer)]);
    }

    private static GateResult Divide(long value, long reference) => new((double)value / reference, [("value", value), ("reference", reference)]);

    private GateResult Compare(GateCase one, Func<long> candidate, Func<long> reference)
    {
        var (answer, expected) = (candidate(), reference());
        if (answer != expected)
        {
            return new GateResult(double.NaN, [])
            {
                Problem = $"\"{one.Id}\": the candidate is expected to answer {expected}, as the reference does, but answers {answer}.",
            };
        }

        var duel = new Duel(ThreadClock.Nanoseconds, budget).Run(candidate, reference);
        return new GateResult(duel.Ratio, [("ns", duel.CandidateNanoseconds / one.OperationsPerCall), ("reference-ns", duel.ReferenceNanoseconds / one.OperationsPerCall)]);
    }

    private IGateBenchmark Benchmark(GateCase one, int size)
    {
        if (_benchmark is null || _type != one.Benchmark || _size != size)
        {
            (_benchmark, _type, _size) = (null, one.Benchmark, size);
            GC.Collect();
            _benchmark = one.CreateBenchmark(size);
            GC.Collect();
        }

        return _benchmark;
    }
}
