namespace GridGovernance.Sdk.Benchmarks.Harness;

/// <summary>Bytes that an operation allocates on its own thread: exact, not sampled.</summary>
internal static class Allocation
{
    private const int Calls = 16;

    /// <summary>Returns the bytes of one call, after the calls that fill caches.</summary>
    internal static double PerCall(Func<long> operation)
    {
        for (var call = 0; call < Calls; call++)
        {
            operation();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < Calls; call++)
        {
            operation();
        }

        return (double)(GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }
}
