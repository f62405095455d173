using GridGovernance.Sdk.Geodesy;

namespace GridGovernance.Sdk.Tests.Geodesy;

/// <summary>The slow way to ask the same questions.</summary>
internal static class NaiveGeometry
{
    /// <summary>Whether a point, moved a hair east and a hair of a hair north, lies inside: ray casting over decimals; the point is in quanta.</summary>
    internal static bool Contains(GridBoundary boundary, decimal x, decimal y)
    {
        var crossings = 0;
        for (var r = 0; r < boundary.RingCount; r++)
        {
            var ring = boundary.Ring(r).Quanta;
            for (var i = 0; i < ring.Length; i += 2)
            {
                var k = (i + 2) % ring.Length;
                decimal ax = ring[i], ay = ring[i + 1], bx = ring[k], by = ring[k + 1];
                if (ay > y != by > y)
                {
                    // (x − ax) · (by − ay) < (y − ay) · (bx − ax), the sign turned where the edge runs down.
                    var (left, right) = ((x - ax) * (by - ay), (y - ay) * (bx - ax));
                    crossings += (by > ay ? left < right : left > right) ? 1 : 0;
                }
            }
        }

        return crossings % 2 == 1;
    }

    /// <summary>The edges that are left of a chain, by a sorted list of strings.</summary>
    internal static Dictionary<(long, long, long, long), int> Chain(IEnumerable<GridBoundary> boundaries)
    {
        var chain = new Dictionary<(long, long, long, long), int>();
        foreach (var boundary in boundaries)
        {
            for (var r = 0; r < boundary.RingCount; r++)
            {
                var ring = boundary.Ring(r).Quanta;
                for (var i = 0; i < ring.Length; i += 2)
                {
                    var k = (i + 2) % ring.Length;
                    Add(chain, (ring[i], ring[i + 1], ring[k], ring[k + 1]), 1);
                    Add(chain, (ring[k], ring[k + 1], ring[i], ring[i + 1]), -1);
                }
            }
        }

        return chain.Where(static p => p.Value > 0).ToDictionary();
    }

    private static void Add(Dictionary<(long, long, long, long), int> chain, (long, long, long, long) edge, int count) =>
        chain[edge] = chain.GetValueOrDefault(edge) + count;
}
