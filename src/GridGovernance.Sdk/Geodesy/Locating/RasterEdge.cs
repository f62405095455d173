namespace GridGovernance.Sdk.Geodesy;

/// <summary>An edge inside a raster, in quanta from the raster's corner: it runs north, or straight east.</summary>
/// <remarks>
/// Points come in parts of the quantum (<see cref="FineBits"/>). Each is meant an infinitesimal step to the east and a still smaller one to the north, so that it
/// lies on no edge: the half-open rule of <see cref="ExactPredicates.RayMeets"/>.
/// </remarks>
internal readonly struct RasterEdge(int fromX, int fromY, int toX, int toY)
{
    /// <summary>How many bits finer than the quantum a point is taken: 1/4096.</summary>
    internal const int FineBits = 12;

    internal readonly int FromX = fromX;
    internal readonly int FromY = fromY;
    internal readonly int ToX = toX;
    internal readonly int ToY = toY;

    /// <summary>Says whether the edge crosses the way from a corner straight north to the height of a point, and from there straight west or east to the point.</summary>
    /// <param name="cornerX">The corner, fine.</param>
    /// <param name="cornerY">The corner, fine; not north of the point.</param>
    /// <param name="x">The point, fine.</param>
    /// <param name="y">The point, fine.</param>
    /// <returns>True when it crosses an odd number of times.</returns>
    internal bool Crosses(long cornerX, long cornerY, long x, long y) => CrossesNorthward(cornerX, cornerY, y) ^ CrossesWestward(cornerX, x, y);

    /// <summary>Says whether the edge crosses the way from a place straight north.</summary>
    internal bool CrossesNorthward(long x, long fromY, long toY) => unchecked(
        (long)FromX << FineBits > x != (long)ToX << FineBits > x && fromY != toY && IsLeft(x, fromY) != IsLeft(x, toY));

    /// <summary>Says whether the edge crosses the way from one place straight west or east to another.</summary>
    internal bool CrossesWestward(long fromX, long toX, long y) => unchecked(
        (long)FromY << FineBits > y != (long)ToY << FineBits > y && IsLeft(fromX, y) != IsLeft(toX, y));

    // Coordinates stay below 2^30 and the fine ones below 2^42, so the products stay below 2^73.
    private bool IsLeft(long x, long y)
    {
        unchecked
        {
            long dx = ToX - FromX, dy = ToY - FromY;
            var (u, v) = (x - ((long)FromX << FineBits), y - ((long)FromY << FineBits));
            var high = Math.BigMul(dx, v, out var low);
            var otherHigh = Math.BigMul(dy, u, out var otherLow);
            if (high != otherHigh)
            {
                return high > otherHigh;
            }

            return low != otherLow ? (ulong)low > (ulong)otherLow : dy == 0;
        }
    }
}
