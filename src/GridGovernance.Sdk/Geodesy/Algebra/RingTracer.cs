namespace GridGovernance.Sdk.Geodesy;

/// <summary>Turns directed edges, the area to their left, into polygons with holes.</summary>
/// <remarks>
/// At a point where several rings meet, the walk takes the first edge clockwise from where it came, which stays at the same wedge of the area;
/// a walk that passes a point twice is then cut there, so that a hole that touches the outer line becomes a ring of its own.
/// </remarks>
internal static class RingTracer
{
    /// <summary>Traces the polygons.</summary>
    /// <param name="system">The coordinate system of the edges.</param>
    /// <param name="edges">The edges: at each point as many arrive as leave.</param>
    /// <returns>The boundary, polygons in the order of their first edges; null when the edges bound no area.</returns>
    internal static GridBoundary? Trace(CoordinateSystem system, List<DirectedEdge> edges)
    {
        var shells = new List<List<(long X, long Y)>>();
        var holes = new List<List<(long X, long Y)>>();
        var leaving = GroupByStart(edges);
        var used = new bool[edges.Count];
        var loop = new List<(long X, long Y)>();
        var seen = new Dictionary<(long X, long Y), int>();
        for (var first = 0; first < edges.Count; first++)
        {
            if (used[first])
            {
                continue;
            }

            loop.Clear();
            seen.Clear();
            for (var at = first; at >= 0 && !used[at]; at = Next(edges, leaving, used, at))
            {
                used[at] = true;
                var start = (edges[at].FromX, edges[at].FromY);
                if (seen.TryGetValue(start, out var position))
                {
                    Keep(loop.GetRange(position, loop.Count - position), shells, holes);
                    for (var i = position + 1; i < loop.Count; i++)
                    {
                        seen.Remove(loop[i]);
                    }

                    loop.RemoveRange(position, loop.Count - position);
                }

                seen[start] = loop.Count;
                loop.Add(start);
            }

            Keep(loop, shells, holes);
        }

        return Assemble(system, shells, holes);
    }

    private static Dictionary<(long X, long Y), List<int>> GroupByStart(List<DirectedEdge> edges)
    {
        var leaving = new Dictionary<(long X, long Y), List<int>>(edges.Count);
        for (var i = 0; i < edges.Count; i++)
        {
            var start = (edges[i].FromX, edges[i].FromY);
            if (!leaving.TryGetValue(start, out var list))
            {
                leaving.Add(start, list = new List<int>(1));
            }

            list.Add(i);
        }

        return leaving;
    }

    private static int Next(List<DirectedEdge> edges, Dictionary<(long X, long Y), List<int>> leaving, bool[] used, int at)
    {
        var edge = edges[at];
        if (!leaving.TryGetValue((edge.ToX, edge.ToY), out var list))
        {
            return -1;
        }

        var (backX, backY) = (edge.FromX - edge.ToX, edge.FromY - edge.ToY);
        var best = -1;
        foreach (var candidate in list)
        {
            if (!used[candidate] && (best < 0 || IsSooner(edges[candidate], edges[best], backX, backY)))
            {
                best = candidate;
            }
        }

        return best;
    }

    // Clockwise from "back": a direction comes sooner when its angle, counter-clockwise from "back", is larger.
    private static bool IsSooner(DirectedEdge a, DirectedEdge b, long backX, long backY)
    {
        var (ax, ay, bx, by) = (a.ToX - a.FromX, a.ToY - a.FromY, b.ToX - b.FromX, b.ToY - b.FromY);
        var (halfA, halfB) = (Half(backX, backY, ax, ay), Half(backX, backY, bx, by));
        return halfA != halfB ? halfA > halfB : ExactPredicates.CrossSign(bx, by, ax, ay) > 0;
    }

    // 0: up to half a turn counter-clockwise from "back"; 1: beyond; −1: straight back, which is last of all.
    private static int Half(long backX, long backY, long x, long y)
    {
        var side = ExactPredicates.CrossSign(backX, backY, x, y);
        if (side != 0)
        {
            return side > 0 ? 0 : 1;
        }

        return Math.Sign(backX) == Math.Sign(x) && Math.Sign(backY) == Math.Sign(y) ? -1 : 0;
    }

    private static void Keep(List<(long X, long Y)> loop, List<List<(long X, long Y)>> shells, List<List<(long X, long Y)>> holes)
    {
        Int128 area = 0;
        for (var (i, k) = (0, loop.Count - 1); i < loop.Count; k = i++)
        {
            area += ((Int128)loop[k].X - loop[i].X) * (loop[k].Y + loop[i].Y);
        }

        if (area != 0)
        {
            (area > 0 ? shells : holes).Add([.. loop]);
        }
    }

    private static GridBoundary? Assemble(CoordinateSystem system, List<List<(long X, long Y)>> shells, List<List<(long X, long Y)>> holes)
    {
        var holesOf = new List<int>[shells.Count];
        for (var hole = 0; hole < holes.Count; hole++)
        {
            var owner = Innermost(shells, holes[hole]);
            if (owner < 0)
            {
                return null;
            }

            (holesOf[owner] ??= []).Add(hole);
        }

        var builder = new BoundaryBuilder(system);
        for (var i = 0; i < shells.Count; i++)
        {
            builder.BeginPolygon();
            Add(builder, shells[i]);
            foreach (var hole in holesOf[i] ?? [])
            {
                Add(builder, holes[hole]);
            }
        }

        return builder.Build();
    }

    private static void Add(BoundaryBuilder builder, List<(long X, long Y)> ring)
    {
        foreach (var (x, y) in ring)
        {
            builder.Add(x, y);
        }

        builder.EndRing();
    }

    // The smallest outer line around the area beside the hole; places are doubled, so that the middle of an edge lies on the integers.
    private static int Innermost(List<List<(long X, long Y)>> shells, List<(long X, long Y)> hole)
    {
        if (shells.Count == 1)
        {
            return 0;
        }

        var (x, y) = Beside(hole);
        var best = -1;
        for (var i = 0; i < shells.Count; i++)
        {
            if (Surrounds(shells[i], x, y) && (best < 0 || Surrounds(shells[best], shells[i])))
            {
                best = i;
            }
        }

        return best;
    }

    // The middle of an edge that runs south, doubled: the area lies to its left, which is east, and so the half-open rule puts the point into the area,
    // even where another ring runs along the same edge the other way.
    private static (long X, long Y) Beside(List<(long X, long Y)> ring)
    {
        var i = 0;
        while (ring[i].Y <= ring[(i + 1) % ring.Count].Y)
        {
            i++;
        }

        var next = ring[(i + 1) % ring.Count];
        return (ring[i].X + next.X, ring[i].Y + next.Y);
    }

    private static bool Surrounds(List<(long X, long Y)> outer, List<(long X, long Y)> inner)
    {
        var (x, y) = Beside(inner);
        return Surrounds(outer, x, y);
    }

    private static bool Surrounds(List<(long X, long Y)> shell, long doubledX, long doubledY)
    {
        var inside = false;
        for (var (i, k) = (0, shell.Count - 1); i < shell.Count; k = i++)
        {
            inside ^= ExactPredicates.RayMeets(2 * shell[k].X, 2 * shell[k].Y, 2 * shell[i].X, 2 * shell[i].Y, doubledX, doubledY);
        }

        return inside;
    }
}
