using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>Full hours of the local clock.</summary>
internal static class LocalHour
{
    /// <summary>Returns when the local hour that an instant is in began.</summary>
    /// <param name="zone">The time zone.</param>
    /// <param name="ticks">Unix ticks.</param>
    /// <returns>Unix ticks.</returns>
    internal static long Begin(DateTimeZone zone, long ticks)
    {
        var local = ticks + zone.GetUtcOffset(Instant.FromUnixTimeTicks(ticks)).Ticks;
        var inHour = local % NodaConstants.TicksPerHour;
        return ticks - (inHour < 0 ? inHour + NodaConstants.TicksPerHour : inHour);
    }
}
