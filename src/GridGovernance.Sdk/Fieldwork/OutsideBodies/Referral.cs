using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>A matter that went from the grid system to a body outside of it, or back (转介).</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record Referral
{
    /// <summary>Gets the opaque id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the code of the body outside.</summary>
    public required string Body { get; init; }

    /// <summary>Gets which way the matter goes.</summary>
    public required ReferralDirection Direction { get; init; }

    /// <summary>Gets the code of the matter.</summary>
    public required string Matter { get; init; }

    /// <summary>Gets the seat on the side of the grid system.</summary>
    public required Seat Seat { get; init; }

    /// <summary>Gets when it was referred.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the id of the case that it comes from or became; null where there is none.</summary>
    public string? Case { get; init; }

    /// <summary>Gets how it stands.</summary>
    public ReferralState State { get; init; }

    /// <summary>Gets when the other side answered; null while it has not.</summary>
    public Instant? AnsweredAt { get; init; }

    /// <summary>Gets why the other side did not take it; null where it did.</summary>
    public string? Reason { get; init; }
}
