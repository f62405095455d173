using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Grids;

/// <summary>The grid network through time as a file holds it: every event with its units, boundaries and lineage (沿革).</summary>
/// <remarks>Written back and compiled again it gives the same history. Equality is by value. This type is immutable and safe to share between threads.</remarks>
public sealed record GridHistoryDefinition
{
    /// <summary>Gets the code of the network, such as <c>tongjiang</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Gets the code of the coordinate system of all boundaries, such as <c>cgcs2000</c>; null where there are none.</summary>
    public string? System { get; init; }

    /// <summary>Gets the events in their order.</summary>
    public required EquatableArray<GridEventDefinition> Events { get; init; }

    /// <summary>Writes a history down.</summary>
    /// <param name="code">The code of the network.</param>
    /// <param name="history">The history.</param>
    /// <returns>The definition.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static GridHistoryDefinition Of(string code, GridHistory history)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(history);
        return new GridHistoryDefinition
        {
            Code = code,
            System = history.System?.Code,
            Events = EquatableArray.From(history.Events.Select(static happened => new GridEventDefinition
            {
                Kind = happened.Kind,
                On = happened.On,
                Reason = happened.Reason,
                Ended = happened.Ended,
                Begun = EquatableArray.From(happened.Begun.Select(Write)),
                Lineage = EquatableArray.From(happened.Lineage.Select(static step => new GridLineageDefinition(step.From, step.To))),
            })),
        };
    }

    private static GridUnitDefinition Write(GridUnit unit) => new()
    {
        Code = unit.Code,
        Name = unit.Name,
        Kind = unit.Kind,
        Parent = unit.Parent,
        Settlement = unit.Settlement,
        Boundary = unit.Boundary is { } boundary ? Polygons(boundary) : [],
    };

    private static EquatableArray<GridPolygonDefinition> Polygons(GridBoundary boundary) => EquatableArray.From(Enumerable.Range(0, boundary.RingCount)
        .Select(boundary.Ring)
        .GroupBy(static ring => ring.Polygon)
        .Select(polygon => new GridPolygonDefinition { Rings = EquatableArray.From(polygon.Select(ring => Points(boundary.System, ring))) }));

    // Decimal numbers of the quantum, so that nothing is rounded.
    private static EquatableArray<decimal> Points(CoordinateSystem system, BoundaryRing ring)
    {
        var numbers = new decimal[ring.Quanta.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = (decimal)ring.Quanta[i] / system.QuantaPerUnit;
        }

        return EquatableArray.From(numbers);
    }
}
