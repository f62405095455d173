using GridGovernance.Sdk.Calendars;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A duty that comes again and again (周期): its periods, counted from the day on which it began.</summary>
/// <remarks>
/// <para>Period 0 begins on <see cref="From"/>; every other begins so many intervals after it, on the corresponding day of the month, or on its last day
/// where the month lacks that day (民法典 202). Counting from the first day and not from the last period keeps the 31st from drifting to the 28th.</para>
/// <para>Equality is by value. The default value repeats nothing and must not be asked. This type is immutable and safe to share between threads.</para>
/// </remarks>
public readonly record struct DutyCycle
{
    /// <summary>Creates a cycle.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="every">The interval: calendar days, months or years; at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="every"/> is in another unit, or nothing.</exception>
    public DutyCycle(LocalDate from, TimeLimit every)
    {
        if (!IsInterval(every))
        {
            throw new ArgumentOutOfRangeException(nameof(every), every, "An interval was expected in calendar days, months or years, of at least one.");
        }

        (From, Every) = (from, every);
    }

    /// <summary>Gets the first day of period 0.</summary>
    public LocalDate From { get; }

    /// <summary>Gets the interval.</summary>
    public TimeLimit Every { get; }

    /// <summary>Says whether a limit can be an interval.</summary>
    /// <param name="limit">The limit.</param>
    /// <returns>True for at least one calendar day, month or year.</returns>
    public static bool IsInterval(TimeLimit limit) => limit.Amount > 0 && limit.Unit is LimitUnit.CalendarDays or LimitUnit.Months or LimitUnit.Years;

    /// <summary>Returns the period in which a day lies.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The number of the period, from 0; negative before the first.</returns>
    /// <exception cref="InvalidOperationException">This is the default value, which repeats nothing.</exception>
    public int PeriodOf(LocalDate on)
    {
        if (Every.Amount == 0)
        {
            throw new InvalidOperationException("A cycle that repeats was expected, but found the default value.");
        }

        if (Every.Unit == LimitUnit.CalendarDays)
        {
            var days = Period.DaysBetween(From, on);
            return days >= 0 ? days / Every.Amount : -1 - ((-1 - days) / Every.Amount);
        }

        // A first guess by the months between; where months end early it is one too few or too many.
        var months = ((on.Year - From.Year) * 12) + on.Month - From.Month;
        var period = (int)Math.Floor((double)months / MonthsEach);
        while (FirstDay(period) > on)
        {
            period--;
        }

        while (FirstDay(period + 1) <= on)
        {
            period++;
        }

        return period;
    }

    /// <summary>Returns the first day of a period.</summary>
    /// <param name="period">The number of the period.</param>
    /// <returns>The day.</returns>
    public LocalDate FirstDay(int period) => Every.Unit == LimitUnit.CalendarDays ? From.PlusDays(period * Every.Amount) : From.PlusMonths(period * MonthsEach);

    /// <summary>Returns the last day of a period.</summary>
    /// <param name="period">The number of the period.</param>
    /// <returns>The day before the next begins.</returns>
    public LocalDate LastDay(int period) => FirstDay(period + 1).PlusDays(-1);

    /// <summary>Gets the fewest days that a period can have.</summary>
    internal int ShortestDays => Every.Unit == LimitUnit.CalendarDays ? Every.Amount : MonthsEach * 28;

    private int MonthsEach => Every.Unit == LimitUnit.Years ? Every.Amount * 12 : Every.Amount;
}
