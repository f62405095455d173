using System.Runtime.ExceptionServices;

namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>Runs numbered pieces of work, several at once where that was asked for; what failed first in their order is what is thrown, on any number of threads.</summary>
internal static class OrderedRuns
{
    internal static void For(int count, int parallelism, Action<int> run, CancellationToken cancellation)
    {
        if (parallelism == 1)
        {
            for (var i = 0; i < count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                run(i);
            }

            return;
        }

        var failures = new Exception?[count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallelism, CancellationToken = cancellation };
        Parallel.For(0, count, options, (i, state) =>
        {
            try
            {
                run(i);
            }
            catch (Exception exception)
            {
                // Lower numbers still run, so that the lowest that fails is always found.
                failures[i] = exception;
                state.Break();
            }
        });
        if (Array.Find(failures, static failure => failure is not null) is { } first)
        {
            ExceptionDispatchInfo.Throw(first);
        }
    }
}
