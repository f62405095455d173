namespace GridGovernance.Sdk.Geodesy;

/// <summary>Says whether the border between the land of two places runs through the convex hull of all.</summary>
/// <remarks>
/// The border lies on the perpendicular bisector, m + t·n with m in the middle and n the way between the places turned left, so that t is the same everywhere for one unit of length:
/// the place c beyond it ends it at t = (c − a)·(c − b) ÷ 2 n·(c − a), the centre of the circle through all three.
/// </remarks>
internal sealed class PlaceBorders
{
    // In quanta: what is shorter on each side is noise of rounding, or the point in which four cells meet.
    private const double Least = 0.001;

    private readonly List<(double X, double Y)> _places;
    private readonly List<int> _hull;

    /// <summary>Begins.</summary>
    /// <param name="places">The places, in quanta of the ground.</param>
    /// <param name="hull">The corners of their convex hull, counter-clockwise.</param>
    internal PlaceBorders(List<(double X, double Y)> places, List<int> hull) => (_places, _hull) = (places, hull);

    /// <summary>Says whether two places share a border inside the hull.</summary>
    /// <param name="from">One place.</param>
    /// <param name="to">The other.</param>
    /// <param name="beyond">The places whose cells end the border, on either side, where any does.</param>
    internal bool Meet(int from, int to, IEnumerable<int> beyond)
    {
        var (a, b) = (_places[from], _places[to]);
        var (east, north) = (-(b.Y - a.Y), b.X - a.X);
        var (low, high) = (double.NegativeInfinity, double.PositiveInfinity);
        foreach (var place in beyond)
        {
            var c = _places[place];
            var side = (east * (c.X - a.X)) + (north * (c.Y - a.Y));
            var end = (((c.X - a.X) * (c.X - b.X)) + ((c.Y - a.Y) * (c.Y - b.Y))) / (2 * side);
            (low, high) = side > 0 ? (low, Math.Min(high, end)) : (Math.Max(low, end), high);
        }

        var least = Least / Math.Sqrt((east * east) + (north * north));
        (low, high) = (low + least, high - least);
        if (low > high || (low <= 0 && high >= 0))
        {
            return low <= high;
        }

        // The middle is in the hull, the border to one side of it: does it begin before the hull ends?
        var (ahead, along) = low > 0 ? (low, (East: east, North: north)) : (-high, (-east, -north));
        return ahead <= Room((a.X + b.X) / 2, (a.Y + b.Y) / 2, along);
    }

    // How far a place inside can go before it leaves the hull.
    private double Room(double x, double y, (double East, double North) along)
    {
        var room = double.PositiveInfinity;
        var start = _places[_hull[^1]];
        foreach (var corner in _hull)
        {
            var end = _places[corner];
            var (dx, dy) = (end.X - start.X, end.Y - start.Y);
            var leaving = (dy * along.East) - (dx * along.North);
            if (leaving > 0)
            {
                room = Math.Min(room, ((dx * (y - start.Y)) - (dy * (x - start.X))) / leaving);
            }

            start = end;
        }

        return room;
    }
}
