using GridGovernance.Sdk.Staffing;
using NodaTime;

namespace GridGovernance.Sdk.Fieldwork;

/// <summary>Something that has happened to a subject of visits. The events of a subject, applied in order, are its <see cref="VisitFile"/>.</summary>
/// <remarks>An event carries what was decided: replaying it needs no policy. Equality is by value. This type is immutable and safe to share between threads.</remarks>
public abstract record VisitEvent
{
    /// <summary>Gets the local day.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Gets the seat that caused it.</summary>
    public required Seat By { get; init; }
}
