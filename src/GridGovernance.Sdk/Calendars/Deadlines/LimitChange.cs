using NodaTime;

namespace GridGovernance.Sdk.Calendars;

/// <summary>A change of the limit of a running clock, such as when a case is graded anew.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="From">The limit before.</param>
/// <param name="To">The limit after.</param>
/// <param name="At">When it was changed.</param>
public sealed record LimitChange(TimeLimit From, TimeLimit To, Instant At);
