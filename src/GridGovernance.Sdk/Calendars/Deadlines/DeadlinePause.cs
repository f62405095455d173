using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>A pause of a clock (中止、挂起).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended; null while it lasts.</param>
/// <param name="Cause">Why, in the host's words or code; never personal data.</param>
public sealed record DeadlinePause(Instant From, Instant? To, string Cause);
