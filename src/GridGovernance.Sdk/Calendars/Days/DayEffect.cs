namespace GridGovernance.Sdk.Calendars;

/// <summary>What a layer's rule does to the days that it names.</summary>
public enum DayEffect
{
    /// <summary>The days are off as holidays, such as a customary holiday of an ethnic region: no shift begins on them. What is left of the night shift of
    /// the day before is worked.</summary>
    Holiday = 0,

    /// <summary>The days are off: no shift begins on them, and what is left of the night shift of the day before is worked. With hours, only those hours of the
    /// clock are closed, whichever day's shift they are of: <c>00:00-06:00</c> closes the end of the night shift of the day before.</summary>
    Closed = 1,

    /// <summary>The days are worked; without hours, in the usual hours of the weekday, or in the standard ones where it is a rest day.</summary>
    Working = 2,

    /// <summary>The days keep their kind, but where they are worked they have these hours, such as in summer.</summary>
    Hours = 3,
}
