namespace GridGovernance.Sdk.Calendars;

/// <summary>What a layer's rule does to the days that it names.</summary>
public enum DayEffect
{
    /// <summary>The days are off as holidays, such as a customary holiday of an ethnic region.</summary>
    Holiday = 0,

    /// <summary>The days are off; with hours, only those hours are closed.</summary>
    Closed = 1,

    /// <summary>The days are worked; without hours, in the usual hours of the weekday, or in the standard ones where it is a rest day.</summary>
    Working = 2,

    /// <summary>The days keep their kind, but where they are worked they have these hours, such as in summer.</summary>
    Hours = 3,
}
