using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>An extension of a limit (延期).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="By">By how much; in the limit's own unit it adds to the amount, in another it is counted from the end of the limit.</param>
/// <param name="At">When it was granted.</param>
public sealed record DeadlineExtension(TimeLimit By, Instant At);
