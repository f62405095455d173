namespace GridGovernance.Sdk.Calendars;

/// <summary>A pause in ticks; spans given to arithmetic share no time, are not empty and in order.</summary>
/// <param name="From">The beginning.</param>
/// <param name="To">The end; <see cref="Open"/> while it lasts.</param>
internal readonly record struct PauseSpan(long From, long To)
{
    /// <summary>The end of a pause that lasts.</summary>
    internal const long Open = long.MaxValue;
}
