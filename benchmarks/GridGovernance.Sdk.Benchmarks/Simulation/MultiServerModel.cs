using GridGovernance.Sdk.Simulation.Kernel;
using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Benchmarks.Simulation;

/// <summary>An M/M/c queue over the library's kernel.</summary>
public sealed class MultiServerModel
{
    private readonly int _servers;
    private readonly double _meanBetween;
    private readonly double _meanService;
    private readonly Action<bool> _handle;
    private EventLoop<bool> _loop = new();
    private Resource<int> _desks = new(0);
    private RandomStream _arrivals;
    private RandomStream _services;
    private int _left;

    /// <summary>Creates a model.</summary>
    /// <param name="servers">The servers.</param>
    /// <param name="meanBetween">The mean time between arrivals.</param>
    /// <param name="meanService">The mean service.</param>
    /// <param name="streams">The random streams.</param>
    public MultiServerModel(int servers, double meanBetween, double meanService, RandomStreams streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        (_servers, _meanBetween, _meanService, _handle) = (servers, meanBetween, meanService, Handle);
        (_arrivals, _services) = (streams.Stream("arrivals"), streams.Stream("services"));
    }

    /// <summary>Gets the number of events that have happened.</summary>
    public long Events => _loop.Handled;

    /// <summary>Empties the queue, for another run with the same streams' next numbers or with others.</summary>
    /// <param name="streams">The random streams.</param>
    public void Reset(RandomStreams streams)
    {
        ArgumentNullException.ThrowIfNull(streams);
        (_loop, _desks) = (new EventLoop<bool>(), new Resource<int>(_servers));
        (_arrivals, _services) = (streams.Stream("arrivals"), streams.Stream("services"));
    }

    /// <summary>Runs the queue until the last customer has left.</summary>
    /// <param name="customers">The customers.</param>
    /// <returns>The mean wait, the means over time of busy servers and of those who wait.</returns>
    public (double Wait, double Busy, double Waiting) Run(int customers)
    {
        _left = customers;
        _loop.Schedule(_arrivals.NextExponential(_meanBetween), true);
        _loop.Run(double.PositiveInfinity, _handle);
        return (_desks.MeanWait() ?? 0, _desks.MeanBusy(_loop.Now) ?? 0, _desks.MeanWaiting(_loop.Now) ?? 0);
    }

    private void Handle(bool isArrival)
    {
        if (isArrival)
        {
            if (--_left > 0)
            {
                _loop.Schedule(_arrivals.NextExponential(_meanBetween), true);
            }

            if (!_desks.TrySeize(_left, _loop.Now))
            {
                return;
            }
        }
        else if (!_desks.TryRelease(_loop.Now, out _))
        {
            return;
        }

        _loop.Schedule(_services.NextExponential(_meanService), false);
    }
}
