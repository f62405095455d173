namespace GridGovernance.Sdk.Geodesy;

/// <summary>An upright rectangle on the quantum.</summary>
internal readonly record struct EdgeBox(long West, long South, long East, long North)
{
    /// <summary>Gets the box around nothing.</summary>
    internal static EdgeBox Empty => new(long.MaxValue, long.MaxValue, long.MinValue, long.MinValue);

    /// <summary>Returns the smallest box around this one and an edge.</summary>
    internal EdgeBox Include(DirectedEdge edge) => new(
        Math.Min(West, Math.Min(edge.FromX, edge.ToX)),
        Math.Min(South, Math.Min(edge.FromY, edge.ToY)),
        Math.Max(East, Math.Max(edge.FromX, edge.ToX)),
        Math.Max(North, Math.Max(edge.FromY, edge.ToY)));

    /// <summary>Says whether an edge lies inside or on the border.</summary>
    internal bool Contains(DirectedEdge edge) => Contains(Empty.Include(edge));

    /// <summary>Says whether another box lies inside or on the border.</summary>
    internal bool Contains(EdgeBox other) => other.West >= West && other.East <= East && other.South >= South && other.North <= North;

    /// <summary>Says whether another box touches this one.</summary>
    internal bool Touches(EdgeBox other) => other.West <= East && other.East >= West && other.South <= North && other.North >= South;
}
