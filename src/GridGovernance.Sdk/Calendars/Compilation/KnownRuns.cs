using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>The runs of time in which a calendar knows what is worked.</summary>
/// <remarks>Usually one. This type is immutable and safe to share between threads.</remarks>
internal sealed class KnownRuns
{
    // INVARIANT: starts[k] < ends[k] <= starts[k + 1].
    private readonly long[] _starts;
    private readonly long[] _ends;

    private KnownRuns(long[] starts, long[] ends)
    {
        _starts = starts;
        _ends = ends;
    }

    /// <summary>Finds the runs.</summary>
    /// <remarks>An unknown day may be worked until the last minute of its reach, which may be on the next day. What is left of a night shift after the
    /// last known day is known until the unknown day could begin to work.</remarks>
    /// <param name="days">The days.</param>
    /// <param name="reach">The first and the last minute, from its midnight, between which an unknown day could be worked.</param>
    /// <returns>The runs.</returns>
    internal static KnownRuns Of(DayTable days, Func<LocalDate, (int First, int Last)> reach)
    {
        var starts = new List<long>();
        var ends = new List<long>();
        var day = days.First;
        while (day < days.End)
        {
            if (!days.IsKnown(day))
            {
                day++;
                continue;
            }

            var start = days.TicksAt(day - 1, Math.Max(1440, reach(days.DateOf(day - 1)).Last));
            day = days.NextUnknown(day);
            var tail = days.Facts(day - 1).Hours is { Count: > 0 } hours ? hours[^1].ToMinute - 1440 : 0;
            var end = days.TicksAt(day, Math.Clamp(tail, 0, reach(days.DateOf(day)).First));
            if (start < end)
            {
                starts.Add(start);
                ends.Add(end);
            }
        }

        return new KnownRuns([.. starts], [.. ends]);
    }

    /// <summary>Returns the end of the known run that an instant is in.</summary>
    /// <param name="ticks">The instant.</param>
    /// <param name="end">The end of the run; not set otherwise.</param>
    /// <returns>True when the instant is known; the end of a run is not.</returns>
    internal bool TryEnd(long ticks, out long end)
    {
        for (var k = 0; k < _starts.Length; k++)
        {
            if (ticks >= _starts[k] && ticks < _ends[k])
            {
                end = _ends[k];
                return true;
            }
        }

        end = 0;
        return false;
    }

    /// <summary>Returns the beginning of the known run that ends at or after an instant and begins before it.</summary>
    /// <param name="ticks">The instant.</param>
    /// <param name="start">The beginning of the run; not set otherwise.</param>
    /// <returns>True when what is right before the instant is known.</returns>
    internal bool TryStart(long ticks, out long start)
    {
        for (var k = 0; k < _starts.Length; k++)
        {
            if (ticks > _starts[k] && ticks <= _ends[k])
            {
                start = _starts[k];
                return true;
            }
        }

        start = 0;
        return false;
    }
}
