namespace GridGovernance.Sdk.Geodesy;

/// <summary>Questions about points on the quantum, answered without rounding.</summary>
internal static class ExactPredicates
{
    private const long SafeDifference = 1L << 30;

    /// <summary>On which side of the line a → b the point c lies.</summary>
    /// <returns>1 on the left, −1 on the right, 0 on the line.</returns>
    internal static int Orientation(long ax, long ay, long bx, long by, long cx, long cy) => CrossSign(bx - ax, by - ay, cx - ax, cy - ay);

    /// <summary>The sign of the cross product u × v.</summary>
    /// <returns>1 where v is to the left of u, −1 to the right, 0 when they are parallel.</returns>
    internal static int CrossSign(long ux, long uy, long vx, long vy)
    {
        if (IsSafe(ux) && IsSafe(uy) && IsSafe(vx) && IsSafe(vy))
        {
            return Math.Sign((ux * vy) - (uy * vx));
        }

        return Int128.Sign(((Int128)ux * vy) - ((Int128)uy * vx));
    }

    /// <summary>The order of two directions by angle, counter-clockwise from the positive X axis.</summary>
    /// <returns>Negative where u comes first, 0 when both point the same way.</returns>
    internal static int CompareAngle(long ux, long uy, long vx, long vy)
    {
        var (upper, lower) = (IsLowerHalf(ux, uy), IsLowerHalf(vx, vy));
        return upper != lower ? upper.CompareTo(lower) : -CrossSign(ux, uy, vx, vy);
    }

    /// <summary>Whether a ray from a point to the east meets an edge, under the half-open rule.</summary>
    /// <remarks>
    /// The rule moves the point by an infinitesimal step east and a still smaller one north: a point on a border belongs to the
    /// area east of it, on a border that runs east–west to the area north of it. So each point of a tiling belongs to exactly one area.
    /// </remarks>
    /// <returns>True when it does.</returns>
    internal static bool RayMeets(long ax, long ay, long bx, long by, long px, long py)
    {
        if ((ay > py) == (by > py))
        {
            return false;
        }

        // The edge crosses the height of the point; the point is west of it when it lies left of the edge taken upwards.
        return ay < by
            ? Orientation(ax, ay, bx, by, px, py) > 0
            : Orientation(bx, by, ax, ay, px, py) > 0;
    }

    private static bool IsSafe(long value) => value is > -SafeDifference and < SafeDifference;

    private static bool IsLowerHalf(long x, long y) => y < 0 || (y == 0 && x < 0);
}
