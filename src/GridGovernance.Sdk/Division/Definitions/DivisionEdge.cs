namespace GridGovernance.Sdk.Division;

/// <summary>Two units that lie side by side.</summary>
/// <remarks>Equality is by value. This type is immutable and safe to share between threads.</remarks>
/// <param name="From">The id of one unit.</param>
/// <param name="To">The id of the other.</param>
public sealed record DivisionEdge(string From, string To)
{
    /// <summary>Gets the length of the border that they share in metres, above 0; null where unknown, and then every edge counts alike.</summary>
    public double? SharedMetres { get; init; }

    /// <summary>Gets what closes the edge (阻隔), such as <c>river</c>, <c>railway</c> or <c>main-road</c>: no grid may reach across; null where nothing does.</summary>
    public string? Barrier { get; init; }
}
