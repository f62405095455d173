using System.Runtime.CompilerServices;

namespace GridGovernance.Sdk.Simulation.Kernel;

/// <summary>Those who wait for a resource with one priority, first come first served, and how long those waited who no longer do.</summary>
/// <typeparam name="T">Who waits.</typeparam>
internal sealed class WaitingLine<T>
{
    // INVARIANT: a ring of a power of two; the line is _count entries from _first on.
    private (double Since, T Who)[] _ring = new (double, T)[16];
    private int _first;

    internal int Count { get; private set; }

    internal long Started { get; private set; }

    internal double TotalWait { get; private set; }

    internal void Join(double now, T who)
    {
        if (Count == _ring.Length)
        {
            Grow();
        }

        _ring[(_first + Count) & (_ring.Length - 1)] = (now, who);
        Count++;
    }

    internal T Leave(double now)
    {
        ref var head = ref _ring[_first];
        var who = head.Who;
        Start(now - head.Since);
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            head = default;
        }

        _first = (_first + 1) & (_ring.Length - 1);
        Count--;
        return who;
    }

    internal void Start(double wait)
    {
        Started++;
        TotalWait += wait;
    }

    // Of those who still wait.
    internal double WaitSoFar(double now)
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++)
        {
            sum += now - _ring[(_first + i) & (_ring.Length - 1)].Since;
        }

        return sum;
    }

    internal void ClearStatistics() => (Started, TotalWait) = (0, 0);

    private void Grow()
    {
        var larger = new (double, T)[2 * _ring.Length];
        for (var i = 0; i < Count; i++)
        {
            larger[i] = _ring[(_first + i) & (_ring.Length - 1)];
        }

        (_ring, _first) = (larger, 0);
    }
}
