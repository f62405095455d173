using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace GridGovernance.Sdk.Simulation.Kernel;

/// <summary>Events in the order of (time, sequence): a heap with four children a node over one array.</summary>
/// <remarks>
/// <para>What is taken leaves a hole at the root, which the next event fills that is scheduled: most events schedule another, and so one walk down the heap does for two.</para>
/// <para>A mutable struct, to be held in a field.</para>
/// </remarks>
/// <typeparam name="TTime">The time.</typeparam>
/// <typeparam name="T">The event.</typeparam>
internal struct EventHeap<TTime, T>
    where TTime : struct, IComparisonOperators<TTime, TTime, bool>
{
    private const int Arity = 4;

    // INVARIANT: no entry lies before its parent, (i − 1)/4; the root counts as first while it is a hole.
    private Entry[] _heap = new Entry[64];
    private int _size;
    private bool _hasHole;
    private long _scheduled;

    public EventHeap()
    {
    }

    /// <summary>Gets the number of events.</summary>
    internal readonly int Count => _size - (_hasHole ? 1 : 0);

    /// <summary>Adds an event.</summary>
    internal void Add(TTime at, T item)
    {
        var entry = new Entry(at, _scheduled++, item);
        if (_hasHole)
        {
            _hasHole = false;
            Sink(entry);
            return;
        }

        if (_size == _heap.Length)
        {
            Array.Resize(ref _heap, 2 * _size);
        }

        var heap = _heap;
        var hole = _size++;
        while (hole > 0)
        {
            var parent = (hole - 1) / Arity;
            if (!entry.IsBefore(heap[parent]))
            {
                break;
            }

            heap[hole] = heap[parent];
            hole = parent;
        }

        heap[hole] = entry;
    }

    /// <summary>Says when the next event happens.</summary>
    internal bool TryPeek(out TTime at)
    {
        FillHole();
        at = _size > 0 ? _heap[0].At : default;
        return _size > 0;
    }

    /// <summary>Takes the next event.</summary>
    internal bool TryTake(out TTime at, [MaybeNullWhen(false)] out T item)
    {
        FillHole();
        if (_size == 0)
        {
            (at, item) = (default, default);
            return false;
        }

        ref var root = ref _heap[0];
        (at, item) = (root.At, root.Item);
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            root = default;
        }

        _hasHole = true;
        return true;
    }

    private void FillHole()
    {
        if (!_hasHole)
        {
            return;
        }

        _hasHole = false;
        var last = _heap[--_size];
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            _heap[_size] = default;
        }

        if (_size > 0)
        {
            Sink(last);
        }
    }

    private readonly void Sink(in Entry entry)
    {
        var heap = _heap.AsSpan(0, _size);
        var hole = 0;
        while (true)
        {
            var first = (hole * Arity) + 1;
            if (first >= heap.Length)
            {
                break;
            }

            var least = first;
            var end = Math.Min(first + Arity, heap.Length);
            for (var child = first + 1; child < end; child++)
            {
                if (heap[child].IsBefore(heap[least]))
                {
                    least = child;
                }
            }

            if (!heap[least].IsBefore(entry))
            {
                break;
            }

            heap[hole] = heap[least];
            hole = least;
        }

        heap[hole] = entry;
    }

    private readonly struct Entry(TTime at, long sequence, T item)
    {
        internal readonly TTime At = at;
        internal readonly T Item = item;
        private readonly long _sequence = sequence;

        internal bool IsBefore(in Entry other) => At < other.At || (At == other.At && _sequence < other._sequence);
    }
}
