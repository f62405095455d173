namespace GridGovernance.Sdk.Calendars;

/// <summary>A clock with the name of what it measures.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Code">What it measures, such as <see cref="DeadlineClocks.FirstResponse"/>.</param>
/// <param name="Ledger">The clock.</param>
public sealed record DeadlineClock(string Code, DeadlineLedger Ledger);
