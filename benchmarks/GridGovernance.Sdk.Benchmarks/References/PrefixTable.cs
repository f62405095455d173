using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Benchmarks.References;

/// <summary>What a good engineer would write for one office in one zone without changes of the clock: Unix seconds, working seconds summed by stretch,
/// and two binary searches. No policy, no unknown day, no reason.</summary>
public sealed class PrefixTable
{
    private readonly long[] _starts;
    private readonly long[] _ends;
    private readonly long[] _prefix;

    /// <summary>Creates the table from a calendar's days.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    public PrefixTable(WorkCalendar calendar, LocalDate from, LocalDate to)
    {
        var starts = new List<long>();
        var ends = new List<long>();
        for (var date = from; date <= to; date = date.PlusDays(1))
        {
            var midnight = calendar.Zone.AtStartOfDay(date).ToInstant().ToUnixTimeSeconds();
            foreach (var hours in calendar.Day(date).Hours)
            {
                starts.Add(midnight + (hours.FromMinute * 60L));
                ends.Add(midnight + (hours.ToMinute * 60L));
            }
        }

        _starts = [.. starts];
        _ends = [.. ends];
        _prefix = new long[_starts.Length + 1];
        for (var k = 0; k < _starts.Length; k++)
        {
            _prefix[k + 1] = _prefix[k] + (_ends[k] - _starts[k]);
        }
    }

    /// <summary>Returns the working seconds before an instant.</summary>
    /// <param name="at">Unix seconds.</param>
    /// <returns>The seconds.</returns>
    public long WorkedBefore(long at)
    {
        var k = Array.BinarySearch(_starts, at);
        k = k >= 0 ? k : ~k - 1;
        return k < 0 ? 0 : _prefix[k] + Math.Min(at - _starts[k], _ends[k] - _starts[k]);
    }

    /// <summary>Returns when so much was worked.</summary>
    /// <param name="worked">Working seconds, above 0.</param>
    /// <returns>Unix seconds.</returns>
    public long At(long worked)
    {
        var k = Array.BinarySearch(_prefix, worked);
        k = k >= 0 ? k - 1 : ~k - 1;
        return _starts[k] + (worked - _prefix[k]);
    }
}
