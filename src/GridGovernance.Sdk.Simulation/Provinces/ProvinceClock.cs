using GridGovernance.Sdk.Calendars;
using GridGovernance.Sdk.Lifecycles;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Provinces;

/// <summary>The minutes of a period as a compiled calendar has them: which are worked, and when limits that start in them are due.</summary>
internal sealed class ProvinceClock
{
    private const int SlackDays = 60;
    private const int Unknown = int.MaxValue;
    private readonly WorkCalendar _calendar;
    private readonly Instant _start;
    private readonly int[] _workedBefore;
    private readonly int[] _minuteOfWork;

    internal ProvinceClock(WorkCalendar calendar, LocalDate from, int days)
    {
        _calendar = calendar;
        _start = from.AtStartOfDayInZone(calendar.Zone).ToInstant();
        Minutes = days * 1_440;
        _workedBefore = new int[Minutes + (SlackDays * 1_440) + 1];
        var ofWork = new List<int>();
        for (var minute = 0; minute < _workedBefore.Length - 1; minute++)
        {
            var isWorked = calendar.IsWorkingTime(_start + Duration.FromMinutes(minute)) == true;
            _workedBefore[minute + 1] = _workedBefore[minute] + (isWorked ? 1 : 0);
            if (isWorked)
            {
                ofWork.Add(minute);
            }
        }

        _minuteOfWork = [.. ofWork];
    }

    /// <summary>Gets the minutes of the period.</summary>
    internal int Minutes { get; }

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
            return minute + work;
        }

        var last = _workedBefore[Math.Min(minute, _workedBefore.Length - 1)] + work - 1;
        return last < _minuteOfWork.Length ? _minuteOfWork[last] + 1 : Unknown;
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
