using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Something that has happened to a notice on its way. The events of a notice, applied in order, are the <see cref="Broadcast"/>.</summary>
/// <remarks>
/// <para>An event carries what was decided, the limit included: replaying it needs no model and no calendar.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public abstract record BroadcastEvent
{
    /// <summary>Gets when it happened.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the seat that caused it.</summary>
    public required Seat By { get; init; }
}
