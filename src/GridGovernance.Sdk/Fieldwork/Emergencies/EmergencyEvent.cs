using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Something that has happened in an emergency. The events of an emergency, applied in order, are the <see cref="EmergencyFile"/>.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public abstract record EmergencyEvent
{
    /// <summary>Gets when it happened.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the seat that caused it.</summary>
    public required Seat By { get; init; }
}
