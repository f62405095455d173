namespace GridGovernance.Sdk.Geodesy;

/// <summary>Joins parts that share borders, as data of neighbouring parts often do, into one valid boundary.</summary>
internal static class BoundaryJoin
{
    /// <summary>Joins parts by cancelling shared edges.</summary>
    /// <param name="parts">The parts, in one system; one boundary of several polygons that share borders is a part too.</param>
    /// <param name="defect">What keeps the result from being valid; null where nothing is left, or all is well.</param>
    /// <returns>The valid union, or null.</returns>
    internal static GridBoundary? TryJoin(IReadOnlyList<GridBoundary> parts, out BoundaryDefect? defect)
    {
        defect = null;
        var edges = new List<DirectedEdge>();
        foreach (var part in parts)
        {
            part.AddEdgesTo(edges);
        }

        var joined = RingTracer.Trace(parts[0].System, DirectedEdge.Cancel(edges));
        defect = joined is null ? null : BoundaryCheck.Find(joined);
        return defect is null ? joined : null;
    }
}
