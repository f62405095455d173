namespace GridGovernance.Sdk.Calendars;

/// <summary>Working time as disjoint stretches of ticks with their prefix sums: how much was worked until an instant, and when so much was.</summary>
/// <remarks>
/// <para>Both directions start from a table of buckets and walk a stretch or two: the cost does not depend on the amount, and nothing is allocated.</para>
/// <para>Ticks are those of the Unix epoch, a ten-millionth of a second. This type is immutable and safe to share between threads.</para>
/// </remarks>
internal sealed class WorkTable
{
    // About 7.6 hours: a working day has a stretch or two of it.
    private const int BucketShift = 38;

    // INVARIANT: starts[k] < ends[k] < starts[k + 1]; prefix[k] is the sum of the lengths before k; prefix has one element more.
    private readonly long[] _starts;
    private readonly long[] _ends;
    private readonly long[] _prefix;

    // INVARIANT: by time, the first stretch that ends after the bucket begins; by work, the first whose end is after it.
    private readonly int[] _byTime;
    private readonly int[] _byWork;

    /// <summary>Creates the table.</summary>
    /// <param name="stretches">The stretches, disjoint, not touching and in order.</param>
    internal WorkTable(IReadOnlyList<(long Start, long End)> stretches)
    {
        var count = stretches.Count;
        _starts = new long[count];
        _ends = new long[count];
        _prefix = new long[count + 1];
        for (var k = 0; k < count; k++)
        {
            (_starts[k], _ends[k]) = stretches[k];
            _prefix[k + 1] = _prefix[k] + (_ends[k] - _starts[k]);
        }

        _byTime = Buckets(_ends, count == 0 ? 0 : _starts[0], count);
        _byWork = Buckets(_prefix.AsSpan(1), 0, count);
    }

    /// <summary>Gets all the working time there is.</summary>
    internal long Total => _prefix[^1];

    /// <summary>Gets the number of stretches.</summary>
    internal int Count => _starts.Length;

    /// <summary>Gets a stretch.</summary>
    /// <param name="index">Its index.</param>
    internal (long Start, long End) this[int index] => (_starts[index], _ends[index]);

    /// <summary>Returns the working time before an instant.</summary>
    /// <param name="ticks">The instant.</param>
    /// <returns>The ticks worked.</returns>
    internal long WorkedBefore(long ticks)
    {
        var k = At(ticks);
        return k == _starts.Length || ticks <= _starts[k] ? _prefix[k] : _prefix[k] + (ticks - _starts[k]);
    }

    /// <summary>Says whether an instant is working time; the end of a stretch is not.</summary>
    /// <param name="ticks">The instant.</param>
    /// <returns>True when it is.</returns>
    internal bool IsWorking(long ticks)
    {
        var k = At(ticks);
        return k < _starts.Length && ticks >= _starts[k];
    }

    /// <summary>Returns the earliest instant before which so much was worked.</summary>
    /// <param name="worked">The ticks worked, 1..<see cref="Total"/>.</param>
    /// <returns>The instant.</returns>
    internal long EarliestAt(long worked)
    {
        var k = _byWork[(int)((worked - 1) >> BucketShift)];
        while (_prefix[k + 1] < worked)
        {
            k++;
        }

        return _starts[k] + (worked - _prefix[k]);
    }

    /// <summary>Returns the latest instant before which no more was worked.</summary>
    /// <param name="worked">The ticks worked, 0..<see cref="Total"/>−1.</param>
    /// <returns>The instant: the beginning of a stretch or inside one.</returns>
    internal long LatestAt(long worked)
    {
        var k = _byWork[(int)(worked >> BucketShift)];
        while (_prefix[k + 1] <= worked)
        {
            k++;
        }

        return _starts[k] + (worked - _prefix[k]);
    }

    /// <summary>Returns the first stretch that ends after an instant.</summary>
    /// <param name="ticks">The instant.</param>
    /// <returns>Its index, or <see cref="Count"/>.</returns>
    internal int At(long ticks)
    {
        if (_starts.Length == 0 || ticks < _starts[0])
        {
            return 0;
        }

        if (ticks >= _ends[^1])
        {
            return _starts.Length;
        }

        var k = _byTime[(int)((ticks - _starts[0]) >> BucketShift)];
        while (_ends[k] <= ticks)
        {
            k++;
        }

        return k;
    }

    private static int[] Buckets(ReadOnlySpan<long> ends, long origin, int count)
    {
        if (count == 0)
        {
            return [];
        }

        var buckets = new int[((ends[count - 1] - origin) >> BucketShift) + 1];
        var k = 0;
        for (var bucket = 0; bucket < buckets.Length; bucket++)
        {
            while (k < count - 1 && ends[k] <= origin + ((long)bucket << BucketShift))
            {
                k++;
            }

            buckets[bucket] = k;
        }

        return buckets;
    }
}
