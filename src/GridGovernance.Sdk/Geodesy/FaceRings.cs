namespace GridGovernance.Sdk.Geodesy;

/// <summary>One bounded face of a line work as the edges around it, with how often a chain runs around it.</summary>
internal sealed class FaceRings
{
    private const int MostBands = 32;

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

    /// <summary>Finds a place inside: the middle of the widest stretch on a line between two heights of its points.</summary>
    /// <returns>The place in the units of the edges; null where the face is too thin to hold one.</returns>
    internal (long X, long Y)? InteriorPoint()
    {
        var heights = _edges.ConvertAll(static e => e.FromY);
        heights.Sort();
        var bands = new List<(long Height, long Low)>(heights.Count);
        for (var i = 1; i < heights.Count; i++)
        {
            if (heights[i] > heights[i - 1])
            {
                bands.Add((heights[i] - heights[i - 1], heights[i - 1]));
            }
        }

        // The highest bands are enough, and keep a long outline from costing its square.
        bands.Sort(static (a, b) => a.Height != b.Height ? b.Height.CompareTo(a.Height) : a.Low.CompareTo(b.Low));
        var (best, bestWidth) = (((long, long)?)null, -1.0);
        foreach (var (height, low) in bands.Take(MostBands))
        {
            var middle = low + (height / 2);
            var (from, to) = WidestStretch(middle);
            if (to - from > bestWidth)
            {
                (best, bestWidth) = (((long)Math.Round((from + to) / 2), middle), to - from);
            }
        }

        return best;
    }

    private (double From, double To) WidestStretch(long y)
    {
        var crossings = new List<double>();
        foreach (var edge in _edges)
        {
            if (edge.FromY > y != edge.ToY > y)
            {
                crossings.Add(edge.FromX + ((y - edge.FromY) / (double)(edge.ToY - edge.FromY) * (edge.ToX - edge.FromX)));
            }
        }

        crossings.Sort();
        var widest = (From: 0.0, To: -1.0);
        for (var i = 1; i < crossings.Count; i += 2)
        {
            if (crossings[i] - crossings[i - 1] > widest.To - widest.From)
            {
                widest = (crossings[i - 1], crossings[i]);
            }
        }

        return widest;
    }

    private static long Round(long value, long finer) => (long)Math.Round(value / (double)finer);
}
