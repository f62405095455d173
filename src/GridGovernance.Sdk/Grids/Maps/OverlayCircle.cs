using NodaTime;

namespace GridGovernance.Sdk.Grids;

/// <summary>A circle (邻里圈、单位圈) that lies over grids without being part of the hierarchy: "网格+邻里圈", "网格+单位圈". A row of <c>circles.csv</c>.</summary>
/// <remarks>
/// <para>Circles may lie over each other and over any number of grids; they neither cover nor divide, so a coverage audit does not look at them.</para>
/// <para>Equality is by value. This type is immutable and safe to share between threads.</para>
/// </remarks>
/// <param name="Code">The code; a circle that changes has a row for each stretch of days, all of one code.</param>
/// <param name="Name">The name.</param>
/// <param name="Kind">What holds it together.</param>
/// <param name="Grids">The grids or cells that it lies over.</param>
/// <param name="Members">The opaque ids of the households, people or organisations that belong to it; empty where it is the grids alone.</param>
/// <param name="ValidFrom">The first day; null where unknown.</param>
/// <param name="ValidTo">The last day; null while it exists.</param>
public sealed record OverlayCircle(
    string Code,
    string Name,
    OverlayCircleKind Kind,
    EquatableArray<GridCode> Grids,
    EquatableArray<string> Members = default,
    LocalDate? ValidFrom = null,
    LocalDate? ValidTo = null)
{
    /// <summary>Says whether the circle exists on a day.</summary>
    /// <param name="on">The day.</param>
    /// <returns>True when it does.</returns>
    public bool IsValidOn(LocalDate on) => (ValidFrom is null || on >= ValidFrom) && (ValidTo is null || on <= ValidTo);
}
