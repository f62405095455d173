namespace GridGovernance.Sdk.Calendars;

/// <summary>The shift of each day: the working time that begins on it, a night shift whole, without what is closed.</summary>
/// <remarks>
/// <para>Every moment of working time belongs to one shift: where a night shift runs into the hours of the next day, to the earlier one.</para>
/// <para>This type is immutable and safe to share between threads.</para>
/// </remarks>
internal sealed class ShiftTable
{
    private readonly int _first;
    private readonly long[] _starts;
    private readonly long[] _ends;

    // INVARIANT: the stretches of the day at index i are those from _index[i] to before _index[i + 1]; _before[i] counts the days before it that have any.
    private readonly int[] _index;
    private readonly int[] _before;
    private readonly long[] _lengths;

    /// <summary>Creates the table.</summary>
    /// <param name="first">The number of the first day.</param>
    /// <param name="shifts">The stretches of each day, in order and disjoint.</param>
    internal ShiftTable(int first, IReadOnlyList<IReadOnlyList<(long Start, long End)>> shifts)
    {
        _first = first;
        _index = new int[shifts.Count + 1];
        _before = new int[shifts.Count + 1];
        _lengths = new long[shifts.Count];
        for (var i = 0; i < shifts.Count; i++)
        {
            _index[i + 1] = _index[i] + shifts[i].Count;
            _before[i + 1] = _before[i] + (shifts[i].Count > 0 ? 1 : 0);
            foreach (var (start, end) in shifts[i])
            {
                _lengths[i] += end - start;
            }
        }

        _starts = [.. shifts.SelectMany(static shift => shift).Select(static stretch => stretch.Start)];
        _ends = [.. shifts.SelectMany(static shift => shift).Select(static stretch => stretch.End)];
    }

    /// <summary>Returns how long the shift of a day is.</summary>
    /// <param name="day">A day in the table.</param>
    /// <returns>Ticks; 0 for a day without working time.</returns>
    internal long LengthOf(int day) => _lengths[day - _first];

    /// <summary>Returns how many days before a day have working time, from the beginning of the table.</summary>
    /// <param name="day">A day in the table, or the day after its last.</param>
    /// <returns>How many.</returns>
    internal int Before(int day) => _before[day - _first];

    /// <summary>Returns the working time of a day's shift between two instants.</summary>
    /// <param name="day">A day in the table.</param>
    /// <param name="from">Unix ticks.</param>
    /// <param name="to">Unix ticks.</param>
    /// <returns>Ticks.</returns>
    internal long Worked(int day, long from, long to)
    {
        var sum = 0L;
        for (var k = _index[day - _first]; k < _index[day - _first + 1]; k++)
        {
            sum += Math.Max(0, Math.Min(to, _ends[k]) - Math.Max(from, _starts[k]));
        }

        return sum;
    }

    /// <summary>Says whether an interval lies between two stretches of one day's shift: in a break.</summary>
    /// <param name="day">The day.</param>
    /// <param name="from">Unix ticks.</param>
    /// <param name="to">Unix ticks.</param>
    /// <returns>True when the shift works both before and after it.</returns>
    internal bool IsBreak(int day, long from, long to)
    {
        var i = day - _first;
        return (uint)i < (uint)_lengths.Length && _index[i] < _index[i + 1] && _ends[_index[i]] <= from && to <= _starts[_index[i + 1] - 1];
    }
}
