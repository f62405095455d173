using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>When the person of a desk is away: on leave, or gone while the desk has nobody new. It hangs on the desk's random stream alone, not on what is asked when.</summary>
internal sealed class DeskAbsences
{
    private const int LeaveStretchDays = 5;
    private const double LongestMinutes = 200.0 * 366 * 1_440;
    private readonly StaffBehaviour _behaviour;
    private readonly RandomStream? _stream;

    // INVARIANT: in order of time, none before the one before it is over.
    private readonly List<(Instant Away, Instant Back, bool IsQuit)> _known = [];
    private Instant _leaveAt = Instant.MaxValue;
    private Instant _quitAt = Instant.MaxValue;

    /// <summary>Creates the absences; without a stream the person never leaves.</summary>
    internal DeskAbsences(StaffBehaviour behaviour, Instant start, RandomStream? stream)
    {
        (_behaviour, _stream) = (behaviour, stream);
        if (stream is not null)
        {
            (_leaveAt, _quitAt) = (NextLeave(start), NextQuit(start));
        }
    }

    /// <summary>The first time from an instant on that somebody is there, until when, and since when that person is at the desk; null for the first.</summary>
    internal (Instant From, Instant Until, Instant? Joined) PresenceFrom(Instant from)
    {
        Instant? joined = null;
        for (var i = 0; ; i++)
        {
            var (away, back, isQuit) = At(i);
            if (from < away)
            {
                return (from, away, joined);
            }

            from = Instant.Max(from, back);
            joined = isQuit ? back : joined;
        }
    }

    private (Instant Away, Instant Back, bool IsQuit) At(int index)
    {
        while (_known.Count <= index)
        {
            var isQuit = _quitAt < _leaveAt;
            var away = isQuit ? _quitAt : _leaveAt;
            if (away == Instant.MaxValue)
            {
                return (away, away, false);
            }

            var back = away + Duration.FromDays(isQuit ? _behaviour.VacancyDays : LeaveStretchDays);
            _known.Add((away, back, isQuit));
            (_leaveAt, _quitAt) = isQuit ? (_leaveAt, NextQuit(back)) : (NextLeave(back), _quitAt);
            _leaveAt = isQuit ? Instant.Max(_leaveAt, back) : _leaveAt;
        }

        return _known[index];
    }

    private Instant NextLeave(Instant from) => _behaviour.LeaveDays == 0
        ? Instant.MaxValue
        : Later(from, Math.Max(1.0, (365.0 * LeaveStretchDays / _behaviour.LeaveDays) - LeaveStretchDays));

    private Instant NextQuit(Instant from) => _behaviour.TurnoverPermille == 0
        ? Instant.MaxValue
        : Later(from, 365_000.0 / _behaviour.TurnoverPermille);

    // Somebody who stays for ages stays for good: time ends with the calendar's last year.
    private Instant Later(Instant from, double meanDays) =>
        from + Duration.FromMinutes((long)Math.Min(LongestMinutes, _stream!.NextExponential(meanDays * 1_440)));
}
