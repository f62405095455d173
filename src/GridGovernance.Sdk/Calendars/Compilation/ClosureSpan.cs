namespace GridGovernance.Sdk.Calendars;

/// <summary>Some closed hours of a day that is worked otherwise.</summary>
/// <param name="From">Unix ticks of the beginning.</param>
/// <param name="To">Unix ticks of the end.</param>
/// <param name="Name">Why.</param>
/// <param name="Source">The layer's code.</param>
internal readonly record struct ClosureSpan(long From, long To, LocalizedText Name, string Source);
