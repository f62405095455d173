using System.Diagnostics.CodeAnalysis;

namespace GridGovernance.Sdk.Simulation.Kernel;

/// <summary>A discrete-event simulation: what happens next happens first, of two events at one time the one scheduled first, and simulated time jumps from event to event.</summary>
/// <remarks>
/// <para>Time is a number in a unit that the model keeps to, such as hours from its start. Nothing is allocated for an event once the array has grown; an event is best a small value.</para>
/// <para>Equality is by reference. One thread.</para>
/// </remarks>
/// <typeparam name="TEvent">The event, which the model tells apart.</typeparam>
public sealed class EventLoop<TEvent>
{
    private const int EventsBetweenLooks = 1024;
    private EventHeap<double, TEvent> _heap = new();

    /// <summary>Creates a loop without events.</summary>
    /// <param name="start">The time at which it begins, finite.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="start"/> is not finite.</exception>
    public EventLoop(double start = 0)
    {
        if (!double.IsFinite(start))
        {
            throw new ArgumentOutOfRangeException(nameof(start), start, "Expected a finite time.");
        }

        Now = start;
    }

    /// <summary>Gets the simulated time: that of the event that happens, or happened last.</summary>
    public double Now { get; private set; }

    /// <summary>Gets the number of events that are still to happen.</summary>
    public int Count => _heap.Count;

    /// <summary>Gets the number of events that have happened.</summary>
    public long Handled { get; private set; }

    /// <summary>Schedules an event after a delay.</summary>
    /// <param name="delay">How long from <see cref="Now"/>, from 0 and finite.</param>
    /// <param name="item">The event.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative or not finite.</exception>
    public void Schedule(double delay, TEvent item) => ScheduleAt(Now + delay, item);

    /// <summary>Schedules an event at a time.</summary>
    /// <param name="time">The time, not before <see cref="Now"/> and finite.</param>
    /// <param name="item">The event.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> lies before <see cref="Now"/> or is not finite.</exception>
    public void ScheduleAt(double time, TEvent item)
    {
        if (!(time >= Now && time < double.PositiveInfinity))
        {
            ThrowForTime(time);
        }

        _heap.Add(time, item);
    }

    /// <summary>Takes the next event and moves <see cref="Now"/> to its time, for a model that runs its own loop.</summary>
    /// <param name="item">The event.</param>
    /// <returns>True when there was one.</returns>
    public bool TryTake([MaybeNullWhen(false)] out TEvent item)
    {
        if (!_heap.TryTake(out var time, out item))
        {
            return false;
        }

        Now = time;
        Handled++;
        return true;
    }

    /// <summary>Lets events happen, one after the other, until a time.</summary>
    /// <param name="until">The first time that is too late; <see cref="double.PositiveInfinity"/> to go on until nothing is left.</param>
    /// <param name="handle">What an event does; it may schedule others.</param>
    /// <param name="progress">Told the share of the time that is over, 0..1, at most a hundred times; null for nobody. Without an end only the end is told.</param>
    /// <param name="cancellation">Ends the run between two events.</param>
    /// <returns>How many events happened.</returns>
    /// <remarks>After the run <see cref="Now"/> is <paramref name="until"/>, or the time of the last event where there was no end.</remarks>
    /// <exception cref="ArgumentNullException"><paramref name="handle"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="until"/> lies before <see cref="Now"/> or is not a number.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public long Run(double until, Action<TEvent> handle, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(handle);
        if (!(until >= Now))
        {
            ThrowForTime(until);
        }

        var (start, before, told) = (Now, Handled, 0);
        while (_heap.TryPeek(out var next) && next < until)
        {
            TryTake(out var item);
            handle(item!);
            if (Handled % EventsBetweenLooks == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                told = Tell(progress, (Now - start) / (until - start), told);
            }
        }

        cancellation.ThrowIfCancellationRequested();
        Now = double.IsFinite(until) ? until : Now;
        progress?.Report(1);
        return Handled - before;
    }

    private static int Tell(IProgress<double>? progress, double share, int told)
    {
        var percent = (int)(100 * share);
        if (percent > told)
        {
            progress?.Report(percent / 100.0);
        }

        return Math.Max(percent, told);
    }

    [DoesNotReturn]
    private void ThrowForTime(double time) => throw new ArgumentOutOfRangeException(
        nameof(time), time, FormattableString.Invariant($"Expected a finite time from {Now} on: simulated time does not go back."));
}
