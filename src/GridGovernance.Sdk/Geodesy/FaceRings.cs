namespace GridGovernance.Sdk.Geodesy;

/// <summary>One bounded face of a line work as the edges around it, with how often a chain runs around it.</summary>
internal sealed class FaceRings
{
    private readonly List<DirectedEdge> _edges = [];

    private FaceRings(int turns) => Turns = turns;

    /// <summary>Gets how often the chain runs around it.</summary>
    internal int Turns { get; }

    /// <summary>Gets the box around it.</summary>
    internal EdgeBox Box { get; private set; } = EdgeBox.Empty;

    /// <summary>Collects the bounded faces of a line work.</summary>
    /// <param name="faces">The line work.</param>
    /// <returns>The faces, in their order.</returns>
    internal static List<FaceRings> Of(PlanarFaces faces)
    {
        var rings = new List<FaceRings>(faces.Count);
        for (var face = 0; face < faces.Count; face++)
        {
            rings.Add(new FaceRings(faces.TurnsAround(face)));
        }

        for (var half = 0; half < faces.HalfEdgeCount; half++)
        {
            var face = faces.FaceOf(half);
            if (face < faces.Count && face != faces.FaceOf(half ^ 1))
            {
                var edge = faces.Edge(half);
                rings[face]._edges.Add(edge);
                rings[face].Box = rings[face].Box.Include(edge);
            }
        }

        return rings;
    }

    /// <summary>Computes the area.</summary>
    /// <param name="system">The coordinate system.</param>
    /// <param name="finer">How many units of the edges make one quantum.</param>
    /// <returns>Square metres.</returns>
    internal double SquareMetres(CoordinateSystem system, double finer)
    {
        var sum = 0.0;
        foreach (var edge in _edges)
        {
            // In one direction for both neighbours, and in units in which it rounds alike.
            sum += edge.IsCanonical
                ? system.AreaUnder(edge.FromX / finer, edge.FromY / finer, edge.ToX / finer, edge.ToY / finer)
                : -system.AreaUnder(edge.ToX / finer, edge.ToY / finer, edge.FromX / finer, edge.FromY / finer);
        }

        return Math.Max(0, sum);
    }

    /// <summary>Rounds it to the quantum.</summary>
    /// <param name="system">The coordinate system.</param>
    /// <param name="finer">How many units of the edges make one quantum.</param>
    /// <returns>The boundary; null where rounding leaves no area.</returns>
    internal GridBoundary? ToBoundary(CoordinateSystem system, long finer)
    {
        var rounded = new List<DirectedEdge>(_edges.Count);
        foreach (var edge in _edges)
        {
            var coarse = new DirectedEdge(Round(edge.FromX, finer), Round(edge.FromY, finer), Round(edge.ToX, finer), Round(edge.ToY, finer));
            if (coarse != coarse.Reverse)
            {
                rounded.Add(coarse);
            }
        }

        return RingTracer.Trace(system, DirectedEdge.Cancel(rounded));
    }

    /// <summary>Finds a place inside.</summary>
    /// <returns>The place in the units of the edges; null where the face is too thin to hold one.</returns>
    internal (long X, long Y)? InteriorPoint() => InteriorPoints.Find(_edges);

    private static long Round(long value, long finer) => (long)Math.Round(value / (double)finer);
}
