using GridGovernance.Sdk.Simulation.Streams;

namespace GridGovernance.Sdk.Benchmarks.References;

/// <summary>An M/M/c queue as a good engineer would write it by hand: one loop, a 4-ary heap and a ring in the same method's reach, nothing general.</summary>
public sealed class MultiServerLoop
{
    private const int Arrival = 0;
    private const int Departure = 1;
    private readonly double[] _times = new double[64];
    private readonly long[] _sequences = new long[64];
    private readonly int[] _kinds = new int[64];
    private double[] _line = new double[1024];
    private int _events;
    private long _sequence;

    /// <summary>Runs the queue until the last customer has left.</summary>
    /// <param name="servers">The servers, at most 60.</param>
    /// <param name="meanBetween">The mean time between arrivals.</param>
    /// <param name="meanService">The mean service.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="streams">The random streams.</param>
    /// <returns>The mean wait, the means over time of busy servers and of those who wait.</returns>
    public (double Wait, double Busy, double Waiting) Run(int servers, double meanBetween, double meanService, int customers, RandomStreams streams)
    {
        var arrivals = streams.Stream("arrivals");
        var services = streams.Stream("services");
        var (now, last, totalWait, busyArea, waitingArea) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var (busy, head, waiting, arrived) = (0, 0, 0, 1);
        (_events, _sequence) = (0, 0);
        Push(arrivals.NextExponential(meanBetween), Arrival);
        while (_events > 0)
        {
            now = _times[0];
            var kind = _kinds[0];
            Pop();
            busyArea += busy * (now - last);
            waitingArea += waiting * (now - last);
            last = now;
            if (kind == Arrival)
            {
                if (arrived < customers)
                {
                    arrived++;
                    Push(now + arrivals.NextExponential(meanBetween), Arrival);
                }

                if (busy < servers)
                {
                    busy++;
                    Push(now + services.NextExponential(meanService), Departure);
                }
                else
                {
                    if (waiting == _line.Length)
                    {
                        var longer = new double[2 * waiting];
                        _line.AsSpan(head).CopyTo(longer);
                        _line.AsSpan(0, head).CopyTo(longer.AsSpan(waiting - head));
                        (_line, head) = (longer, 0);
                    }

                    _line[(head + waiting++) & (_line.Length - 1)] = now;
                }
            }
            else if (waiting > 0)
            {
                totalWait += now - _line[head];
                head = (head + 1) & (_line.Length - 1);
                waiting--;
                Push(now + services.NextExponential(meanService), Departure);
            }
            else
            {
                busy--;
            }
        }

        return (totalWait / customers, busyArea / now, waitingArea / now);
    }

    private void Push(double time, int kind)
    {
        var (hole, sequence) = (_events++, _sequence++);
        while (hole > 0)
        {
            var parent = (hole - 1) >> 2;
            if (_times[parent] <= time)
            {
                break;
            }

            (_times[hole], _sequences[hole], _kinds[hole]) = (_times[parent], _sequences[parent], _kinds[parent]);
            hole = parent;
        }

        (_times[hole], _sequences[hole], _kinds[hole]) = (time, sequence, kind);
    }

    private void Pop()
    {
        var last = --_events;
        var (time, sequence, kind) = (_times[last], _sequences[last], _kinds[last]);
        var hole = 0;
        while (true)
        {
            var first = (hole << 2) + 1;
            if (first >= last)
            {
                break;
            }

            var least = first;
            var end = Math.Min(first + 4, last);
            for (var child = first + 1; child < end; child++)
            {
                if (_times[child] < _times[least] || (_times[child] == _times[least] && _sequences[child] < _sequences[least]))
                {
                    least = child;
                }
            }

            if (time < _times[least] || (time == _times[least] && sequence < _sequences[least]))
            {
                break;
            }

            (_times[hole], _sequences[hole], _kinds[hole]) = (_times[least], _sequences[least], _kinds[least]);
            hole = least;
        }

        (_times[hole], _sequences[hole], _kinds[hole]) = (time, sequence, kind);
    }
}
