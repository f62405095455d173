using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Something that has happened to a service done for somebody. The events, applied in order, are the <see cref="ProxyService"/>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public abstract record ProxyServiceEvent
{
    /// <summary>Gets when it happened.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the seat that caused it.</summary>
    public required Seat By { get; init; }
}
