using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Simulation.Kernel;

/// <summary>How many units are there at which hour: shifts, as a week that repeats itself or as a working calendar has them.</summary>
/// <remarks>
/// <para>Time is in hours since the plan's beginning, a week's Monday or a calendar's first day, at midnight. A model schedules <see cref="NextChangeAfter"/> as an event, and there sets the capacity of its
/// <see cref="Resource{TCustomer}"/>.</para>
/// <para>Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class CapacityPlan
{
    private const double HoursOfDay = 24;
    private const double HoursOfWeek = 7 * HoursOfDay;

    // INVARIANT: ascending, from 0 on and before the period's end; neighbours differ.
    private readonly (double At, int Capacity)[] _steps;

    // Infinite where nothing repeats itself.
    private readonly double _period;

    // The open hours of one period.
    private readonly double _openHours;

    private CapacityPlan(IEnumerable<(double From, double To, int Capacity)> spells, double period)
    {
        _period = period;
        _steps = [.. StepsOf(spells).Where(step => step.At < period)];
        _openHours = OpenHoursUntil(period);
    }

    /// <summary>Creates a week that repeats itself.</summary>
    /// <param name="spells">When units are there; where spells overlap, their units add up.</param>
    /// <returns>The plan; hour 0 is Monday's midnight.</returns>
    /// <exception cref="ArgumentException">A spell has no day, or fewer than 0 units.</exception>
    public static CapacityPlan Weekly(params ReadOnlySpan<ShiftSpell> spells)
    {
        var stretches = new List<(double, double, int)>();
        foreach (var spell in spells)
        {
            if (spell.Day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday || spell.Capacity < 0)
            {
                throw new ArgumentException($"Expected a spell with a day of the week and units from 0, but found \"{spell}\".", nameof(spells));
            }

            var midnight = ((int)spell.Day - 1) * HoursOfDay;
            var (from, to) = (midnight + HoursOf(spell.From), midnight + HoursOf(spell.To) + (spell.To <= spell.From ? HoursOfDay : 0));
            stretches.Add((from, Math.Min(to, HoursOfWeek), spell.Capacity));
            if (to > HoursOfWeek)
            {
                stretches.Add((0, to - HoursOfWeek, spell.Capacity));
            }
        }

        return new CapacityPlan(stretches, HoursOfWeek);
    }

    /// <summary>Creates the plan of a working calendar: so many units in its working hours, so many outside of them.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="from">The first day; hour 0 is its midnight.</param>
    /// <param name="to">The last day; after it nobody is there.</param>
    /// <param name="onDuty">The units in working hours, from 0.</param>
    /// <param name="offDuty">The units at all other hours until the end of the last day, from 0 to <paramref name="onDuty"/>.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range, or <paramref name="to"/> lies before <paramref name="from"/>.</exception>
    /// <exception cref="ArgumentException">The calendar does not know a day between them.</exception>
    public static CapacityPlan FromCalendar(WorkCalendar calendar, LocalDate from, LocalDate to, int onDuty, int offDuty = 0)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfNegative(offDuty);
        ArgumentOutOfRangeException.ThrowIfLessThan(onDuty, offDuty);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        var start = calendar.Zone.AtStartOfDay(from).ToInstant();
        var stretches = new List<(double, double, int)> { (0, MidnightOf(to.PlusDays(1)), offDuty) };
        for (var date = from; date <= to; date = date.PlusDays(1))
        {
            var day = calendar.Day(date);
            if (day.IsWorking is null)
            {
                throw new ArgumentException($"Expected a calendar that knows every day from {from:R} to {to:R}, but it does not know {date:R}.", nameof(calendar));
            }

            stretches.AddRange(day.Hours.Select(hours => (MidnightOf(date) + (hours.FromMinute / 60.0), MidnightOf(date) + (hours.ToMinute / 60.0), onDuty - offDuty)));
        }

        return new CapacityPlan(stretches, double.PositiveInfinity);

        double MidnightOf(LocalDate date) => (calendar.Zone.AtStartOfDay(date).ToInstant() - start).TotalHours;
    }

    /// <summary>Returns the units that are there.</summary>
    /// <param name="hours">The time, from 0.</param>
    /// <returns>The number.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hours"/> is negative or not finite.</exception>
    public int CapacityAt(double hours) => _steps[StepAt(BeginOf(hours), hours)].Capacity;

    /// <summary>Returns when the number of units changes next.</summary>
    /// <param name="hours">The time, from 0.</param>
    /// <returns>A later time; infinity where it never does.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="hours"/> is negative or not finite.</exception>
    public double NextChangeAfter(double hours)
    {
        var begin = BeginOf(hours);
        var step = StepAt(begin, hours);
        if (step + 1 < _steps.Length)
        {
            return begin + _steps[step + 1].At;
        }

        // A week that ends as it begins changes only at the second step of the next one.
        return !double.IsFinite(_period) || _steps.Length == 1 ? double.PositiveInfinity
            : begin + _period + (_steps[0].Capacity == _steps[step].Capacity ? _steps[1].At : 0);
    }

    /// <summary>Adds work that goes on only while at least one unit is there.</summary>
    /// <param name="start">When the work begins, from 0.</param>
    /// <param name="work">The hours of work, from 0.</param>
    /// <returns>When it is done; infinity where the plan has not so many hours.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public double Finish(double start, double work)
    {
        if (!double.IsFinite(work) || work < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(work), work, "Expected a finite number from 0.");
        }

        var begin = BeginOf(start);
        if (work == 0)
        {
            return start;
        }

        if (_openHours == 0)
        {
            return double.PositiveInfinity;
        }

        // From the beginning of a period on, whole periods are skipped at once.
        var left = work + OpenHoursUntil(start - begin);
        if (double.IsFinite(_period))
        {
            var whole = Math.Ceiling(left / _openHours) - 1;
            (begin, left) = (begin + (whole * _period), left - (whole * _openHours));
        }

        for (var step = 0; step < _steps.Length; step++)
        {
            var open = _steps[step].Capacity > 0 ? EndOf(step) - _steps[step].At : 0;
            if (open >= left)
            {
                return Math.Max(start, begin + _steps[step].At + left);
            }

            left -= open;
        }

        // What rounding left over lies at the end of the period.
        return double.IsFinite(_period) ? begin + _period : double.PositiveInfinity;
    }

    private static double HoursOf(LocalTime time) => time.NanosecondOfDay / (double)NodaConstants.NanosecondsPerHour;

    private static List<(double At, int Capacity)> StepsOf(IEnumerable<(double From, double To, int Capacity)> spells)
    {
        var changes = new SortedDictionary<double, int> { [0] = 0 };
        foreach (var (from, to, capacity) in spells)
        {
            changes[from] = changes.GetValueOrDefault(from) + capacity;
            changes[to] = changes.GetValueOrDefault(to) - capacity;
        }

        var steps = new List<(double At, int Capacity)>();
        var level = 0;
        foreach (var (at, change) in changes)
        {
            level += change;
            if (steps.Count == 0 || steps[^1].Capacity != level)
            {
                steps.Add((at, level));
            }
        }

        return steps;
    }

    // When the period began that a time lies in.
    private double BeginOf(double hours)
    {
        if (!double.IsFinite(hours) || hours < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(hours), hours, "Expected a finite number from 0.");
        }

        return double.IsFinite(_period) ? Math.Floor(hours / _period) * _period : 0;
    }

    // Compares the very sum that a change is given out as: the difference from the beginning may round below it.
    private int StepAt(double begin, double hours)
    {
        var (low, high) = (0, _steps.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = begin + _steps[middle].At <= hours ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private double EndOf(int step) => step + 1 < _steps.Length ? _steps[step + 1].At : _period;

    private double OpenHoursUntil(double inside)
    {
        var sum = 0.0;
        for (var step = 0; step < _steps.Length && _steps[step].At < inside; step++)
        {
            sum += _steps[step].Capacity > 0 ? Math.Min(inside, EndOf(step)) - _steps[step].At : 0;
        }

        return sum;
    }
}
