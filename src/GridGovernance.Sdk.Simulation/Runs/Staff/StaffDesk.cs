using GridGovernance.Sdk.Simulation.Streams;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Runs;

/// <summary>One desk and the people who sit at it one after the other: when it is empty, how new its person is, how long they have worked today.</summary>
internal sealed class StaffDesk
{
    private readonly StaffBehaviour _behaviour;
    private readonly DateTimeZone _zone;
    private readonly DeskAbsences _absences;
    private LocalDate _today;
    private Duration _workedToday;

    /// <summary>Creates a desk; without a stream its person never leaves.</summary>
    internal StaffDesk(StaffBehaviour behaviour, DateTimeZone zone, Instant start, RandomStream? stream) =>
        (_behaviour, _zone, _absences) = (behaviour, zone, new DeskAbsences(behaviour, start, stream));

    /// <summary>Its number among all desks.</summary>
    internal int Number { get; init; }

    /// <summary>The line that it serves.</summary>
    internal SeatLine Line { get; set; } = null!;

    internal DeskJob? Job { get; set; }

    internal Instant FreeSince { get; set; } = Instant.MinValue;

    /// <summary>What is planned for it: an earlier plan that a later one replaced is passed over when its time comes.</summary>
    internal int Plan { get; set; }

    /// <summary>When its person is back for whom work waits.</summary>
    internal Instant? BackAt { get; set; }

    /// <summary>Whether it is at what can wait, and is not done with it this instant.</summary>
    internal bool IsInterruptible(Instant at) => Job is { RoundTheClock: false } job && job.DoneAt != at;

    internal bool IsPresent(Instant at) => _absences.PresenceFrom(at).From == at;

    /// <summary>The first time from an instant on that somebody is there, free or not, and until when.</summary>
    internal (Instant From, Instant Until) PresenceFrom(Instant from)
    {
        var (begin, until, _) = _absences.PresenceFrom(from);
        return (begin, until);
    }

    /// <summary>How long a service takes whoever is there now, as a percentage, when they begin with it.</summary>
    internal int ServicePercent(Instant at, Instant begins)
    {
        var percent = 100;
        if (_absences.PresenceFrom(at).Joined is { } joined && at - joined < Duration.FromDays(_behaviour.LearningDays))
        {
            percent += _behaviour.NoviceSlowerPercent - (int)(_behaviour.NoviceSlowerPercent * (long)(at - joined).TotalMinutes / (_behaviour.LearningDays * 1_440L));
        }

        if (begins.InZone(_zone).Date == _today)
        {
            percent += (int)(_behaviour.FatiguePercentPerHour * (long)_workedToday.TotalMinutes / 60);
        }

        return percent;
    }

    /// <summary>Takes note of what was worked on a day; asked for ever later days.</summary>
    internal void Work(LocalDate day, Duration time)
    {
        _workedToday = day == _today ? _workedToday + time : time;
        _today = day;
    }
}
