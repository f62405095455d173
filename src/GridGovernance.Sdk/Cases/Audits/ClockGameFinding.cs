using NodaTime;

namespace GridGovernance.Sdk.Cases;

/// <summary>A sign that a clock was played with, for a person to look at: a sign proves nothing.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Game">The game.</param>
/// <param name="Cases">The ids of the cases, in order; one, but for splitting.</param>
/// <param name="At">When it was played.</param>
/// <param name="Message">What happened.</param>
public sealed record ClockGameFinding(ClockGame Game, EquatableArray<string> Cases, Instant At, Message Message);
