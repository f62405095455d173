using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>How a step of a report upward stands at an instant.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="Step">The step.</param>
/// <param name="KnownAt">When the teller came to know; null while it does not.</param>
/// <param name="DueAt">When the other must know at the latest; null while the teller does not know, and for a step that is due at once.</param>
/// <param name="ToldAt">When the other came to know, by whomever; null while it does not.</param>
/// <param name="IsLate">Whether the limit was missed.</param>
public sealed record EmergencyStepState(EmergencyStep Step, Instant? KnownAt, Instant? DueAt, Instant? ToldAt, bool IsLate)
{
    /// <summary>Gets a value indicating whether the teller knows and the other does not.</summary>
    public bool IsOpen => KnownAt is not null && ToldAt is null;
}
