using System.Runtime.InteropServices;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>Areas laid over each other and cut into faces that meet only at their borders, on the quantum.</summary>
/// <remarks>
/// <para>Who covers a face is not asked of points but counted along the borders: to the left of an area's edge the area covers once more than to the
/// right. Rounding moves borders by at most half a quantum, and that never contradicts the counts.</para>
/// </remarks>
internal sealed class AreaOverlay
{
    private readonly BoxBuckets _index;

    private AreaOverlay(OverlayFace[] faces, Dictionary<(int Face, int Other), double> borders)
    {
        Faces = faces;
        Borders = borders.OrderBy(static pair => pair.Key).Select(static pair => (pair.Key.Face, pair.Key.Other, pair.Value)).ToArray();
        _index = new BoxBuckets(faces.Length, i => BoxOf(faces[i].Boundary), static _ => true);
    }

    /// <summary>Gets the faces that at least one area covers.</summary>
    internal OverlayFace[] Faces { get; }

    /// <summary>Gets which faces share a border of some length, the smaller position first.</summary>
    internal (int Face, int Other, double Metres)[] Borders { get; }

    /// <summary>Lays areas over each other.</summary>
    /// <param name="areas">The areas, all in one coordinate system; at least one.</param>
    /// <returns>The overlay.</returns>
    internal static AreaOverlay Of(IReadOnlyList<GridBoundary> areas)
    {
        var system = areas[0].System;
        var turns = TurnsOf(areas);
        var noded = new List<NodedEdge>(turns.Count);
        foreach (var (edge, counts) in turns)
        {
            if (counts.Count > 0)
            {
                noded.Add(new NodedEdge(edge, 0));
            }
        }

        noded.Sort(static (a, b) => (a.Edge.FromX, a.Edge.FromY, a.Edge.ToX, a.Edge.ToY).CompareTo((b.Edge.FromX, b.Edge.FromY, b.Edge.ToX, b.Edge.ToY)));
        var faces = PlanarFaces.Build(noded);
        var coverers = Coverers(faces, noded, turns);
        var rings = FaceRings.Of(faces);
        var position = new int[faces.Count + 1];
        Array.Fill(position, -1);
        var kept = new List<OverlayFace>();
        for (var face = 0; face < faces.Count; face++)
        {
            if (coverers[face].Length > 0 && rings[face].ToBoundary(system, 1) is { } boundary)
            {
                position[face] = kept.Count;
                kept.Add(new OverlayFace(coverers[face], rings[face].SquareMetres(system, 1), 0, boundary));
            }
        }

        var perimeters = new double[kept.Count];
        var borders = new Dictionary<(int Face, int Other), double>();
        for (var half = 0; half < faces.HalfEdgeCount; half += 2)
        {
            var (left, right) = (position[faces.FaceOf(half)], position[faces.FaceOf(half + 1)]);
            if (left == right)
            {
                continue;
            }

            var edge = faces.Edge(half);
            var metres = system.DistanceMetres(system.ToPoint(edge.FromX, edge.FromY), system.ToPoint(edge.ToX, edge.ToY));
            if (left >= 0)
            {
                perimeters[left] += metres;
            }

            if (right >= 0)
            {
                perimeters[right] += metres;
            }

            if (left >= 0 && right >= 0)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(borders, (Math.Min(left, right), Math.Max(left, right)), out _) += metres;
            }
        }

        return new AreaOverlay(kept.Select((face, i) => face with { PerimeterMetres = perimeters[i] }).ToArray(), borders);
    }

    /// <summary>Finds the face that holds a point, under the half-open rule of <see cref="GridBoundary.Contains(GeoPoint)"/>.</summary>
    /// <param name="point">The point.</param>
    /// <returns>The face's position, or −1 where no area is.</returns>
    internal int FaceAt(GeoPoint point)
    {
        var system = Faces.Length == 0 ? null : Faces[0].Boundary.System;
        if (system?.Accepts(point) != true)
        {
            return -1;
        }

        var (x, y) = system.ToQuanta(point);
        foreach (var face in _index.At(x, y))
        {
            if (Faces[face].Boundary.Contains(x, y))
            {
                return face;
            }
        }

        return -1;
    }

    private static EdgeBox BoxOf(GridBoundary boundary) => EdgeBox.Empty.Include(new DirectedEdge(boundary.West, boundary.South, boundary.East, boundary.North));

    /// <summary>Returns for each edge which areas it bounds: how often more they cover to its left than to its right.</summary>
    private static Dictionary<DirectedEdge, Dictionary<int, int>> TurnsOf(IReadOnlyList<GridBoundary> areas)
    {
        var edges = new List<DirectedEdge>();
        var areaOf = new List<int>();
        for (var area = 0; area < areas.Count; area++)
        {
            areas[area].AddEdgesTo(edges);
            while (areaOf.Count < edges.Count)
            {
                areaOf.Add(area);
            }
        }

        var turns = new Dictionary<DirectedEdge, Dictionary<int, int>>(edges.Count);
        foreach (var (piece, source) in LineNoder.Pieces(edges))
        {
            var canonical = piece.IsCanonical ? piece : piece.Reverse;
            ref var counts = ref CollectionsMarshal.GetValueRefOrAddDefault(turns, canonical, out _);
            counts ??= new Dictionary<int, int>(2);
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, areaOf[source], out _);
            count += piece.IsCanonical ? 1 : -1;
            if (count == 0)
            {
                counts.Remove(areaOf[source]);
            }
        }

        return turns;
    }

    /// <summary>Returns who covers each face, walking from the land that nobody covers across every border.</summary>
    private static int[][] Coverers(PlanarFaces faces, List<NodedEdge> noded, Dictionary<DirectedEdge, Dictionary<int, int>> turns)
    {
        var halves = new List<int>[faces.Count + 1];
        for (var face = 0; face <= faces.Count; face++)
        {
            halves[face] = [];
        }

        for (var half = 0; half < faces.HalfEdgeCount; half++)
        {
            halves[faces.FaceOf(half)].Add(half);
        }

        var counts = new Dictionary<int, int>?[faces.Count + 1];
        counts[faces.Count] = [];
        var queue = new Queue<int>();
        queue.Enqueue(faces.Count);
        while (queue.TryDequeue(out var face))
        {
            foreach (var half in halves[face])
            {
                var other = faces.FaceOf(half ^ 1);
                if (counts[other] is null)
                {
                    counts[other] = Across(counts[face]!, turns[noded[half >> 1].Edge], (half & 1) == 0 ? -1 : 1);
                    queue.Enqueue(other);
                }
            }
        }

        return Array.ConvertAll(counts, static count => count is null ? [] : count.Where(static pair => pair.Value > 0).Select(static pair => pair.Key).Order().ToArray());
    }

    private static Dictionary<int, int> Across(Dictionary<int, int> here, Dictionary<int, int> turns, int sign)
    {
        var there = new Dictionary<int, int>(here);
        foreach (var (area, turn) in turns)
        {
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(there, area, out _);
            count += sign * turn;
            if (count == 0)
            {
                there.Remove(area);
            }
        }

        return there;
    }
}
