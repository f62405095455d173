using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>A change of the grid network that happened: a history is the fold of its events.</summary>
/// <remarks>Units are compared by reference. This type is immutable and safe to share between threads.</remarks>
/// <param name="Kind">What kind of change it was.</param>
/// <param name="On">The day from which it holds.</param>
/// <param name="Ended">The codes that do not hold any more, in order; they are never given again.</param>
/// <param name="Begun">The units that hold from this day on, by level and code: new ones, and those that go on under their code with another name, boundary or parent.</param>
/// <param name="Lineage">Which code went on as which, in order.</param>
public sealed record GridEvent(
    GridEventKind Kind,
    LocalDate On,
    EquatableArray<GridCode> Ended,
    EquatableArray<GridUnit> Begun,
    EquatableArray<GridSuccession> Lineage)
{
    /// <summary>Gets why; null where it is not said.</summary>
    public string? Reason { get; init; }
}
