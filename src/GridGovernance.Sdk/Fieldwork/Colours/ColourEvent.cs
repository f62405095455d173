using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Something that has happened to a colour. The events of a subject, applied in order, are its <see cref="ColourFile"/>.</summary>
/// <remarks>An event carries what was decided: replaying it needs no ladder. Equality is by value. This type is immutable and safe to share between threads.</remarks>
public abstract record ColourEvent
{
    /// <summary>Gets when it happened.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the seat that caused it.</summary>
    public required Seat By { get; init; }
}
