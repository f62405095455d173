namespace GridGovernance.Sdk.Geodesy;

/// <summary>One bounded face of a line work as the edges around it, with how often a chain runs around it.</summary>
internal sealed class FaceRings
{
    private readonly List<DirectedEdge> _edges = [];
    private readonly List<int> _noded = [];

    private FaceRings(int turns) => Turns = turns;

    /// <summary>Gets how often the chain runs around it.</summary>
    internal int Turns { get; }

    /// <summary>Gets the box around it.</summary>
    internal EdgeBox Box { get; private set; } = EdgeBox.Empty;

    /// <summary>Gets the positions in the line work of the edges around it.</summary>
    internal IReadOnlyList<int> Noded => _noded;

    /// <summary>Gets the first edge around it.</summary>
    internal DirectedEdge FirstEdge => _edges[0];

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
                rings[face]._noded.Add(half >> 1);
                rings[face].Box = rings[face].Box.Include(edge);
            }
        }

        return rings;
    }

    /// <summary>Computes the area: exact where all its corners lie on the quantum.</summary>
    /// <param name="system">The coordinate system.</param>
    /// <param name="finer">How many units of the edges make one quantum.</param>
    /// <returns>Square metres.</returns>
    internal double SquareMetres(CoordinateSystem system, long finer)
    {
        if (_edges.TrueForAll(e => e.FromX % finer == 0 && e.FromY % finer == 0))
        {
            Int128 exact = 0;
            foreach (var edge in _edges)
            {
                exact += system.HalfSquareMillimetresUnder(edge.FromX / finer, edge.FromY / finer, edge.ToX / finer, edge.ToY / finer);
            }

            return Math.Max(0, (double)exact / 2e6);
        }

        var sum = 0.0;
        foreach (var edge in _edges)
        {
            // In one direction for both neighbours, and in units in which it rounds alike.
            sum += edge.IsCanonical
                ? system.AreaUnder(edge.FromX / (double)finer, edge.FromY / (double)finer, edge.ToX / (double)finer, edge.ToY / (double)finer)
                : -system.AreaUnder(edge.ToX / (double)finer, edge.ToY / (double)finer, edge.FromX / (double)finer, edge.FromY / (double)finer);
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
    internal (long X, long Y)? InteriorPoint() => InteriorPoints.Find(_edges) is { } point && Contains(point.X, point.Y) ? point : null;

    private bool Contains(long x, long y)
    {
        var inside = false;
        foreach (var edge in _edges)
        {
            inside ^= ExactPredicates.RayMeets(edge.FromX, edge.FromY, edge.ToX, edge.ToY, x, y);
        }

        return inside;
    }

    private static long Round(long value, long finer)
    {
        var half = finer / 2;
        return value >= 0 ? (value + half) / finer : -((-value + half) / finer);
    }
}
