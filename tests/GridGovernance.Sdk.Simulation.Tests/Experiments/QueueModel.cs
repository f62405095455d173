using GridGovernance.Sdk.Simulation.Experiments;
using GridGovernance.Sdk.Simulation.Kernel;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Simulation.Tests.Experiments;

/// <summary>A queue of the textbooks over the public kernel; the mean service is 1.</summary>
/// <param name="Servers">The servers.</param>
/// <param name="Rates">The rate of arrival of each priority.</param>
/// <param name="Variation">The standard deviation of a service, log-normal; null for an exponential one.</param>
/// <param name="WarmUp">The time that is cut off.</param>
/// <param name="Time">The time that counts.</param>
internal sealed record QueueModel(int Servers, EquatableArray<double> Rates, double? Variation, double WarmUp, double Time)
{
    internal static readonly EquatableArray<string> Metrics = ["wait", "wait-0", "wait-1", "busy", "gap"];

    internal static void Run(QueueModel queue, Replication replication)
    {
        var loop = new EventLoop<(bool IsArrival, int Priority)>();
        var desks = new Resource<int>(queue.Servers, queue.Rates.Count);
        var arrivals = Enumerable.Range(0, queue.Rates.Count).Select(priority => replication.Streams.Stream("arrivals", priority)).ToArray();
        var services = replication.Streams.Stream("services");
        for (var priority = 0; priority < queue.Rates.Count; priority++)
        {
            Arrive(priority);
        }

        loop.Run(queue.WarmUp, Handle, cancellation: replication.Cancellation);
        desks.ClearStatistics(loop.Now);
        loop.Run(queue.WarmUp + queue.Time, Handle, cancellation: replication.Cancellation);
        replication.Record("wait", desks.MeanWait());
        replication.Record("wait-0", desks.MeanWait(0));
        replication.Record("wait-1", queue.Rates.Count > 1 ? desks.MeanWait(1) : null);
        replication.Record("busy", desks.MeanBusy(loop.Now));
        replication.Record("gap", desks.CheckLittlesLaw(loop.Now).RelativeGap);

        void Handle((bool IsArrival, int Priority) happening)
        {
            if (happening.IsArrival)
            {
                Arrive(happening.Priority);
                if (desks.TrySeize(happening.Priority, loop.Now, happening.Priority))
                {
                    Serve();
                }
            }
            else if (desks.TryRelease(loop.Now, out _))
            {
                Serve();
            }
        }

        void Arrive(int priority) => loop.Schedule(arrivals[priority].NextExponential(1 / queue.Rates[priority]), (true, priority));

        void Serve() => loop.Schedule(queue.Variation is { } variation ? services.NextLogNormal(1, variation) : services.NextExponential(1), (false, 0));
    }
}
