namespace GridGovernance.Sdk.Geodesy;

/// <summary>A tiling of an outline around sites: each face is what lies nearest to its site, and the faces fill the outline exactly.</summary>
/// <remarks>
/// <para>It guarantees that faces share their points on the quantum, that the edges of all faces add up to the edges of <see cref="Outline"/> (which is
/// the given outline with the points where faces meet it, each within one quantum of the given line), and that each face is connected, with one exception: a part of the outline that
/// holds no site is added to the face of the nearest site.</para>
/// <para>A piece of a face that the outline cuts off from its site goes to the neighbour with the longest shared border.</para>
/// <para>Dissolve faces with <see cref="GridBoundary.Dissolve"/> to tile the levels above just as exactly. Equality is by reference. This type is immutable and safe to share between threads.</para>
/// </remarks>
public sealed class VoronoiTiling
{
    private VoronoiTiling(GridBoundary outline, IReadOnlyList<GridBoundary> faces, IReadOnlyList<FaceAdjacency> adjacency)
    {
        Outline = outline;
        Faces = faces;
        Adjacency = adjacency;
    }

    /// <summary>Gets the outline with every point where faces meet it.</summary>
    public GridBoundary Outline { get; }

    /// <summary>Gets the faces, in the order of the sites.</summary>
    public IReadOnlyList<GridBoundary> Faces { get; }

    /// <summary>Gets the pairs of faces that share a border, sorted by their positions.</summary>
    public IReadOnlyList<FaceAdjacency> Adjacency { get; }

    /// <summary>Tiles an outline.</summary>
    /// <param name="outline">The outline, valid; it may have holes and several parts.</param>
    /// <param name="sites">The sites, in the outline's system, inside it and at least ten quanta apart.</param>
    /// <returns>The tiling: one face for each site.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no site, a site lies outside the outline, or two sites lie too close to each other to be told apart on the quantum.</exception>
    public static VoronoiTiling Create(GridBoundary outline, IReadOnlyList<GeoPoint> sites)
    {
        ArgumentNullException.ThrowIfNull(outline);
        ArgumentNullException.ThrowIfNull(sites);
        var places = ToPlaces(outline, sites);
        var border = new List<DirectedEdge>();
        outline.AddEdgesTo(border);
        var box = new EdgeBox(outline.West, outline.South, outline.East, outline.North);
        var eastScale = outline.System.IsGeographic ? DeterministicMath.Cos(outline.Bounds.Centre.Y * DeterministicMath.RadiansPerDegree) : 1;
        var faces = PlanarFaces.Build(LineNoder.Node(border, VoronoiEdges.Compute(places, box, Math.Max(eastScale, 0.01))));
        if (new FaceOwners(outline.System, faces, places, eastScale).Assign(out var owner) is { } problem)
        {
            throw new ArgumentException($"Expected sites that can be told apart on the quantum, but found {problem}.", nameof(sites));
        }

        return Collect(outline.System, faces, owner, sites.Count);
    }

    private static (long X, long Y)[] ToPlaces(GridBoundary outline, IReadOnlyList<GeoPoint> sites)
    {
        if (sites.Count == 0)
        {
            throw new ArgumentException("Expected at least one site, but found none.", nameof(sites));
        }

        var places = new (long X, long Y)[sites.Count];
        var seen = new HashSet<(long X, long Y)>();
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = outline.System.ToQuanta(sites[i]);
            if (!outline.Contains(places[i].X, places[i].Y))
            {
                throw new ArgumentException($"Expected site {i} inside the outline, but found it at {sites[i]}, outside.", nameof(sites));
            }

            if (!seen.Add(places[i]))
            {
                throw new ArgumentException($"Expected sites at different places, but found a second one at {sites[i]}.", nameof(sites));
            }
        }

        return places;
    }

    private static VoronoiTiling Collect(CoordinateSystem system, PlanarFaces faces, int[] owner, int count)
    {
        var edges = new List<DirectedEdge>[count];
        for (var i = 0; i < count; i++)
        {
            edges[i] = [];
        }

        var border = new List<DirectedEdge>();
        var shared = new SortedDictionary<(int First, int Second), double>();
        for (var half = 0; half < faces.HalfEdgeCount; half++)
        {
            var (left, right) = (owner[faces.FaceOf(half)], owner[faces.FaceOf(half ^ 1)]);
            if (left < 0 || left == right)
            {
                continue;
            }

            var edge = faces.Edge(half);
            edges[left].Add(edge);
            if (right < 0)
            {
                border.Add(edge);
            }
            else if (left < right)
            {
                var metres = system.DistanceMetres(system.ToPoint(edge.FromX, edge.FromY), system.ToPoint(edge.ToX, edge.ToY));
                shared[(left, right)] = shared.GetValueOrDefault((left, right)) + metres;
            }
        }

        var boundaries = Array.ConvertAll(edges, e => RingTracer.Trace(system, e)!);
        var adjacency = new List<FaceAdjacency>(shared.Count);
        foreach (var ((first, second), metres) in shared)
        {
            adjacency.Add(new FaceAdjacency(first, second, metres));
        }

        return new VoronoiTiling(RingTracer.Trace(system, border)!, Array.AsReadOnly(boundaries), adjacency.AsReadOnly());
    }
}
