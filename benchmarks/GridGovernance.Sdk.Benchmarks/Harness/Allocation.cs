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

    /// <summary>Returns the bytes that what an operation returns keeps alive, and that nothing else did before.</summary>
    internal static long Kept(Func<object> operation)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var result = operation();
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(result);
        return kept;
    }

    /// <summary>Returns the bytes that an operation allocates, those that it drops again included.</summary>
    internal static long All(Func<object> operation)
    {
        operation();
        var before = GC.GetAllocatedBytesForCurrentThread();
        GC.KeepAlive(operation());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
