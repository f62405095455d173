namespace GridGovernance.Sdk.Simulation.Experiments;

/// <summary>Counts the runs that are over and tells one listener, one thread at a time and never backwards.</summary>
internal sealed class ProgressCounter(IProgress<ExperimentProgress>? listener, int total)
{
    private readonly Lock _lock = new();
    private int _done;

    internal void Count()
    {
        if (listener is null)
        {
            return;
        }

        lock (_lock)
        {
            listener.Report(new ExperimentProgress(++_done, total));
        }
    }
}
