using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Whom a notice has reached by an instant (触达情况): reached and missed are all households, at every instant.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record BroadcastStatus
{
    /// <summary>Gets the instant.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets how many households the notice is for.</summary>
    public required int Households { get; init; }

    /// <summary>Gets how many it has reached.</summary>
    public required int Reached { get; init; }

    /// <summary>Gets how many it has not reached.</summary>
    public int Missed => Households - Reached;

    /// <summary>Gets how many of those reached it reached after the limit.</summary>
    public required int Late { get; init; }

    /// <summary>Gets how many it reached within the limit.</summary>
    public int InTime => Reached - Late;

    /// <summary>Gets the time from the issue to the last household, or to the instant while households are missing or the notice has not ended.</summary>
    public required Duration Elapsed { get; init; }

    /// <summary>Gets when the last household was reached; null while any is missing.</summary>
    public Instant? CompletedAt { get; init; }

    /// <summary>Gets when every household must have been reached.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>Gets how it stands.</summary>
    public required BroadcastEnd End { get; init; }

    /// <summary>Gets the largest share of the limit whose warning was raised; null while none was.</summary>
    public decimal? Warned { get; init; }

    /// <summary>Gets a value indicating whether the limit is over and households are missing.</summary>
    public bool IsOverdue => At > DueAt && Missed > 0 && End == BroadcastEnd.None;
}
