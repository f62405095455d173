using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Something that has happened in a campaign. The events of a campaign, applied in order, are the <see cref="Campaign"/>.</summary>
/// <remarks>An event carries what was decided: replaying it needs no calendar. Equality is by value. This type is immutable and safe to share between threads.</remarks>
public abstract record CampaignEvent
{
    /// <summary>Gets when it happened.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the seat that caused it.</summary>
    public required Seat By { get; init; }
}
