namespace GridGovernance.Sdk.Tests.Geodesy;

/// <summary>Neighbours by nearness from the definition: on the line of points as far from one place as from the other, those that no third place is nearer to and that lie in the convex hull.</summary>
internal static class NaivePlaces
{
    /// <summary>Returns the pairs of different places in whole numbers whose border has a length in the hull.</summary>
    internal static List<(int First, int Second)> Neighbours((long X, long Y)[] places)
    {
        var pairs = new List<(int First, int Second)>();
        var isLine = places.Length < 3 || places.All(c => Cross(places[0], places[1], c) == 0);
        for (var i = 0; i < places.Length; i++)
        {
            for (var k = i + 1; k < places.Length; k++)
            {
                if (isLine ? places.All(c => c == places[i] || c == places[k] || !IsBetween(places[i], places[k], c)) : HasBorder(places, places[i], places[k]))
                {
                    pairs.Add((i, k));
                }
            }
        }

        return pairs;
    }

    // The points are m + t·n, with m the middle and n the way from a to b turned left; all that bounds t is linear in it.
    private static bool HasBorder((long X, long Y)[] places, (long X, long Y) a, (long X, long Y) b)
    {
        var low = (Number: -1L, Parts: 0L);
        var high = (Number: 1L, Parts: 0L);
        var (nx, ny) = (-(b.Y - a.Y), b.X - a.X);
        var isNone = false;
        foreach (var c in places)
        {
            // At least as near to a as to c: t · 2 n·(c − a) ≤ (c − a)·(c − b).
            if (c != a && c != b)
            {
                Bound(2 * ((nx * (c.X - a.X)) + (ny * (c.Y - a.Y))), ((c.X - a.X) * (c.X - b.X)) + ((c.Y - a.Y) * (c.Y - b.Y)));
            }

            foreach (var d in places)
            {
                // Left of every line that has all places on its left.
                if (c != d && places.All(e => Cross(c, d, e) >= 0))
                {
                    var (dx, dy) = (d.X - c.X, d.Y - c.Y);
                    Bound(-2 * ((dx * ny) - (dy * nx)), (dx * (a.Y + b.Y - (2 * c.Y))) - (dy * (a.X + b.X - (2 * c.X))));
                }
            }
        }

        return !isNone && IsLess(low, high);

        // t · factor ≤ room
        void Bound(long factor, long room)
        {
            if (factor == 0)
            {
                isNone |= room < 0;
            }
            else if (factor > 0)
            {
                high = IsLess((room, factor), high) ? (room, factor) : high;
            }
            else
            {
                low = IsLess(low, (-room, -factor)) ? (-room, -factor) : low;
            }
        }
    }

    private static bool IsLess((long Number, long Parts) p, (long Number, long Parts) q) =>
        p.Parts == 0 || q.Parts == 0 ? (p.Parts == 0 ? p.Number : 0) < (q.Parts == 0 ? q.Number : 0) : p.Number * q.Parts < q.Number * p.Parts;

    private static long Cross((long X, long Y) a, (long X, long Y) b, (long X, long Y) c) => ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));

    private static bool IsBetween((long X, long Y) a, (long X, long Y) b, (long X, long Y) c) => ((c.X - a.X) * (c.X - b.X)) + ((c.Y - a.Y) * (c.Y - b.Y)) < 0;
}
