using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Provinces;

/// <summary>The minutes of a period as a compiled calendar has them: which are worked, and when limits that start in them are due.</summary>
internal sealed class ProvinceClock
{
    /// <summary>A minute beyond what the clock looks at.</summary>
    internal const int Unknown = int.MaxValue;

    private const int SlackDays = 60;
    private readonly WorkCalendar _calendar;
    private readonly Instant _start;
    private readonly int[] _workedBefore;
    private readonly int[] _minuteOfWork;
    private readonly int[] _minuteOfRest;

    internal ProvinceClock(WorkCalendar calendar, LocalDate from, int days)
    {
        _calendar = calendar;
        _start = from.AtStartOfDayInZone(calendar.Zone).ToInstant();
        Minutes = days * 1_440;
        _workedBefore = new int[Minutes + (SlackDays * 1_440) + 1];
        var (ofWork, ofRest) = (new List<int>(), new List<int>());
        for (var minute = 0; minute < _workedBefore.Length - 1; minute++)
        {
            var isWorked = calendar.IsWorkingTime(_start + Duration.FromMinutes(minute)) == true;
            _workedBefore[minute + 1] = _workedBefore[minute] + (isWorked ? 1 : 0);
            (isWorked ? ofWork : ofRest).Add(minute);
        }

        (_minuteOfWork, _minuteOfRest) = ([.. ofWork], [.. ofRest]);
    }

    /// <summary>Gets the minutes of the period.</summary>
    internal int Minutes { get; }

    internal bool IsWorked(int minute) => _workedBefore[minute + 1] > _workedBefore[minute];

    /// <summary>How many minutes of one kind lie before a minute.</summary>
    internal int Before(int minute, bool worked)
    {
        minute = Math.Min(minute, _workedBefore.Length - 1);
        return worked ? _workedBefore[minute] : minute - _workedBefore[minute];
    }

    /// <summary>The minute by whose end the so many-th minute of one kind is over.</summary>
    internal int EndOf(int number, bool worked)
    {
        var minutes = worked ? _minuteOfWork : _minuteOfRest;
        return number < minutes.Length ? minutes[number] + 1 : Unknown;
    }

    /// <summary>A minute so much later, or <see cref="Unknown"/> where no number has it.</summary>
    internal static int Later(int minute, int minutes) => (int)Math.Min((long)minute + minutes, Unknown);

    internal Instant At(int minute) => _start + Duration.FromMinutes(minute);

    /// <summary>The minute by whose end so much was worked.</summary>
    internal int After(int minute, int work, bool roundTheClock)
    {
        if (minute == Unknown)
        {
            return Unknown;
        }

        if (roundTheClock || work == 0)
        {
            return Later(minute, work);
        }

        return EndOf(Before(minute, worked: true) + work - 1, worked: true);
    }

    /// <summary>When the clocks that run from report to closure are due, for a report in each minute of the period: the earliest of them.</summary>
    internal int[] DueFrom(Lifecycle lifecycle)
    {
        var due = new int[Minutes];
        Array.Fill(due, Unknown);
        foreach (var clock in lifecycle.Clocks.Where(clock => clock.RoleIn(lifecycle.Initial) == ClockRole.Starts && lifecycle.States.All(state => state.IsFinal || clock.RoleIn(state) != ClockRole.Stops)))
        {
            for (var minute = 0; minute < due.Length; minute++)
            {
                if (_calendar.Due(At(minute), clock.Definition.Limit, clock.Definition.Policy) is { IsKnown: true } at)
                {
                    due[minute] = Math.Min(due[minute], (int)(at.At - _start).TotalMinutes);
                }
            }
        }

        return due;
    }
}
