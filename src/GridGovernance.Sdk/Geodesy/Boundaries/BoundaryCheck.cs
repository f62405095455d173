namespace GridGovernance.Sdk.Geodesy;

/// <summary>Says whether a boundary is valid in the sense of OGC 06-103r4 (Simple Features): lines neither cross nor overlap, holes lie inside, the inside is connected.</summary>
/// <remarks>The answer is exact: every predicate is evaluated on the integers of the quantum. Time grows as n log n with the points, whatever the boundary is.</remarks>
public static class BoundaryCheck
{
    // Up to here comparing each edge with each is the fastest way, and needs no memory.
    private const int FewEdges = 40;

    // A boundary as surveys draw them needs some ten; where edges run long beside each other, the sweep line is faster.
    private const int MostPairsPerEdge = 64;
    private const long MostPairs = 20_000_000;

    /// <summary>Looks for what is wrong with a boundary.</summary>
    /// <param name="boundary">The boundary.</param>
    /// <returns>One defect, a crossing or an overlap where there is any; null for a valid boundary.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="boundary"/> is null.</exception>
    public static BoundaryDefect? Find(GridBoundary boundary)
    {
        ArgumentNullException.ThrowIfNull(boundary);
        if (boundary.RingCount > 1)
        {
            return BoundarySweep.FindDefect(boundary);
        }

        if (boundary.VertexCount <= FewEdges)
        {
            return FindInSmallRing(boundary);
        }

        var defect = EdgeContacts.FindDefect(boundary, (long)MostPairsPerEdge * boundary.VertexCount, out var isComplete);
        return isComplete ? defect : BoundarySweep.FindDefect(boundary);
    }

    /// <summary>Looks for everything that is wrong with a boundary.</summary>
    /// <remarks>Lines that run along each other are one defect as far as they hang together. Where rings do not even meet rightly, whether they are nested rightly is not asked; where so many edges
    /// lie side by side that looking at all pairs would take too long, the first defects stand for all.</remarks>
    /// <param name="boundary">The boundary.</param>
    /// <param name="most">The most defects that are looked for: lines that all cross have a square of them.</param>
    /// <returns>The defects; empty for a valid boundary.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="boundary"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="most"/> is not positive.</exception>
    public static IReadOnlyList<BoundaryDefect> FindAll(GridBoundary boundary, int most = 1000)
    {
        ArgumentNullException.ThrowIfNull(boundary);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        var contacts = EdgeContacts.FindDefects(boundary, most, MostPairs);
        return contacts.Count > 0 ? contacts : Find(boundary) is { } other ? [other] : [];
    }

    private static BoundaryDefect? FindInSmallRing(GridBoundary boundary)
    {
        var points = boundary.Quanta;
        BoundaryDefect? touch = null;
        for (var i = 0; i < points.Length; i += 2)
        {
            var a = EdgeAt(points, i);
            for (var k = i + 2; k < points.Length; k += 2)
            {
                var b = EdgeAt(points, k);
                if (!MayMeet(a, b))
                {
                    continue;
                }

                if (EdgeContacts.Meet(a, b, out var touches) is { } kind)
                {
                    return new BoundaryDefect(kind, EdgeContacts.Place(boundary.System, a, b));
                }

                if (touches && k != i + 2 && (i > 0 || k + 2 < points.Length))
                {
                    touch ??= new BoundaryDefect(BoundaryDefectKind.SelfTouch, EdgeContacts.Place(boundary.System, a, b));
                }
            }
        }

        return touch;
    }

    private static DirectedEdge EdgeAt(ReadOnlySpan<long> points, int at)
    {
        var next = at + 2 == points.Length ? 0 : at + 2;
        return new DirectedEdge(points[at], points[at + 1], points[next], points[next + 1]);
    }

    private static bool MayMeet(in DirectedEdge a, in DirectedEdge b) =>
        Math.Max(a.FromX, a.ToX) >= Math.Min(b.FromX, b.ToX) && Math.Max(b.FromX, b.ToX) >= Math.Min(a.FromX, a.ToX)
        && Math.Max(a.FromY, a.ToY) >= Math.Min(b.FromY, b.ToY) && Math.Max(b.FromY, b.ToY) >= Math.Min(a.FromY, a.ToY);
}
