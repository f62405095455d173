using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Cases.Events;

/// <summary>Something that has happened to a case. The events of a case, applied in order, are the case.</summary>
/// <remarks>
/// <para>An event carries what was decided, deadlines included: replaying it needs no model and no calendar.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
public abstract record CaseEvent
{
    /// <summary>Gets the id of the command that caused it.</summary>
    public required string CommandId { get; init; }

    /// <summary>Gets when it happened.</summary>
    public required Instant At { get; init; }

    /// <summary>Gets the seat that caused it.</summary>
    public required Seat By { get; init; }

    /// <summary>Gets the opaque id of the person in that seat; null where the host does not want it recorded.</summary>
    public string? Person { get; init; }
}
