using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>One desk and the people who sit at it one after the other: when it is empty, how new its person is, how long they have worked today.</summary>
internal sealed class StaffDesk
{
    private readonly StaffBehaviour _behaviour;
    private readonly DateTimeZone _zone;
    private readonly DeskAbsences _absences;
    private Instant? _joinedAt;
    private LocalDate _today;
    private Duration _workedToday;

    /// <summary>Creates a desk; without a stream its person never leaves.</summary>
    internal StaffDesk(StaffBehaviour behaviour, DateTimeZone zone, Instant start, RandomStream? stream) =>
        (_behaviour, _zone, _absences) = (behaviour, zone, new DeskAbsences(behaviour, start, stream));

    internal Instant BusyUntil { get; set; } = Instant.MinValue;

    /// <summary>Until when the person is busy with what goes on round the clock, which goes before everything else.</summary>
    internal Instant UrgentUntil { get; set; } = Instant.MinValue;

    /// <summary>The first instant from which somebody is there and free; asked for ever later instants.</summary>
    internal Instant AvailableFrom(Instant from, bool isUrgent = false)
    {
        (var available, _, _joinedAt) = _absences.PresenceFrom(Instant.Max(from, isUrgent ? UrgentUntil : BusyUntil));
        return available;
    }

    /// <summary>The first time from an instant on that somebody is there, free or not, and until when.</summary>
    internal (Instant From, Instant Until) PresenceFrom(Instant from)
    {
        var (begin, until, _) = _absences.PresenceFrom(from);
        return (begin, until);
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
}
