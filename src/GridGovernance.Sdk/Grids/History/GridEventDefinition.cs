using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>A change of the grid network as a file holds it.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record GridEventDefinition
{
    /// <summary>Gets what kind of change it was.</summary>
    public required GridEventKind Kind { get; init; }

    /// <summary>Gets the day from which it holds.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Gets why: a notice, a decision; null where it is not said.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the codes that do not hold any more.</summary>
    public EquatableArray<GridCode> Ended { get; init; }

    /// <summary>Gets the units that hold from this day on.</summary>
    public EquatableArray<GridUnitDefinition> Begun { get; init; }

    /// <summary>Gets which code went on as which.</summary>
    public EquatableArray<GridLineageDefinition> Lineage { get; init; }
}
