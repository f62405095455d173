namespace GridGovernance.Sdk.Calendars;

/// <summary>Where months and years end (民法典 202).</summary>
internal static class MonthArithmetic
{
    /// <summary>Returns the last day of a limit in months or years, before any roll-over.</summary>
    /// <remarks>It is the day of the last month that corresponds to the start day; where the start day itself counts, the day before that.
    /// Where the last month lacks the day, the rule decides; a counted start day then ends with the month.</remarks>
    /// <param name="days">The days.</param>
    /// <param name="start">The start day.</param>
    /// <param name="leg">The limit.</param>
    /// <param name="rule">What to do where the corresponding day is missing.</param>
    /// <param name="countsStart">Whether the start day counts.</param>
    /// <returns>The last day.</returns>
    internal static int LastDay(DayTable days, int start, LimitLeg leg, MonthEndRule rule, bool countsStart)
    {
        var date = days.DateOf(start);
        var end = date.PlusMonths(leg.Amount);
        var last = DayTable.NumberOf(end);
        if (end.Day != date.Day)
        {
            return rule == MonthEndRule.LastDayOfMonth || countsStart ? last : last + 1;
        }

        return countsStart ? last - 1 : last;
    }
}
