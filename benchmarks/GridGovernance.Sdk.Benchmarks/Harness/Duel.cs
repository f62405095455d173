namespace GridGovernance.Sdk.Benchmarks.Harness;

/// <summary>Two operations in alternating rounds: the median of the rounds' ratios hardly moves where wall time moves by a factor of two.</summary>
/// <param name="clock">Nanoseconds of CPU time of the calling thread.</param>
/// <param name="budget">The CPU time that all rounds may take together.</param>
internal sealed class Duel(Func<long> clock, TimeSpan budget)
{
    private const int MostRounds = 15;
    private const int LeastRounds = 5;
    private const int WarmUpCalls = 40;
    private static readonly TimeSpan ForTheCompiler = TimeSpan.FromMilliseconds(110);

    // The compiler's background thread replaces code that was called often enough; it waits 100 ms for the start-up to end.
    private readonly long _warmUp = (long)budget.TotalNanoseconds / 10;

    /// <summary>Runs the rounds.</summary>
    internal (double Ratio, double CandidateNanoseconds, double ReferenceNanoseconds) Run(Func<long> candidate, Func<long> reference)
    {
        var expectedCandidate = WarmUp(candidate);
        var expectedReference = WarmUp(reference);
        var total = budget.TotalNanoseconds;
        var rounds = (int)Math.Clamp(total / (expectedCandidate + expectedReference), LeastRounds, MostRounds) | 1;
        var candidateCalls = Calls(total / rounds / 2, expectedCandidate);
        var referenceCalls = Calls(total / rounds / 2, expectedReference);

        var candidates = new double[rounds];
        var references = new double[rounds];
        var ratios = new double[rounds];
        for (var round = 0; round < rounds; round++)
        {
            if (round % 2 == 0)
            {
                candidates[round] = Time(candidate, candidateCalls);
                references[round] = Time(reference, referenceCalls);
            }
            else
            {
                references[round] = Time(reference, referenceCalls);
                candidates[round] = Time(candidate, candidateCalls);
            }

            ratios[round] = candidates[round] / references[round];
        }

        return (Median(ratios), Median(candidates), Median(references));
    }

    /// <summary>Returns the middle of an odd number of values.</summary>
    internal static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static long Calls(double nanoseconds, double expected) => (long)Math.Max(1, nanoseconds / Math.Max(1, expected));

    // Returns nanoseconds a call, once the code is compiled as it will stay.
    private double WarmUp(Func<long> operation)
    {
        for (var pass = 0; pass < 2; pass++)
        {
            var begin = clock();
            for (var call = 0; call < WarmUpCalls && clock() - begin < _warmUp; call++)
            {
                operation();
            }

            Thread.Sleep(ForTheCompiler);
        }

        var calls = 1L;
        while (true)
        {
            var nanoseconds = Time(operation, calls) * calls;
            if (nanoseconds >= _warmUp || calls >= 1L << 40)
            {
                return nanoseconds / calls;
            }

            calls *= 2;
        }
    }

    private double Time(Func<long> operation, long calls)
    {
        var begin = clock();
        for (var call = 0L; call < calls; call++)
        {
            operation();
        }

        return (double)(clock() - begin) / calls;
    }
}
