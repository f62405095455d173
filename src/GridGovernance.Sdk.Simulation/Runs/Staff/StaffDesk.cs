using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>One desk and the people who sit at it one after the other: when it is empty, how new its person is, how long they have worked today.</summary>
internal sealed class StaffDesk
{
    private const int LeaveStretchDays = 5;
    private const double LongestMinutes = 200.0 * 366 * 1_440;
    private readonly StaffBehaviour _behaviour;
    private readonly RandomStream? _stream;
    private readonly DateTimeZone _zone;
    private Instant _leaveAt = Instant.MaxValue;
    private Instant _quitAt = Instant.MaxValue;
    private Instant _backAt = Instant.MinValue;
    private Instant? _joinedAt;
    private LocalDate _today;
    private Duration _workedToday;

    /// <summary>Creates a desk; without a stream its person never leaves.</summary>
    internal StaffDesk(StaffBehaviour behaviour, DateTimeZone zone, Instant start, RandomStream? stream)
    {
        (_behaviour, _zone, _stream) = (behaviour, zone, stream);
        if (stream is not null)
        {
            (_leaveAt, _quitAt) = (NextLeave(start), NextQuit(start));
        }
    }

    internal Instant BusyUntil { get; set; } = Instant.MinValue;

    /// <summary>The first instant from which somebody is there and free; asked for ever later instants.</summary>
    internal Instant AvailableFrom(Instant from)
    {
        from = Instant.Max(Instant.Max(from, BusyUntil), _backAt);
        while (true)
        {
            var isLeave = _leaveAt <= _quitAt;
            var away = isLeave ? _leaveAt : _quitAt;
            if (from < away)
            {
                return from;
            }

            var back = away + Duration.FromDays(isLeave ? LeaveStretchDays : _behaviour.VacancyDays);
            if (isLeave)
            {
                _leaveAt = NextLeave(back);
            }
            else
            {
                (_joinedAt, _quitAt, _leaveAt) = (back, NextQuit(back), Instant.Max(_leaveAt, back));
            }

            _backAt = back;
            from = Instant.Max(from, back);
        }
    }

    /// <summary>How long a service takes this person now, as a percentage.</summary>
    internal int ServicePercent(Instant at)
    {
        var percent = 100;
        if (_joinedAt is { } joined && at - joined < Duration.FromDays(_behaviour.LearningDays))
        {
            percent += _behaviour.NoviceSlowerPercent - (int)(_behaviour.NoviceSlowerPercent * (long)(at - joined).TotalMinutes / (_behaviour.LearningDays * 1_440L));
        }

        if (_behaviour.FatiguePercentPerHour > 0 && at.InZone(_zone).Date == _today)
        {
            percent += (int)(_behaviour.FatiguePercentPerHour * (long)_workedToday.TotalMinutes / 60);
        }

        return percent;
    }

    /// <summary>Takes note of what was worked.</summary>
    internal void Work(Instant at, Duration service)
    {
        if (_behaviour.FatiguePercentPerHour == 0)
        {
            return;
        }

        var day = at.InZone(_zone).Date;
        _workedToday = day == _today ? _workedToday + service : service;
        _today = day;
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
