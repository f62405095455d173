using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>The instants that deadlines are computed for: the years 1 to 8999, so that every limit counted from them, forward or backward, has a date.</summary>
internal static class InstantRange
{
    /// <summary>The longest working time that is added or subtracted: a hundred years round the clock.</summary>
    internal static readonly Duration Longest = Duration.FromHours(876_600);

    private static readonly long First = Instant.FromUtc(1, 1, 1, 0, 0).ToUnixTimeTicks();
    private static readonly long End = Instant.FromUtc(9000, 1, 1, 0, 0).ToUnixTimeTicks();

    /// <summary>Returns the ticks of an instant that is in the range.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="name">The caller's parameter.</param>
    /// <returns>Unix ticks.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is outside the years 1 to 8999 (UTC).</exception>
    internal static long Ticks(Instant at, string name)
    {
        var ticks = at.ToUnixTimeTicks();
        return (ulong)(ticks - First) < (ulong)(End - First) ? ticks : throw Outside(at, name);
    }

    /// <summary>Returns an instant that is in the range.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="name">The caller's parameter.</param>
    /// <returns>The instant.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="at"/> is outside the years 1 to 8999 (UTC).</exception>
    internal static Instant Check(Instant at, string name)
    {
        _ = Ticks(at, name);
        return at;
    }

    private static ArgumentOutOfRangeException Outside(Instant at, string name) =>
        new(name, at, "An instant of a deadline was expected within the years 1 to 8999 (UTC).");
}
