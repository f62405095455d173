using System.Runtime.InteropServices;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>Finds which areas touch (邻接), along lines or in points, whether or not their borders have the same points.</summary>
/// <remarks>
/// Different edges are laid on a raster of about one cell an edge, and only those of one raster cell are compared, exactly, on the integers of the quantum.
/// In an exact tiling that is the graph of the rook and the queen of spatial statistics (Cliff and Ord, Spatial Autocorrelation, 1973).
/// </remarks>
public static class BoundaryAdjacency
{
    /// <summary>Finds all pairs whose borders have a point in common.</summary>
    /// <param name="areas">The areas, all in one system.</param>
    /// <returns>The pairs, by first and then by second position.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="areas"/> is null.</exception>
    /// <exception cref="ArgumentException">The systems of the areas differ.</exception>
    public static IReadOnlyList<FaceAdjacency> Find(IReadOnlyList<GridBoundary> areas)
    {
        ArgumentNullException.ThrowIfNull(areas);
        if (areas.Any(a => !ReferenceEquals(a.System, areas[0].System)))
        {
            throw new ArgumentException("Expected all areas in one coordinate system, but found several.", nameof(areas));
        }

        var shared = new Dictionary<(int First, int Second), double>();
        if (areas.Count > 1)
        {
            var (edges, owners) = DifferentEdges(areas);
            AddSharedEdges(shared, areas[0].System, edges, owners);
            AddContacts(shared, areas[0].System, edges, owners);
        }

        var pairs = new List<FaceAdjacency>(shared.Count);
        foreach (var ((first, second), metres) in shared)
        {
            pairs.Add(new FaceAdjacency(first, second, metres));
        }

        pairs.Sort(static (a, b) => (a.First, a.Second).CompareTo((b.First, b.Second)));
        return pairs.AsReadOnly();
    }

    private static (List<DirectedEdge> Edges, List<List<int>> Owners) DifferentEdges(IReadOnlyList<GridBoundary> areas)
    {
        var positions = new Dictionary<DirectedEdge, int>();
        var (edges, owners, own) = (new List<DirectedEdge>(), new List<List<int>>(), new List<DirectedEdge>());
        for (var area = 0; area < areas.Count; area++)
        {
            own.Clear();
            areas[area].AddEdgesTo(own);
            foreach (var edge in own)
            {
                var canonical = edge.IsCanonical ? edge : edge.Reverse;
                ref var position = ref CollectionsMarshal.GetValueRefOrAddDefault(positions, canonical, out var known);
                if (!known)
                {
                    position = edges.Count;
                    edges.Add(canonical);
                    owners.Add(new List<int>(2));
                }

                if (owners[position].Count == 0 || owners[position][^1] != area)
                {
                    owners[position].Add(area);
                }
            }
        }

        return (edges, owners);
    }

    private static void AddSharedEdges(Dictionary<(int First, int Second), double> shared, CoordinateSystem system, List<DirectedEdge> edges, List<List<int>> owners)
    {
        for (var i = 0; i < edges.Count; i++)
        {
            if (owners[i].Count > 1)
            {
                var metres = Length(system, edges[i].FromX, edges[i].FromY, edges[i].ToX, edges[i].ToY);
                foreach (var first in owners[i])
                {
                    foreach (var second in owners[i])
                    {
                        Add(shared, first, second, first < second ? metres : 0);
                    }
                }
            }
        }
    }

    private static void AddContacts(Dictionary<(int First, int Second), double> shared, CoordinateSystem system, List<DirectedEdge> edges, List<List<int>> owners)
    {
        var raster = new EdgeRaster(edges);
        for (var i = 0; i < edges.Count; i++)
        {
            foreach (var k in raster.After(i))
            {
                if (Contact(system, edges[i], edges[k]) is not { } metres)
                {
                    continue;
                }

                foreach (var first in owners[i])
                {
                    foreach (var second in owners[k])
                    {
                        Add(shared, Math.Min(first, second), Math.Max(first, second), metres);
                    }
                }
            }
        }
    }

    private static void Add(Dictionary<(int First, int Second), double> shared, int first, int second, double metres)
    {
        if (first < second)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(shared, (first, second), out _) += metres;
        }
    }

    // The length that two different edges have in common; 0 for a point, null for nothing.
    private static double? Contact(CoordinateSystem system, DirectedEdge p, DirectedEdge q)
    {
        var fromSide = ExactPredicates.Orientation(p.FromX, p.FromY, p.ToX, p.ToY, q.FromX, q.FromY);
        var toSide = ExactPredicates.Orientation(p.FromX, p.FromY, p.ToX, p.ToY, q.ToX, q.ToY);
        if (fromSide == 0 && toSide == 0)
        {
            // Canonical edges on one line run the same way, so the later start and the earlier end bound what they share.
            var from = (p.FromX, p.FromY).CompareTo((q.FromX, q.FromY)) > 0 ? (p.FromX, p.FromY) : (q.FromX, q.FromY);
            var to = (p.ToX, p.ToY).CompareTo((q.ToX, q.ToY)) < 0 ? (p.ToX, p.ToY) : (q.ToX, q.ToY);
            return from.CompareTo(to) > 0 ? null : Length(system, from.Item1, from.Item2, to.Item1, to.Item2);
        }

        if (fromSide * toSide > 0)
        {
            return null;
        }

        var startSide = ExactPredicates.Orientation(q.FromX, q.FromY, q.ToX, q.ToY, p.FromX, p.FromY);
        var endSide = ExactPredicates.Orientation(q.FromX, q.FromY, q.ToX, q.ToY, p.ToX, p.ToY);
        return startSide * endSide > 0 ? null : 0;
    }

    private static double Length(CoordinateSystem system, long x1, long y1, long x2, long y2) => system.DistanceMetres(system.ToPoint(x1, y1), system.ToPoint(x2, y2));
}
