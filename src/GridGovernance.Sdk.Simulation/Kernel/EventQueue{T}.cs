using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Kernel;

/// <summary>What is still to happen in a simulation, in the order of (instant, sequence): of two events at one instant the one scheduled first comes first.</summary>
/// <remarks>
/// <para>A heap with four children a node over one array: scheduling and taking grow with log₄ n, and nothing is allocated once the array has grown.</para>
/// <para>Equality is by reference. One thread.</para>
/// </remarks>
/// <typeparam name="T">The event.</typeparam>
public sealed class EventQueue<T>
{
    private const int Arity = 4;

    // INVARIANT: no entry lies before its parent, (i − 1)/4.
    private Entry[] _heap = new Entry[64];
    private long _scheduled;

    /// <summary>Creates an empty queue.</summary>
    /// <param name="start">The instant at which simulated time begins.</param>
    public EventQueue(Instant start) => Now = start;

    /// <summary>Gets the number of events that are still to happen.</summary>
    public int Count { get; private set; }

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

        if (Count == _heap.Length)
        {
            Array.Resize(ref _heap, 2 * Count);
        }

        var entry = new Entry(at, _scheduled++, item);
        var hole = Count++;
        while (hole > 0 && entry.IsBefore(_heap[(hole - 1) / Arity]))
        {
            _heap[hole] = _heap[(hole - 1) / Arity];
            hole = (hole - 1) / Arity;
        }

        _heap[hole] = entry;
    }

    /// <summary>Takes the next event and moves <see cref="Now"/> to its instant.</summary>
    /// <param name="item">The event.</param>
    /// <returns>True when there was one.</returns>
    public bool TryTake([MaybeNullWhen(false)] out T item)
    {
        if (Count == 0)
        {
            item = default;
            return false;
        }

        Now = _heap[0].At;
        item = _heap[0].Item;
        var last = _heap[--Count];
        _heap[Count] = default;
        if (Count > 0)
        {
            Sink(last);
        }

        return true;
    }

    /// <summary>Takes the next event if it happens before a horizon, and moves <see cref="Now"/> to its instant.</summary>
    /// <param name="horizon">The first instant that is too late.</param>
    /// <param name="item">The event.</param>
    /// <returns>True when there was one; otherwise the queue is left as it is.</returns>
    public bool TryTakeBefore(Instant horizon, [MaybeNullWhen(false)] out T item)
    {
        if (Count > 0 && _heap[0].At < horizon)
        {
            return TryTake(out item);
        }

        item = default;
        return false;
    }

    private void Sink(Entry entry)
    {
        var hole = 0;
        while (true)
        {
            var first = (hole * Arity) + 1;
            if (first >= Count)
            {
                break;
            }

            var least = first;
            var end = Math.Min(first + Arity, Count);
            for (var child = first + 1; child < end; child++)
            {
                if (_heap[child].IsBefore(_heap[least]))
                {
                    least = child;
                }
            }

            if (!_heap[least].IsBefore(entry))
            {
                break;
            }

            _heap[hole] = _heap[least];
            hole = least;
        }

        _heap[hole] = entry;
    }

    private readonly record struct Entry(Instant At, long Sequence, T Item)
    {
        internal bool IsBefore(in Entry other) => At < other.At || (At == other.At && Sequence < other.Sequence);
    }
}
