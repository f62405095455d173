using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Kernel;

/// <summary>What is still to happen in a simulation, in the order of (instant, sequence): of two events at one instant the one scheduled first comes first.</summary>
/// <remarks>
/// <para>A heap with four children a node over one array: scheduling and taking grow with log₄ n, and nothing is allocated once the array has grown.
/// A model that counts hours from a start, rather than instants, is better served by <see cref="EventLoop{TEvent}"/>.</para>
/// <para>Equality is by reference. One thread.</para>
/// </remarks>
/// <typeparam name="T">The event.</typeparam>
public sealed class EventQueue<T>
{
    private EventHeap<Instant, T> _heap = new();

    /// <summary>Creates an empty queue.</summary>
    /// <param name="start">The instant at which simulated time begins.</param>
    public EventQueue(Instant start) => Now = start;

    /// <summary>Gets the number of events that are still to happen.</summary>
    public int Count => _heap.Count;

    /// <summary>Gets the simulated time: the instant of the event that was taken last, or the start.</summary>
    public Instant Now { get; private set; }

    /// <summary>Schedules an event.</summary>
    /// <param name="at">When it happens; not before <see cref="Now"/>.</param>
    /// <param name="item">The event.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> lies before <see cref="Now"/>.</exception>
    public void Schedule(Instant at, T item)
    {
        if (at < Now)
        {
            throw new ArgumentOutOfRangeException(nameof(at), at, $"Expected an instant from {Now} on: simulated time does not go back.");
        }

        _heap.Add(at, item);
    }

    /// <summary>Takes the next event and moves <see cref="Now"/> to its instant.</summary>
    /// <param name="item">The event.</param>
    /// <returns>True when there was one.</returns>
    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        if (!_heap.TryTake(out var at, out item))
        {
            return false;
        }

        Now = at;
        return true;
    }

    /// <summary>Takes the next event if it happens before a horizon, and moves <see cref="Now"/> to its instant.</summary>
    /// <param name="horizon">The first instant that is too late.</param>
    /// <param name="item">The event.</param>
    /// <returns>True when there was one; otherwise the queue is left as it is.</returns>
    public bool TryTakeBefore(Instant horizon, [MaybeNullWhen(false)] out T item)
    {
        if (_heap.TryPeek(out var at) && at < horizon)
        {
            return TryTake(out item);
        }

        item = default;
        return false;
    }
}
