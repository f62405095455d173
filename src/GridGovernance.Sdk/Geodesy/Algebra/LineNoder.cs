using NetTopologySuite.Geometries;
using NetTopologySuite.Noding;
using NetTopologySuite.Noding.Snapround;

namespace GridGovernance.Sdk.Geodesy;

/// <summary>Cuts lines where they meet and rounds the cuts to the quantum, so that what comes out meets only at its ends.</summary>
/// <remarks>Hobby, Practical segment intersection with finite precision output, 1999, in NetTopologySuite's implementation.</remarks>
internal static class LineNoder
{
    /// <summary>Nodes an outline, or any chain of directed edges, together with other edges.</summary>
    /// <param name="outline">Edges of the outline, the area to their left; at least one.</param>
    /// <param name="others">The other edges.</param>
    /// <returns>Different edges in sorted order, each with how often the outline runs along it.</returns>
    internal static List<NodedEdge> Node(List<DirectedEdge> outline, List<DirectedEdge> others) => Node(outline, others, null);

    /// <summary>Nodes an outline together with other edges, and says where each piece comes from.</summary>
    /// <param name="outline">Edges of the outline, the area to their left; at least one.</param>
    /// <param name="others">The other edges.</param>
    /// <param name="sources">For each edge that is returned the positions of the edges that run along it, ascending: those of the outline, then those of the others.</param>
    /// <returns>Different edges in sorted order, each with how often the outline runs along it.</returns>
    internal static List<NodedEdge> Node(List<DirectedEdge> outline, List<DirectedEdge> others, out List<int>[] sources)
    {
        var found = new Dictionary<DirectedEdge, List<int>>();
        var noded = Node(outline, others, found);
        sources = new List<int>[noded.Count];
        for (var i = 0; i < sources.Length; i++)
        {
            sources[i] = found[noded[i].Edge];
            sources[i].Sort();
        }

        return noded;
    }

    /// <summary>Cuts edges where they meet.</summary>
    /// <param name="edges">The edges; at least one.</param>
    /// <returns>The pieces, each in the direction of the edge that it comes from, with that edge's position.</returns>
    internal static IEnumerable<(DirectedEdge Piece, int Source)> Pieces(List<DirectedEdge> edges)
    {
        var (originX, originY) = (edges[0].FromX, edges[0].FromY);
        var strings = new ISegmentString[edges.Count];
        for (var i = 0; i < strings.Length; i++)
        {
            strings[i] = ToSegmentString(edges[i], originX, originY, i);
        }

        Shuffle(strings);
        var noder = new SnapRoundingNoder(new PrecisionModel(1.0));
        noder.ComputeNodes(strings);
        foreach (var piece in noder.GetNodedSubstrings().OrderBy(static piece => (int)piece.Context))
        {
            var points = piece.Coordinates;
            for (var i = 1; i < points.Length; i++)
            {
                var edge = new DirectedEdge(
                    (long)points[i - 1].X + originX,
                    (long)points[i - 1].Y + originY,
                    (long)points[i].X + originX,
                    (long)points[i].Y + originY);
                yield return (edge, (int)piece.Context);
            }
        }
    }

    private static List<NodedEdge> Node(List<DirectedEdge> outline, List<DirectedEdge> others, Dictionary<DirectedEdge, List<int>>? sources)
    {
        var turns = new Dictionary<DirectedEdge, int>();
        foreach (var (edge, source) in Pieces([.. outline, .. others]))
        {
            var canonical = edge.IsCanonical ? edge : edge.Reverse;
            var turn = source < outline.Count ? (edge.IsCanonical ? 1 : -1) : 0;
            turns[canonical] = turns.GetValueOrDefault(canonical) + turn;
            AddSource(sources, canonical, source);
        }

        var noded = new List<NodedEdge>(turns.Count);
        foreach (var (edge, turn) in turns)
        {
            noded.Add(new NodedEdge(edge, turn));
        }

        noded.Sort(static (a, b) => (a.Edge.FromX, a.Edge.FromY, a.Edge.ToX, a.Edge.ToY).CompareTo((b.Edge.FromX, b.Edge.FromY, b.Edge.ToX, b.Edge.ToY)));
        return noded;
    }

    // The noder puts the ends into a tree that it does not balance: in sorted order, ends along a straight border would make it as deep as the border has points.
    private static void Shuffle(ISegmentString[] strings)
    {
        var random = SeededRandom.FromSeed((ulong)strings.Length);
        for (var i = strings.Length - 1; i > 0; i--)
        {
            var k = random.NextInt32(i + 1);
            (strings[i], strings[k]) = (strings[k], strings[i]);
        }
    }

    private static void AddSource(Dictionary<DirectedEdge, List<int>>? sources, DirectedEdge edge, int source)
    {
        if (sources is null)
        {
            return;
        }

        if (!sources.TryGetValue(edge, out var list))
        {
            sources.Add(edge, list = new List<int>(2));
        }

        if (!list.Contains(source))
        {
            list.Add(source);
        }
    }

    private static NodedSegmentString ToSegmentString(DirectedEdge edge, long originX, long originY, object context) => new(
        [new Coordinate(edge.FromX - originX, edge.FromY - originY), new Coordinate(edge.ToX - originX, edge.ToY - originY)],
        context);
}
