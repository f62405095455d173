using NodaTime;

namespace GridGovernance.Sdk.Staffing;

/// <summary>Things with a first and a last day, sorted so that those in force on a day are found without allocation.</summary>
/// <typeparam name="T">The thing.</typeparam>
internal sealed class IntervalIndex<T>
{
    private readonly LocalDate[] _from;
    private readonly LocalDate[] _to;

    // INVARIANT: the latest last day of all entries up to this one, so it never falls.
    private readonly LocalDate[] _reach;
    private readonly T[] _items;

    internal IntervalIndex(IEnumerable<T> items, Func<T, (LocalDate From, LocalDate? To)> daysOf)
    {
        // The order of the same first day is that of the input: a stable sort.
        _items = [.. items.OrderBy(item => daysOf(item).From)];
        _from = new LocalDate[_items.Length];
        _to = new LocalDate[_items.Length];
        _reach = new LocalDate[_items.Length];
        for (var i = 0; i < _items.Length; i++)
        {
            var (from, to) = daysOf(_items[i]);
            _from[i] = from;
            _to[i] = to ?? LocalDate.MaxIsoValue;
            _reach[i] = i > 0 ? LocalDate.Max(_reach[i - 1], _to[i]) : _to[i];
        }
    }

    internal int Count => _items.Length;

    internal T this[int i] => _items[i];

    internal LocalDate From(int i) => _from[i];

    internal LocalDate To(int i) => _to[i];

    /// <summary>The first entry in force on a day, at or after a position; -1 when there is none. Begin at 0 and go on with the last answer plus one.</summary>
    internal int Next(LocalDate on, int after)
    {
        var i = Math.Max(after, Lowest(on));
        while (i < _items.Length && _from[i] <= on)
        {
            if (_to[i] >= on)
            {
                return i;
            }

            i++;
        }

        return -1;
    }

    /// <summary>The last day up to a given one on which any entry was in force; null when none was.</summary>
    internal LocalDate? LastDay(LocalDate upTo)
    {
        var (low, high) = (0, _from.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_from[middle] <= upTo)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low == 0 ? null : LocalDate.Min(upTo, _reach[low - 1]);
    }

    // The first position whose reach comes up to the day: whatever stands before it has ended.
    private int Lowest(LocalDate on)
    {
        var (low, high) = (0, _reach.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_reach[middle] < on)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
